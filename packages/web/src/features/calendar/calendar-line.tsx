import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CalendarItem, clockOf } from "./calendar-items.ts";
import styles from "./calendar.module.css";

/** One line: the mark says what it is, the time when, the words what. A plan opens beside, the rest leads to its record. */
export const CalendarLine = ({
  item,
  isFull = false,
  onOpen,
}: {
  item: CalendarItem;
  /** True where there is room for the account and the kind. */
  isFull?: boolean;
  onOpen: (item: CalendarItem) => void;
}) => {
  const { t } = useTranslation();
  const kind =
    item.entry === null ? t(`calendar.item.${item.what}`) : t(`calendar.kind.${item.entry.kind}`);
  const state = item.isOverdue ? t("calendar.overdue") : item.isDone ? t("calendar.logged") : null;
  const words = (
    <>
      <span className={styles["tick"]} data-what={item.what} aria-hidden="true" />
      {item.minute !== null && <span className="numeric">{clockOf(item.minute)}</span>}
      <span className={isFull ? "muted" : "visually-hidden"}>{kind}</span>
      <span className={styles["words"]}>
        {item.account !== null && item.what !== "day"
          ? `${item.account.name} · ${item.title}`
          : item.title}
      </span>
      {state !== null && (
        <span className={isFull ? styles["state"] : "visually-hidden"}>{state}</span>
      )}
    </>
  );
  const shared = {
    className: styles["line"],
    "data-overdue": item.isOverdue || undefined,
    "data-done": item.isDone || undefined,
    "data-full": isFull || undefined,
    title: isFull ? undefined : [kind, item.account?.name, item.title].filter(Boolean).join(" · "),
  };
  if (item.entry !== null)
    return (
      <button type="button" {...shared} onClick={() => onOpen(item)}>
        {words}
      </button>
    );
  if (item.to === null) return <span {...shared}>{words}</span>;
  return (
    <Link to={item.to as string} {...shared}>
      {words}
    </Link>
  );
};
