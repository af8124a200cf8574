import { caseClosings, type UnconfirmedRow } from "@mainstay/contract/case-closing";
import { failedCallsShown } from "@mainstay/domain/case-closing/call-back-rule";
import { confirmationReminderDays } from "@mainstay/domain/case-closing/closing-rule";
import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import styles from "./closing.module.css";
import { quarterOf } from "./quarter-of.ts";

const CallBackDialog = lazy(() =>
  import("./call-back-dialog.tsx").then((m) => ({ default: m.CallBackDialog })),
);

const whoses = ["all", "callable", "mine"] as const;
type Whose = (typeof whoses)[number];

/** What is solved and not confirmed, the longest waiting first; whom the reader may call stands with its button. */
export const UnconfirmedScreen = () => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const [whose, setWhose] = useState<Whose>("all");
  const [calling, setCalling] = useState<string | null>(null);
  const found = usePagedAnswer(caseClosings.unconfirmed, { query: { whose, limit: 30 } });
  const figures = useAnswer(caseClosings.figures, { query: { from: quarterOf(today), to: today } });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  return (
    <Screen>
      <PageHeader
        tabTitle={t("closing.list.title")}
        title={
          !found.data
            ? t("closing.list.title")
            : total === 0
              ? t("closing.list.headline_none")
              : t("closing.list.headline", { count: total })
        }
        lead={
          <>
            {t("closing.list.lead")}
            {figures.data && figures.data.solved > 0 && (
              <>
                <br />
                {t("closing.list.figures", {
                  ...figures.data,
                  share: figures.data.unconfirmedShare ?? 0,
                })}
              </>
            )}
          </>
        }
        actions={<Link to="/cases">{t("incomingMessage.toCases")}</Link>}
      />
      <div className={styles["filters"]}>
        <Segmented
          aria-label={t("closing.list.title")}
          value={whose}
          onChange={(next) => setWhose(next as Whose)}
          options={whoses.map((value) => ({ value, label: t(`closing.list.whose.${value}`) }))}
        />
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={5} />
      ) : items.length === 0 ? (
        <EmptyState title={t("closing.list.none")} />
      ) : (
        <ul className={styles["list"]}>
          {items.map((row) => (
            <Row key={row.id} row={row} onCall={() => setCalling(row.id)} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
      <Suspense>
        {calling !== null && <CallBackDialog caseId={calling} onClose={() => setCalling(null)} />}
      </Suspense>
    </Screen>
  );
};

const Row = ({ row, onCall }: { row: UnconfirmedRow; onCall: () => void }) => {
  const { t } = useTranslation();
  const told = [
    row.account.name,
    row.person?.name,
    `${t("closing.list.handler")} ${row.handler?.name ?? row.firstResponder.name}`,
    row.reminders > 0 && t("closing.reminders", { count: row.reminders }),
    row.failedCalls > 0 &&
      (row.failedCalls >= failedCallsShown
        ? t("closing.unreachable")
        : t("closing.failedCalls", { count: row.failedCalls })),
    row.reopened > 0 && t("closing.reopened", { count: row.reopened }),
  ].filter((part) => typeof part === "string");
  return (
    <li className={styles["item"]}>
      <span
        className={styles["days"]}
        data-long={row.daysWaiting > confirmationReminderDays[1] || undefined}
      >
        {t("closing.list.days", { count: row.daysWaiting })}
      </span>
      <span className={styles["itemWords"]}>
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          #{row.number} {row.title}
        </Link>
        <span className="muted">{told.join(" · ")}</span>
      </span>
      {row.can.callBack && (
        <Button size="small" onClick={onCall}>
          {t("closing.callBack")}
        </Button>
      )}
    </li>
  );
};
