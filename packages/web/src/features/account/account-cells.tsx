import type { AccountRow } from "@mainstay/contract/account";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import styles from "./account-cells.module.css";

/** Name, and how many warnings wait. */
export const NameCell = ({ row }: { row: AccountRow }) => {
  const { t } = useTranslation();
  const warnings = t("account.openSignals", { count: row.openSignals });
  return (
    <span className={styles["name"]}>
      <Link
        to="/accounts/$accountId"
        params={{ accountId: row.id }}
        title={row.name}
        tabIndex={-1}
        className={styles["link"]}
      >
        {row.name}
      </Link>
      {row.openSignals > 0 && (
        <span className={styles["warnings"]} title={warnings}>
          <Icon name="warning" size={12} />
          <span aria-hidden="true">{row.openSignals}</span>
          <span className="visually-hidden">{warnings}</span>
        </span>
      )}
    </span>
  );
};

/** Segment, and where a proposal would move it. */
export const SegmentCell = ({ row }: { row: AccountRow }) => {
  const { t } = useTranslation();
  const words = t(`glossary.segment.${row.segment ?? "none"}`);
  if (row.proposedSegment === null)
    return <span className={row.segment === null ? "muted" : undefined}>{words}</span>;
  return (
    <span
      title={t("account.proposed", { segment: t(`glossary.segment.${row.proposedSegment}`) })}
      className={styles["proposed"]}
    >
      {words} → {t(`glossary.segment.${row.proposedSegment}`)}
    </span>
  );
};

/** When the next order is expected; how late it is once the whole window has passed. */
export const NextOrderCell = ({ row, today }: { row: AccountRow; today: IsoDay }) => {
  const { t } = useTranslation();
  const late = (dayNumberFromIso(today) ?? 0) - (dayNumberFromIso(row.nextToOn ?? today) ?? 0);
  if (row.nextExpectedOn !== null && late > 0)
    return (
      <span className={styles["late"]} title={row.nextExpectedOn}>
        {t("account.late", { count: late })}
      </span>
    );
  return <Day on={row.nextExpectedOn} today={today} absolute />;
};
