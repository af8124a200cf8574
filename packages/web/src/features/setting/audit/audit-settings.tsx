import { audits } from "@mainstay/contract/audit";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/day-field.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { UserSelect } from "../../../components/user-select.tsx";
import { usePagedAnswer } from "../../../lib/paged-answer.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useAddressState } from "../../../lib/table-state.ts";
import styles from "../setting-list.module.css";
import { AuditRow } from "./audit-row.tsx";
import type { AuditSearch } from "./audit-search.ts";

/** Who did what to which record, and when. */
export const AuditSettings = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<AuditSearch>();
  const found = usePagedAnswer(audits.list, {
    query: { actorUserId: search.user, fromOn: search.from, toOn: search.to },
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (isProblem(found.error) && found.error.status === 403)
    return <ErrorState error={found.error} />;
  return (
    <>
      <PageHeader title={t("setting.audit.title")} lead={t("setting.audit.lead")} />
      <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
        <UserSelect
          label={t("setting.audit.who")}
          nobody={t("setting.audit.anybody")}
          value={search.user ?? null}
          onChange={(user) => change({ user: user ?? undefined })}
        />
        <DayField
          label={t("setting.audit.from")}
          value={search.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <DayField
          label={t("setting.audit.to")}
          value={search.to ?? null}
          onChange={(to) => change({ to: to ?? undefined })}
        />
      </div>
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
