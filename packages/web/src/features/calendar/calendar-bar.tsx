import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useMay, useSession } from "../../lib/session.ts";
import styles from "./calendar.module.css";
import { type CalendarViewName, calendarViews, daysAfter } from "./calendar-search.ts";

/** What is shown and how to move: the month or week, steps, views, whose, and planning. */
export const CalendarBar = ({
  view,
  on,
  range,
  whose,
  onView,
  onStep,
  onToday,
  onWhose,
  onPlan,
}: {
  view: CalendarViewName;
  on: IsoDay;
  range: { from: IsoDay; to: IsoDay };
  whose: { id: string; name: string } | null;
  onView: (view: CalendarViewName) => void;
  onStep: (steps: number) => void;
  onToday: () => void;
  onWhose: (userId: string | null) => void;
  onPlan: () => void;
}) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const oversees = useMay("portfolio.oversee");
  const mayPlan = useMay("calendar.edit");
  const title =
    view === "month"
      ? t("calendar.month", { year: on.slice(0, 4), month: String(Number(on.slice(5, 7))) })
      : t("calendar.weekOf", { from: range.from, to: daysAfter(range.to, -1) });
  const isMine = whose === null || whose.id === user.id;
  useEffect(() => {
    document.title = `${t("calendar.title")} · ${t("app.name")}`;
  }, [t]);
  return (
    <div className={styles["bar"]}>
      <h1>
        {title}
        {!isMine && (
          <span className="visually-hidden">{t("calendar.of", { name: whose.name })}</span>
        )}
      </h1>
      <span className={styles["steps"]}>
        <Button
          type="text"
          aria-label={t("calendar.before")}
          icon={<Icon name="left" />}
          onClick={() => onStep(-1)}
        />
        <Button onClick={onToday}>{t("calendar.today")}</Button>
        <Button
          type="text"
          aria-label={t("calendar.after")}
          icon={<Icon name="right" />}
          onClick={() => onStep(1)}
        />
      </span>
      <div className={styles["views"]} role="group" aria-label={t("calendar.view.label")}>
        {calendarViews.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            onClick={() => onView(name)}
          >
            {t(`calendar.view.${name}`)}
          </button>
        ))}
      </div>
      <div className={styles["end"]}>
        {oversees && (
          <span className={styles["whose"]}>
            <UserSelect
              label={t("calendar.whose")}
              nobody={t("calendar.ofMe")}
              value={isMine ? null : whose.id}
              known={whose}
              onChange={(userId) => onWhose(userId === user.id ? null : userId)}
            />
          </span>
        )}
        {mayPlan && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={onPlan}>
            {t("calendar.add")}
          </Button>
        )}
      </div>
    </div>
  );
};
