import type { InspectionRow } from "@mainstay/contract/inspection";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** What an inspection draws from and of which days, in words. */
export const useRangeWords = (row: InspectionRow) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return {
    range: t("inspection.range", {
      from: formatDay(row.from, locale),
      to: formatDay(row.to, locale),
    }),
    drawnFrom: [
      t(`inspection.population.${row.population}`),
      row.department?.name,
      row.segment && t(`glossary.segment.${row.segment}`),
    ]
      .filter(Boolean)
      .join(" · "),
  };
};
