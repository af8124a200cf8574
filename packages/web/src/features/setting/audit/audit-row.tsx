import type { AuditView } from "@mainstay/contract/audit";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import styles from "../setting-list.module.css";

/** What changed, as the record keeps it: names and values for those who check. */
const detailText = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(" · ");

/** One act: who, what, when; its exact content on demand. */
export const AuditRow = ({ row }: { row: AuditView }) => {
  const { t, i18n } = useTranslation();
  const key = `audit.act.${row.act.replace(".", "_")}` as "audit.act.other";
  const isNamed: boolean = i18n.exists(key);
  const act: string = t(isNamed ? key : "audit.act.other");
  const detail = detailText(row.detail);
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{act}</span>
        <span className="muted">
          {row.actor?.name ?? t("setting.audit.system")} · <Instant at={row.at} />
        </span>
        {(detail !== "" || row.subjectId !== null) && (
          <details className={styles["detail"]}>
            <summary>{t("setting.audit.detail")}</summary>
            {detail !== "" && <code>{detail}</code>}
            {row.subjectId !== null && (
              <span>{t("setting.audit.record", { id: row.subjectId })}</span>
            )}
            {row.requestId !== null && (
              <span>{t("setting.audit.request", { id: row.requestId })}</span>
            )}
          </details>
        )}
      </div>
    </li>
  );
};
