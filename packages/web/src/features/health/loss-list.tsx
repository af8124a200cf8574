import { backTestLeads, type HealthBackTest } from "@mainstay/contract/health";
import { healthInputs } from "@mainstay/domain/health/health-input";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { HealthBandMark } from "../../components/level-mark.tsx";
import { HealthReasons } from "./health-reason.tsx";
import styles from "./health-screen.module.css";

type Item = HealthBackTest["items"][number];
type Before = Item["before"][number];

/** Every loss with what was said before; a judgement opens with its inputs and reasons of that day. */
export const LossList = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation();
  const [opened, open] = useState<{ item: Item; before: Before } | null>(null);
  return (
    <div className={styles["scroll"]}>
      <h3>{t("health.backTest.list")}</h3>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("account.column.name")}</th>
            <th scope="col">{t("health.backTest.lostOn")}</th>
            {backTestLeads.toReversed().map((lead) => (
              <th key={lead} scope="col">
                {t("health.backTest.lead", { days: lead })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.account.id}>
              <th scope="row">
                <Link to={`/accounts/${item.account.id}` as string}>{item.account.name}</Link>
              </th>
              <td>
                <Day on={item.lostOn} absolute />
                <br />
                <span className="muted">{t(`health.backTest.because.${item.because}`)}</span>
              </td>
              {item.before.toReversed().map((before) => (
                <td key={before.lead}>
                  <button
                    type="button"
                    className={styles["cell"]}
                    onClick={() => open({ item, before })}
                  >
                    <HealthBandMark band={before.band} />
                    <span className="muted">
                      {before.provisionalScore === null
                        ? t("health.unknown")
                        : t("health.provisional", { score: Math.round(before.provisionalScore) })}
                    </span>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Drawer
        open={opened !== null}
        onClose={() => open(null)}
        title={
          opened &&
          t("health.backTest.details", {
            account: opened.item.account.name,
            days: opened.before.lead,
          })
        }
      >
        {opened && <ThatDay {...opened} />}
      </Drawer>
    </div>
  );
};

const ThatDay = ({ item, before }: { item: Item; before: Before }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t("health.backTest.on", { on: before.on })}</p>
      <HealthBandMark band={before.band} />
      <dl className={styles["scores"]}>
        {healthInputs.map((input) => {
          const score = before.scores[input] ?? null;
          return (
            <div key={input}>
              <dt>{t(`health.input.${input}`)}</dt>
              <dd className={score === null ? "muted" : "numeric"}>
                {score === null
                  ? t("health.unknown")
                  : t("health.score", { score: Math.round(score) })}
              </dd>
            </div>
          );
        })}
      </dl>
      <HealthReasons accountId={item.account.id} reasons={before.reasons} />
    </>
  );
};
