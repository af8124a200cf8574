import type { CaseFigures, Share } from "@mainstay/contract/service-analysis";
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
