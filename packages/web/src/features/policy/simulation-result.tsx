import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { policies } from "@mainstay/contract/policy";
import type { Grade } from "@mainstay/domain/account/grade";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import plain from "../account-page/plain-table.module.css";
import { MovesTable } from "./moves-table.tsx";
import styles from "./matrix-panel.module.css";
import { SegmentChange } from "./segment-change.tsx";

type Simulation = AnswerOf<typeof policies.simulate>;

const BeforeAfter = ({
  title,
  rows,
}: {
  title: string;
  rows: readonly { name: string; before: number; after: number }[];
}) => {
  const { t } = useTranslation();
  return (
    <table className={plain["table"]}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" data-numeric>
            {t("policy.before")}
          </th>
          <th scope="col" data-numeric>
            {t("policy.after")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>{row.name}</td>
            <td data-numeric>{formatNumber(row.before)}</td>
            <td data-numeric>
              {row.before === row.after ? (
                formatNumber(row.after)
              ) : (
                <strong>{formatNumber(row.after)}</strong>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What the drafted settings would change for all accounts; nothing is saved. */
export const SimulationResult = ({ found, currency }: { found: Simulation; currency: string }) => {
  const { t } = useTranslation();
  const isStill =
    found.moves.length === 0 && found.byGrade.every(({ before, after }) => before === after);
  return (
    <div className={styles["result"]} role="status">
      <p>
        {t("policy.simulated", { count: found.accounts })}
        {isStill && ` ${t("policy.simulatedNone")}`}
      </p>
      {found.moves.length > 0 && <MovesTable moves={found.moves} currency={currency} />}
      {found.examples.length > 0 && (
        <>
          <h3>{t("policy.largest")}</h3>
          <ul className={styles["examples"]}>
            {found.examples.slice(0, 8).map((one) => (
              <li key={one.accountId}>
                <Link to="/accounts/$accountId" params={{ accountId: one.accountId }}>
                  {one.name}
                </Link>
                <span className={styles["exampleMove"]}>
                  <SegmentChange from={one.from} to={one.to} />
                  <Money minor={one.revenue12mMinor} currency={currency} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isStill && (
        <>
          <BeforeAfter
            title={t("policy.bySegment")}
            rows={found.bySegment.map(({ segment, before, after }) => ({
              name: t(`glossary.segment.${segment}`),
              before,
              after,
            }))}
          />
          <BeforeAfter
            title={t("policy.byGrade")}
            rows={found.byGrade.map(({ grade, before, after }) => ({
              name: t(`glossary.grade.${grade as Grade}`),
              before,
              after,
            }))}
          />
        </>
      )}
    </div>
  );
};
