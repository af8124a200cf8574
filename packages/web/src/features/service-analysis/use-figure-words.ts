import type { CaseFigures, Share } from "@mainstay/contract/service-analysis";
import type { CaseOutcome } from "@mainstay/domain/case/case-outcome";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";

/** The shares among the figures of cases. */
export const shareFigures = [
  "repliedInTime",
  "solvedInTime",
  "reopened",
  "satisfied",
  "unconfirmed",
] as const satisfies readonly (keyof CaseFigures)[];

/** The cases a share counts, and those it counts them of; all cases of the period where nothing is named. */
export const outcomesOf = {
  repliedInTime: { hits: "replied_in_time", n: "reply_judged" },
  solvedInTime: { hits: "solved_in_time", n: "solve_judged" },
  reopened: { hits: "reopened", n: undefined },
  satisfied: { hits: "satisfied", n: undefined },
  unconfirmed: { hits: "unconfirmed", n: "was_solved" },
} as const satisfies Record<
  (typeof shareFigures)[number],
  { hits: CaseOutcome; n: CaseOutcome | undefined }
>;

/** Figures in words: shares, hours, intervals; what is not known is not a nought. */
export const useFigureWords = () => {
  const { t } = useTranslation();
  const nothing = t("app.notApplicable");
  return {
    share: ({ share }: Share) => (share === null ? nothing : formatShare(share)),
    of: ({ hits, n }: Share) => t("serviceAnalysis.formula.of", { hits, n }),
    interval: ({ interval }: Share) =>
      interval === null
        ? null
        : t("serviceAnalysis.formula.interval", {
            low: formatShare(interval.low),
            high: formatShare(interval.high),
          }),
    hours: (hours: number | null) =>
      hours === null
        ? nothing
        : t("serviceAnalysis.hours", { hours: formatNumber(hours, hours < 10 ? 1 : 0) }),
  };
};
