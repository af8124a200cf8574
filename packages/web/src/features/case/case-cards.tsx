import type { CaseRow } from "@mainstay/contract/case";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CaseJudgementCell } from "./case-cells.tsx";
import { LevelOfCase } from "./case-mark.tsx";
import styles from "./case.module.css";

/** The same rows on a phone; more come as the end nears. */
export const CaseCards = ({
  rows,
  now,
  onMore,
}: {
  rows: readonly CaseRow[];
  now: number;
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
      <ul className={styles["cards"]} aria-label={t("case.list.label")}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} className={styles["card"]}>
              <CaseJudgementCell row={row} now={now} />
              <span className={styles["cardName"]}>
                <span className={styles["number"]}>#{row.number}</span> {row.title}
              </span>
              <span className={styles["cardLine"]}>
                <span className="muted">{row.account.name}</span>
                <LevelOfCase level={row.level} />
              </span>
              <span className="muted">
                {t("case.person.handler")} {row.handler?.name ?? t("case.person.nobody")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div ref={end} />
    </>
  );
};
