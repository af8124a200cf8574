import type { NeedRow } from "@mainstay/contract/need";
import type { NeedState } from "@mainstay/domain/need/need-kind";
import { useTranslation } from "react-i18next";
import styles from "./need.module.css";

const tones: Record<NeedState, "good" | "wait" | "plain"> = {
  signal: "plain",
  hypothesis: "plain",
  validated: "wait",
  solved: "wait",
  valued: "good",
  declined: "plain",
};

/** Where a need stands, in a word. */
export const NeedStateMark = ({ state }: { state: NeedState }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["mark"]} data-tone={tones[state]}>
      {t(`need.state.${state}`)}
    </span>
  );
};

/** How long it has been there; too long is said in a word, not by colour alone. */
export const RestMark = ({ need }: { need: NeedRow }) => {
  const { t } = useTranslation();
  const days = t("need.list.days", { count: need.daysInState });
  return need.isStale ? (
    <span className={styles["mark"]} data-tone="late">
      {t("need.list.staleMark")} · {days}
    </span>
  ) : (
    <span className="muted">{days}</span>
  );
};

/** Whether to pursue it, with the figure where there is one. */
export const FitMark = ({ fit }: { fit: NeedRow["fit"] }) => {
  const { t } = useTranslation();
  if (fit.verdict === null) return <span className="muted">{t("need.verdictUnknown")}</span>;
  const tone = fit.verdict === "pursue" ? "good" : fit.verdict === "decline" ? "late" : "plain";
  return (
    <span className={styles["mark"]} data-tone={tone}>
      {t(`need.verdict.${fit.verdict}`)}
      {fit.score !== null && ` · ${Math.round(fit.score)}`}
    </span>
  );
};
