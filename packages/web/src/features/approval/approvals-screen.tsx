import { approvals, type ApprovalView, approvalViews } from "@mainstay/contract/approval";
import { approvalKinds } from "@mainstay/domain/approval/approval-kind";
import { Button, Dropdown, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { ApprovalRow } from "./approval-row.tsx";
import type { ApprovalSearch } from "./approval-search.ts";
import styles from "./approval.module.css";
import { AskExportDialog, AskMoveDialog } from "./ask-dialogs.tsx";
import { AskGiftDialog } from "./ask-gift-dialog.tsx";
import { DecideDialog } from "./decide-dialog.tsx";

const asks = { segment_move: AskMoveDialog, gift: AskGiftDialog, export: AskExportDialog } as const;

/** What waits for me in one sentence, how much of it late. */
const useHeadline = (): string => {
  const { t } = useTranslation();
  const waiting = useAnswer(approvals.list, { query: { view: "waiting", limit: 200 } });
  const count = waiting.data?.total ?? 0;
  const overdue = waiting.data?.items.filter(({ isOverdue }) => isOverdue).length ?? 0;
  if (count === 0) return t("approval.title.none");
  return overdue > 0
    ? t("approval.title.waitingOverdue", { count, overdue })
    : t("approval.title.waiting", { count });
};

/** Everything that waits for a second person: for me, asked by me, decided, overdue. */
export const ApprovalsScreen = () => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const oversees = useMay("portfolio.oversee");
  const title = useHeadline();
  const [search, change] = useAddressState<ApprovalSearch>();
  const [open, setOpen] = useState<{ one: ApprovalView; decision: "approve" | "refuse" } | null>(
    null,
  );
  const [asking, setAsking] = useState<keyof typeof asks | null>(null);
  const view = search.view ?? "waiting";
  const found = usePagedAnswer(approvals.list, {
    query: { view, ...(search.kind && { kind: search.kind }), limit: 50 },
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const Ask = asking && asks[asking];
  const views = approvalViews.filter((one) => one !== "overdue" || oversees);
  return (
    <Screen>
      <PageHeader
        title={title}
        tabTitle={t("approval.tabTitle")}
        lead={t("approval.lead")}
        actions={
          <Dropdown
            trigger={["click"]}
            menu={{
              items: (["segment_move", "gift", "export"] as const).map((key) => ({
                key,
                label: t(`approval.kind.${key}`),
              })),
              onClick: ({ key }) => setAsking(key as keyof typeof asks),
            }}
          >
            <Button aria-haspopup="menu">
              {t("approval.ask")}
              <Icon name="down" size={12} />
            </Button>
          </Dropdown>
        }
      />
      <div className={styles["bar"]}>
        <Segmented
          aria-label={t("approval.viewLabel")}
          value={view}
          onChange={(next) => change({ view: next })}
          options={views.map((value) => ({ value, label: t(`approval.view.${value}`) }))}
        />
        <Select
          aria-label={t("approval.kindLabel")}
          value={search.kind ?? ""}
          popupMatchSelectWidth={false}
          onChange={(kind) => change({ kind: kind === "" ? undefined : kind } as ApprovalSearch)}
          options={[
            { value: "" as const, label: t("approval.allKinds") },
            ...approvalKinds.map((value) => ({ value, label: t(`approval.kind.${value}`) })),
          ]}
        />
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={4} />
      ) : rows.length === 0 ? (
        <EmptyState title={t(`approval.empty.${view}`)} words={t(`approval.emptyWhy.${view}`)} />
      ) : (
        <ul className={styles["list"]}>
          {rows.map((one) => (
            <ApprovalRow
              key={one.id}
              approval={one}
              currency={workspace.baseCurrency}
              onDecide={(decision) => setOpen({ one, decision })}
            />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button
          type="text"
          size="small"
          className={styles["foot"] ?? ""}
          onClick={() => void found.fetchNextPage()}
        >
          {t("app.moreRows")}
        </Button>
      )}
      {open && (
        <DecideDialog approval={open.one} decision={open.decision} onClose={() => setOpen(null)} />
      )}
      {Ask && <Ask onClose={() => setAsking(null)} />}
    </Screen>
  );
};
