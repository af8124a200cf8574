import type { DayView } from "@mainstay/contract/day";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords, useLunarWords } from "../day/day-words.ts";

const Briefing = lazy(() =>
  import("../day/day-briefing-drawer.tsx").then((m) => ({ default: m.DayBriefingDrawer })),
);
const AddTask = lazy(() =>
  import("../task/add-task-dialog.tsx").then((m) => ({ default: m.AddTaskDialog })),
);

export const DayWhy = ({ day }: { day: DayView }) => {
  const { t } = useTranslation();
  const wordsOf = useDayWords();
  const lunarWordsOf = useLunarWords();
  return (
    <>
      <strong>{wordsOf(day)}</strong> <span className="muted">{lunarWordsOf(day.lunar)}</span>{" "}
      {t("todayRow.why.day")}
    </>
  );
};

/** Look at what to know before greeting somebody, or plan something for the day. */
export const DayActs = ({ day, today }: { day: DayView; today: IsoDay }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"briefing" | "task" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {day.person !== null && (
        <Button size="small" type="primary" data-first-act onClick={() => setOpen("briefing")}>
          {t("todayRow.act.prepare")}
        </Button>
      )}
      {day.account !== null && (
        <Button
          size="small"
          {...(day.person === null && { "data-first-act": true })}
          onClick={() => setOpen("task")}
        >
          {t("todayRow.act.plan")}
        </Button>
      )}
      <Suspense>
        {open === "briefing" && day.person !== null && (
          <Briefing personId={day.person.id} onClose={close} />
        )}
        {open === "task" && day.account !== null && (
          <AddTask account={day.account} today={today} onClose={close} />
        )}
      </Suspense>
    </>
  );
};
