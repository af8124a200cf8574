import type { AccountRow } from "@mainstay/contract/account";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { LevelMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { NextOrderCell } from "./account-cells.tsx";
import styles from "./account-cards.module.css";

/** The same rows on a phone: judgement, name, what they bring and risk; more come as the end nears. */
export const AccountCards = ({
  rows,
  currency,
  today,
  onMore,
}: {
  rows: readonly AccountRow[];
  currency: string;
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
      <ul className={styles["cards"]} aria-label={t("account.tableLabel")}>
        {rows.map((row) => (
          <li key={row.id} className={styles["card"]}>
            <Link
              to="/accounts/$accountId"
              params={{ accountId: row.id }}
              className={styles["link"]}
            >
              <span className={styles["line"]}>
                <LevelMark level={row.level} />
                <span className={styles["risk"]} data-any={row.valueAtRiskMinor > 0 || undefined}>
                  <span className="muted">{t("account.column.valueAtRisk")} </span>
                  <Money minor={row.valueAtRiskMinor} currency={currency} />
                </span>
              </span>
              <span className={styles["name"]}>{row.name}</span>
              <span className={styles["line"]}>
                <span className="muted">
                  {t(`glossary.segment.${row.segment ?? "none"}`)}
                  {" · "}
                  <Money minor={row.revenue12mMinor} currency={currency} />
                </span>
                <span>
                  {row.nextExpectedOn !== null && <NextOrderCell row={row} today={today} />}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div ref={end} />
    </>
  );
};
