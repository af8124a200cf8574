import type { RoundFigures } from "@mainstay/contract/survey-round";
import { leastForPercentage } from "@mainstay/domain/survey/wilson";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";

type Rate = Pick<RoundFigures, "asked" | "answered" | "responseRate">;

/** The response rate with its n; below five people the counts alone (formulas § 2). */
export const useRateWords = () => {
  const { t } = useTranslation();
  return ({ asked, answered, responseRate }: Rate): string => {
    if (responseRate === null) return t("survey.rateNone");
    return asked < leastForPercentage
      ? t("survey.rateFew", { asked, answered })
      : t("survey.rate", { asked, answered, share: formatShare(responseRate) });
  };
};
