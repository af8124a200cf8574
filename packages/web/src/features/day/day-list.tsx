import type { DayView } from "@mainstay/contract/day";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import styles from "./day-list.module.css";
import { useDayWords, useLunarWords } from "./day-words.ts";

const Briefing = lazy(() =>
  import("./day-briefing-drawer.tsx").then((m) => ({ default: m.DayBriefingDrawer })),
);

/** Days to remember, soonest first; a person's day opens what to know before greeting them. */
export const DayList = ({
  items,
  today,
  isTight = false,
}: {
  items: readonly DayView[];
  today: IsoDay;
  /** True in a narrow column: the customer and the manager are left out. */
  isTight?: boolean;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const wordsOf = useDayWords();
  const lunarWordsOf = useLunarWords();
  const [openId, setOpen] = useState<string | null>(null);
  return (
    <>
      <ul className={styles["list"]} data-tight={isTight || undefined}>
        {items.map((day) => (
          <li key={day.key} className={styles["item"]}>
            <span className={styles["when"]} title={formatDay(day.on, locale)}>
              <Day on={day.on} today={today} absolute />
              <span className={styles["lunar"]}>{lunarWordsOf(day.lunar)}</span>
            </span>
            <span className={styles["words"]}>
              <span className={styles["what"]} data-round={day.isRound || undefined}>
                {wordsOf(day)}
              </span>
              {day.kind !== "festival" && (
                <span className={styles["whose"]}>
                  {day.kind !== "cooperation_anniversary" && day.account !== null && (
                    <Link to="/accounts/$accountId" params={{ accountId: day.account.id }}>
                      {day.account.name}
                    </Link>
                  )}
                  {!isTight && day.person?.title && <span>{day.person.title}</span>}
                  {!isTight && day.manager !== null && (
                    <span>{t("day.manager", { name: day.manager.name })}</span>
                  )}
                </span>
              )}
            </span>
            <span className={styles["away"]}>
              <Day on={day.on} today={today} />
              {day.person !== null && (
                <Button type="link" size="small" onClick={() => setOpen(day.person?.id ?? null)}>
                  {t("day.prepare")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {openId !== null && (
        <Suspense>
          <Briefing personId={openId} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
};
