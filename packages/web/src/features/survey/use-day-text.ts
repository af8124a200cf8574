import { formatShortDay } from "@mainstay/phrases/format/format-day";
import { usePreferences } from "../../lib/preferences.ts";
import { useSession } from "../../lib/session.ts";

/** A calendar day within a sentence, its year where it is not this one. */
export const useDayText = () => {
  const { locale } = usePreferences();
  const { today } = useSession().workspace;
  return (on: string): string => formatShortDay(on, locale, today);
};
