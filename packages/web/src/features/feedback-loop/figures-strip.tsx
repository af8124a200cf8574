import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import styles from "./loop.module.css";
import { useLoopFigures } from "./use-loop-figures.ts";

/** A figure, how it is reckoned, and below it on what it rests. */
const Figure = (props: { name: string; formula?: string; how: string; children: ReactNode }) => (
  <div>
    <dt>{props.name}</dt>
    <dd>
      {props.formula === undefined ? (
        props.children
      ) : (
        <FormulaHint title={props.name} formula={props.formula}>
          {props.children}
        </FormulaHint>
      )}
      <div className={styles["how"]}>{props.how}</div>
    </dd>
  </div>
);

/** How well loops were closed in the past year, each figure with its n and its interval. */
export const FiguresStrip = () => {
  const { t } = useTranslation();
  const { found, from, time } = useLoopFigures();
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={2} />;
  const { total } = found.data;
  const nothing = t("app.notApplicable");
  const share = (of: number | null) => (of === null ? nothing : formatShare(of));
  const of = (part: number, whole: number) => t("feedbackLoop.figures.of", { part, whole });
  return (
    <dl className={styles["figures"]}>
      <Figure
        name={t("feedbackLoop.figures.opened")}
        how={t("feedbackLoop.figures.since", { from })}
      >
        {formatNumber(total.opened)}
      </Figure>
      <Figure
        name={t("feedbackLoop.figures.inTime")}
        formula={t("feedbackLoop.figures.inTimeFormula")}
        how={[
          of(total.inTime, total.due),
          ...(total.inTimeInterval
            ? [`${formatShare(total.inTimeInterval.low)}–${formatShare(total.inTimeInterval.high)}`]
            : []),
        ].join(" · ")}
      >
        {share(total.inTimeShare)}
      </Figure>
      <Figure
        name={t("feedbackLoop.figures.median")}
        formula={t("feedbackLoop.figures.hoursFormula")}
        how={t("feedbackLoop.figures.within", { n: total.contacted, time: time(total.p90Hours) })}
      >
        {time(total.medianHours)}
      </Figure>
      <Figure
        name={t("feedbackLoop.figures.remeasured")}
        formula={t("feedbackLoop.figures.remeasuredFormula")}
        how={of(total.remeasured, total.opened - total.dropped)}
      >
        {share(total.remeasuredShare)}
      </Figure>
      {total.changes.map(({ scale, n, mean, interval }) => (
        <Figure
          key={scale}
          name={t("feedbackLoop.figures.change", { scale: t(`feedbackLoop.scale.${scale}`) })}
          formula={t("feedbackLoop.figures.changeFormula")}
          how={
            mean === null
              ? t("feedbackLoop.figures.few", { n })
              : [
                  t("feedbackLoop.figures.n", { n }),
                  ...(interval
                    ? [`${formatNumber(interval.low, 1)} ~ ${formatNumber(interval.high, 1)}`]
                    : []),
                ].join(" · ")
          }
        >
          {mean === null ? nothing : `${mean > 0 ? "+" : ""}${formatNumber(mean, 1)}`}
        </Figure>
      ))}
    </dl>
  );
};
