import type { AuditView } from "@mainstay/contract/audit";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Leads from an act to every act on the same record. */
export const RecordLink = ({ row }: { row: AuditView }) => {
  const { t } = useTranslation();
  if (row.subjectId === null) return null;
  return (
    <Link
      to="/settings/audit"
      search={{ kind: row.subjectKind, record: row.subjectId } as Record<string, string>}
    >
      {t("setting.audit.sameRecord")}
    </Link>
  );
};
