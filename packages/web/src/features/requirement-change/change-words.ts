import type { ChangeVersion } from "@mainstay/contract/requirement-change";
import { useTranslation } from "react-i18next";

/** Fee and days of a version in words; a minus never stands alone. */
export const useChangeWords = () => {
  const { t } = useTranslation();
  const days = (count: number): string =>
    count === 0
      ? t("requirementChange.days.same")
      : t(count > 0 ? "requirementChange.days.later" : "requirementChange.days.earlier", {
          count: Math.abs(count),
        });
  return {
    days,
    fee: ({ feeMinor, currency }: Pick<ChangeVersion, "feeMinor" | "currency">): string =>
      feeMinor === 0
        ? t("requirementChange.feeSame")
        : t(feeMinor > 0 ? "requirementChange.feeMore" : "requirementChange.feeLess", {
            amount: { minor: Math.abs(feeMinor), currency },
          }),
  };
};
