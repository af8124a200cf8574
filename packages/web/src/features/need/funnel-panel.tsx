import { needs } from "@mainstay/contract/need";
import type { NeedState } from "@mainstay/domain/need/need-kind";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Money } from "../../components/money.tsx";
import { Share } from "../../components/share.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import stacked from "../../components/stacked-table.module.css";
import { useAnswer } from "../../lib/query.ts";
import styles from "./need.module.css";

/** What a funnel is asked of; nothing means everything in sight. */
export interface FunnelFilter {
  readonly accountId?: string;
  readonly segment?: "core" | "high_potential" | "maintain" | "develop";
  readonly notedFrom?: string;
  readonly notedTo?: string;
}

/** The funnel of needs: how many came how far, what share went on, where they rest and for how long, what it is worth. */
export const FunnelPanel = ({
  filter = {},
  onState,
}: {
  filter?: FunnelFilter;
  /** Opens the needs that stand in a state. */
  onState?: (state: NeedState) => void;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(needs.funnel, { query: filter });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const funnel = found.data;
  if (!funnel) return <RowSkeleton rows={5} />;
  if (funnel.total === 0) return <p className="muted">{t("need.funnel.empty")}</p>;
  const most = Math.max(1, ...funnel.steps.map(({ reached }) => reached));
  return (
    <>
      <div className={styles["funnelScroll"]}>
        <table className={`${styles["funnel"]} ${stacked["stacked"]}`}>
          <caption>{t("need.funnel.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("need.funnel.step")}</th>
              <th scope="col" aria-label={t("need.funnel.title")} />
              <th scope="col">{t("need.funnel.reached")}</th>
              <th scope="col">
                <FormulaHint title={t("need.funnel.fromBefore")} formula={t("need.funnel.formula")}>
                  <span>{t("need.funnel.fromBefore")}</span>
                </FormulaHint>
              </th>
              <th scope="col">{t("need.funnel.standing")}</th>
              <th scope="col">{t("need.funnel.medianDays")}</th>
              <th scope="col">{t("need.funnel.value")}</th>
            </tr>
          </thead>
          <tbody>
            {funnel.steps.map((step) => (
              <tr key={step.state}>
                <th scope="row">{t(`need.state.${step.state}`)}</th>
                <td className={styles["bar"]}>
                  <span
                    className={styles["barFill"]}
                    style={{ width: `${(100 * step.reached) / most}%` }}
                  />
                </td>
                <td data-label={t("need.funnel.reached")}>{formatNumber(step.reached, 0)}</td>
                <td data-label={t("need.funnel.fromBefore")}>
                  {step.fromBefore === null ? "–" : <Share of={step.fromBefore} />}
                </td>
                <td data-label={t("need.funnel.standing")}>
                  {onState && step.standing > 0 ? (
                    <Button type="link" size="small" onClick={() => onState(step.state)}>
                      {formatNumber(step.standing, 0)}
                    </Button>
                  ) : (
                    formatNumber(step.standing, 0)
                  )}
                </td>
                <td data-label={t("need.funnel.medianDays")}>
                  {step.medianDays === null ? "–" : formatNumber(step.medianDays, 0)}
                </td>
                <td data-label={t("need.funnel.value")}>
                  {step.valueMinor === 0 ? (
                    "–"
                  ) : (
                    <Money minor={step.valueMinor} currency={funnel.baseCurrency} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">
        {funnel.hidden > 0 &&
          (funnel.becameExplicit > 0
            ? t("need.funnel.hidden", {
                hidden: funnel.hidden,
                explicit: funnel.becameExplicit,
                days: Math.round(funnel.medianDaysToExplicit ?? 0),
              })
            : t("need.funnel.hiddenYet", { hidden: funnel.hidden }))}{" "}
        {funnel.declined > 0 && t("need.funnel.declined", { count: funnel.declined })}
      </p>
    </>
  );
};
