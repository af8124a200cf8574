import { audits } from "@mainstay/contract/audit";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { addressOf } from "../../../lib/call.ts";
import { usePagedAnswer } from "../../../lib/paged-answer.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useAddressState } from "../../../lib/table-state.ts";
import styles from "../setting-list.module.css";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditRow } from "./audit-row.tsx";
import { type AuditSearch, auditFilterOf } from "./audit-search.ts";
import { AuditVerification } from "./audit-verification.tsx";

/** Whether the audit can be trusted; then who did what to which record, and when. */
export const AuditSettings = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<AuditSearch>();
  const filter = auditFilterOf(search);
  const found = usePagedAnswer(audits.list, { query: filter });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (isProblem(found.error) && found.error.status === 403)
    return <ErrorState error={found.error} />;
  return (
    <>
      <PageHeader
        title={t("setting.audit.title")}
        lead={t("setting.audit.lead")}
        actions={
          <Button href={addressOf(audits.export, {}, filter)} download>
            {t("setting.audit.export")}
          </Button>
        }
      />
      <AuditVerification />
      <AuditFilters search={search} change={(changed) => change(changed as Partial<AuditSearch>)} />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton />}
      {found.isSuccess && rows.length === 0 && <EmptyState title={t("setting.audit.none")} />}
      {rows.length > 0 && (
        <ul className={styles["list"]}>
          {rows.map((row) => (
            <AuditRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button
          block
          type="text"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("app.moreRows")}
        </Button>
      )}
    </>
  );
};
