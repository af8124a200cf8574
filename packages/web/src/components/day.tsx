import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import {
  formatDay,
  formatInstant,
  formatNearDay,
  formatShortDay,
} from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../lib/preferences.ts";

const localToday = (): IsoDay => formatInstant(new Date().toISOString()).slice(0, 10);

/**
 * A calendar day: relative where near, absolute on hover. `today` is the workspace's day; without it the
 * browser's. `absolute` always writes the date.
 */
export const Day = ({
  on,
  today = localToday(),
  absolute = false,
}: {
  on: IsoDay | null | undefined;
  today?: IsoDay;
  absolute?: boolean;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  if (on === null || on === undefined)
    return <span className="muted">{t("app.notApplicable")}</span>;
  return (
    <time dateTime={on} title={formatDay(on, locale)} className="numeric">
      {absolute ? formatShortDay(on, locale, today) : formatNearDay(on, locale, today)}
    </time>
  );
};

/** An instant in the reader's own clock. */
export const Instant = ({ at }: { at: string | null | undefined }) => {
  const { t } = useTranslation();
  if (at === null || at === undefined)
    return <span className="muted">{t("app.notApplicable")}</span>;
  return (
    <time dateTime={at} title={at} className="numeric">
      {formatInstant(at)}
    </time>
  );
};
