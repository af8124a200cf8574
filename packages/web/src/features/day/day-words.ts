import type { DayView } from "@mainstay/contract/day";
import { formatLunarDay } from "@mainstay/phrases/format/format-lunar";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** What a day is, in a short sentence. */
export const useDayWords = () => {
  const { t } = useTranslation();
  return (day: DayView): string => {
    const name = day.person?.name ?? "";
    if (day.kind === "birthday")
      return day.calendar === "lunar"
        ? t("day.lunarBirthdayOf", { name })
        : t("day.birthdayOf", { name });
    if (day.kind === "work_anniversary") return t("day.inJob", { name, count: day.years ?? 0 });
    if (day.kind === "cooperation_anniversary")
      return t("day.cooperation", { name: day.account?.name ?? "", count: day.years ?? 0 });
    return day.festival === null ? "" : t(`day.festival.${day.festival}`);
  };
};

/** The lunar date beside the solar one. */
export const useLunarWords = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return (lunar: DayView["lunar"]): string =>
    t("day.lunar", { words: formatLunarDay(lunar, locale) });
};
