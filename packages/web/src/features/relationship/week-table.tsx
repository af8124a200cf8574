import type { RelationshipWeek } from "@mainstay/contract/relationship";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Share } from "../../components/share.tsx";
import { IndexText } from "./index-text.tsx";
import styles from "./member-shares.module.css";

/** The weeks as a table, newest first: what the chart shows for those who read rather than look. */
export const WeekTable = ({ weeks }: { weeks: readonly RelationshipWeek[] }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (weeks.length === 0) return null;
  return (
    <>
      <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? "relationship.chart.hideTable" : "relationship.chart.table")}
      </Button>
      {isOpen && (
        <div className={styles["scroll"]}>
          <table className={styles["rows"]}>
            <thead>
              <tr>
                <th scope="col">{t("relationship.chart.week")}</th>
                <th scope="col">{t("relationship.name.support_index")}</th>
                <th scope="col">{t("relationship.name.known_share")}</th>
                <th scope="col">{t("relationship.name.coverage")}</th>
                <th scope="col">{t("relationship.name.threads")}</th>
                <th scope="col">{t("relationship.name.bus_factor")}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.toReversed().map((week) => (
                <tr key={week.weekOn}>
                  <td>
                    <Day on={week.weekOn} absolute />
                  </td>
                  <td>
                    <IndexText value={week.supportIndex} />
                  </td>
                  <td>
                    <Share of={week.knownShare} />
                  </td>
                  <td>
                    <Share of={week.coverage} />
                  </td>
                  <td>{formatNumber(week.threadCount)}</td>
                  <td>{formatNumber(week.busFactor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};
