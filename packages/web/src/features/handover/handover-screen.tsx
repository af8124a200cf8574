import { handovers } from "@mainstay/contract/handover";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen, RowSkeleton } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { Checklist } from "./checklist.tsx";
import { HandoverActs } from "./handover-acts.tsx";
import { HandoverMark } from "./handover-mark.tsx";
import { takerOf, useHandoverWords } from "./handover-words.ts";
import styles from "./handover.module.css";
import { PackView } from "./pack-view.tsx";
import { useNow } from "./use-now.ts";

/** One handover: its clock and who takes over, what to do next, the checklist, and the pack to read and accept. */
export const HandoverScreen = () => {
  const { handoverId } = useParams({ strict: false }) as { handoverId: string };
  const { t } = useTranslation();
  const now = useNow();
  const words = useHandoverWords();
  const params = { handoverId };
  const found = useAnswer(handovers.get, { params });
  const pack = useAnswer(handovers.pack, { params });
  if (isProblem(found.error, "handover.not_found"))
    return (
      <EmptyState
        isScreen
        title={found.error.words}
        action={<Link to="/handovers">{t("handover.title")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const handover = found.data;
  const { account, side, status, successor } = handover;
  const fact = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  const nobody = <strong className={styles["nobody"]}>{t("handover.nobody")}</strong>;
  return (
    <Screen>
      <PageHeader
        tabTitle={`${t("handover.title")} · ${account.name}`}
        title={
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        }
        lead={words.what(handover)}
        actions={<HandoverActs handover={handover} packSha256={pack.data?.sha256 ?? null} />}
      />
      <dl className={styles["head"]} data-bad={handover.isOverdue || undefined}>
        {fact(
          t(`handover.side.${side}`),
          <HandoverMark
            handover={handover}
            words={status === "open" ? words.clock(handover, now) : undefined}
          />,
        )}
        {fact(
          t("handover.columns.clock"),
          <>
            {t("handover.started", { at: formatInstant(handover.startedAt) })}
            <br />
            {t("handover.due", { at: formatInstant(handover.dueAt) })}
          </>,
        )}
        {fact(
          t(side === "ours" ? "handover.to" : "handover.owner"),
          takerOf(handover)?.name ?? nobody,
        )}
        {side === "theirs" && fact(t("handover.successor"), successor?.name ?? nobody)}
        {handover.acceptedAt !== null &&
          fact(
            t("handover.status.accepted"),
            <>
              {t("handover.acceptedAt", {
                name: handover.acceptedBy?.name ?? "",
                at: formatInstant(handover.acceptedAt),
              })}
              {handover.acceptedDespite !== null && (
                <p>{t("handover.acceptedDespite", { reason: handover.acceptedDespite })}</p>
              )}
              {handover.packSha256 !== null && (
                <p className={styles["hash"]} title={t("handover.packHash")}>
                  {handover.packSha256}
                </p>
              )}
            </>,
          )}
        {(handover.visitedOn !== null || status === "accepted") &&
          fact(
            t("handover.item.visit_successor"),
            handover.visitedOn === null
              ? t("handover.notVisited")
              : t(side === "ours" ? "handover.visitedOursOn" : "handover.visitedOn", {
                  on: handover.visitedOn,
                }),
          )}
        {handover.droppedBecause !== null &&
          fact(t("handover.status.dropped"), words.dropped(handover.droppedBecause))}
        {handover.note !== "" && fact(t("handover.start.note"), handover.note)}
      </dl>
      <div className={styles["columns"]}>
        <section aria-label={t("handover.checklist")}>
          <h2>{t("handover.checklist")}</h2>
          <Checklist handover={handover} />
        </section>
        <section aria-label={t("handover.pack")}>
          <div className={styles["packHead"]}>
            <h2>{t("handover.pack")}</h2>
            <Button size="small" href={addressOf(handovers.print, params)} download>
              {t("handover.print")}
            </Button>
          </div>
          <p className="muted">{t("handover.packLead")}</p>
          {pack.isError && !pack.data ? (
            <ErrorState error={pack.error} onRetry={() => void pack.refetch()} />
          ) : pack.data ? (
            <PackView pack={pack.data} />
          ) : (
            <RowSkeleton rows={8} />
          )}
        </section>
      </div>
    </Screen>
  );
};
