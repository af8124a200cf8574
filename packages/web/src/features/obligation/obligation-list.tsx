import { obligations } from "@mainstay/contract/obligation";
import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useSession } from "../../lib/session.ts";
import { type ObligationDialogKind, ObligationDialogs } from "./obligation-dialogs.tsx";
import { ObligationRow } from "./obligation-row.tsx";
import styles from "./obligation.module.css";

/** Obligations row by row, soonest due first, each with its acts; more are fetched on demand. */
export const ObligationList = ({
  filter,
  empty,
}: {
  filter: Partial<QueryOf<typeof obligations.list>>;
  empty: ReactNode;
}) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [open, setOpen] = useState<{ kind: ObligationDialogKind; id: string } | null>(null);
  const found = usePagedAnswer(obligations.list, { query: { ...filter, limit: 50 } });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <RowSkeleton rows={4} />;
  const rows = found.data.pages.flatMap((page) => page.items);
  const total = found.data.pages[0]?.total ?? 0;
  const chosen = open && rows.find(({ id }) => id === open.id);
  return (
    <>
      {rows.length === 0 ? (
        empty
      ) : (
        <div className={styles["list"]} aria-busy={found.isPlaceholderData}>
          {rows.map((one) => (
            <ObligationRow
              key={one.id}
              obligation={one}
              today={workspace.today}
              onDialog={(kind) => setOpen({ kind, id: one.id })}
            />
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <p className={styles["foot"]} aria-live="polite">
          {t("app.rows", { count: total })}
        </p>
      )}
      {found.hasNextPage && (
        <Button
          className={styles["more"] ?? ""}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("app.moreRows")}
        </Button>
      )}
      <ObligationDialogs
        open={open && chosen ? { kind: open.kind, obligation: chosen } : null}
        today={workspace.today}
        onClose={() => setOpen(null)}
      />
    </>
  );
};
