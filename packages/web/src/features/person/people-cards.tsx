import type { PersonRow } from "@mainstay/contract/person-list";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { PersonRoleCell } from "./people-cells.tsx";
import styles from "./people-screen.module.css";

/** The same rows on a phone; more come as the end nears. */
export const PeopleCards = ({
  rows,
  today,
  onMore,
}: {
  rows: readonly PersonRow[];
  today: IsoDay;
  onMore: (() => void) | undefined;
}) => {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (element === null || onMore === undefined) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), {
      rootMargin: "600px",
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [onMore]);
  return (
    <>
      <ul className={styles["cards"]} aria-label={t("person.list.label")}>
        {rows.map((row) => {
          const [job] = row.jobs;
          return (
            <li key={row.id}>
              <Link to="/people/$personId" params={{ personId: row.id }} className={styles["card"]}>
                <span className={styles["cardName"]}>
                  {row.name}
                  {row.isPlaceholder && (
                    <span className={styles["tag"]}>{t("person.placeholder")}</span>
                  )}
                  {row.isDoorOpener && (
                    <span className={styles["tag"]} data-kind="opener">
                      {t("person.doorOpener")}
                    </span>
                  )}
                </span>
                <span className="muted">
                  {job === undefined
                    ? t("person.list.noJob")
                    : [
                        row.hasJob ? null : t("person.list.formerly"),
                        job.account.name,
                        job.title,
                        job.department,
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                </span>
                <span className={styles["cardLine"]}>
                  <PersonRoleCell row={row} />
                  {row.lastContactOn === null ? (
                    <span className="muted">{t("person.list.never")}</span>
                  ) : (
                    <Day on={row.lastContactOn} today={today} />
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      <div ref={end} />
    </>
  );
};
