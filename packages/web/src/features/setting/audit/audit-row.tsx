import type { AuditView } from "@mainstay/contract/audit";
import { auditDetailLines } from "@mainstay/phrases/audit/audit-detail";
import { auditActKey } from "@mainstay/phrases/audit/act-key";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import styles from "../setting-list.module.css";
import { RecordLink } from "./record-link.tsx";

/** One act: who, what, about whom, when; its exact content on demand. */
export const AuditRow = ({ row }: { row: AuditView }) => {
  const { t, i18n } = useTranslation();
  const voice = {
    t: (key: string, params?: Record<string, unknown>) => String(t(key as never, params as never)),
    exists: (key: string) => i18n.exists(key),
  };
  const lines = auditDetailLines(voice, row.detail);
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span>
          <span className={styles["name"]}>
            {t(`audit.act.${auditActKey(row.act) ?? "other"}`)}
          </span>
          {row.account !== null && (
            <>
              {" · "}
              <Link to="/accounts/$accountId" params={{ accountId: row.account.id }}>
                {row.account.name}
              </Link>
            </>
          )}
          {row.person !== null && (
            <>
              {" · "}
              <Link to="/people/$personId" params={{ personId: row.person.id }}>
                {row.person.name}
              </Link>
            </>
          )}
        </span>
        <span className="muted">
          {row.actor?.name ?? t("setting.audit.system")} · <Instant at={row.at} />
        </span>
        {(lines.length > 0 || row.subjectId !== null) && (
          <details className={styles["detail"]}>
            <summary>{t("setting.audit.detail")}</summary>
            <dl className={styles["lines"]}>
              {lines.map(({ name, value }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an act never change
                <div key={place}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <RecordLink row={row} />
            {row.requestId !== null && (
              <span className="muted">{t("setting.audit.request", { id: row.requestId })}</span>
            )}
          </details>
        )}
      </div>
    </li>
  );
};
