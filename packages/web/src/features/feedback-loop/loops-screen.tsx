import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { FiguresPanel } from "./figures-panel.tsx";
import { FiguresStrip } from "./figures-strip.tsx";
import { LoopCard } from "./loop-card.tsx";
import styles from "./loop.module.css";
import { type LoopShow, loopShows } from "./loop-search.ts";
import { OpeningsPanel } from "./openings-panel.tsx";

/** 闭环: every dissatisfied answer on its way to the next answer; who waits to be spoken with first. */
export const LoopsScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { show } = useSearch({ strict: false }) as { show?: LoopShow };
  const shown = show ?? "running";
  const found = usePagedAnswer(feedbackLoops.list, {
    query: { limit: 20, ...(shown !== "all" && { status: shown }) },
  });
  const running = useAnswer(feedbackLoops.list, { query: { status: "running", limit: 1 } });
  const overdue = useAnswer(feedbackLoops.list, { query: { status: "overdue", limit: 1 } });
  const [count, late] = [running.data?.total ?? 0, overdue.data?.total ?? 0];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        tabTitle={t("feedbackLoop.title")}
        title={
          !running.data || !overdue.data
            ? t("feedbackLoop.title")
            : late > 0
              ? t("feedbackLoop.headline.overdue", { count: late, running: count })
              : count > 0
                ? t("feedbackLoop.headline.running", { count })
                : t("feedbackLoop.headline.none")
        }
        lead={t("feedbackLoop.lead")}
      />
      <FiguresStrip />
      <div className={styles["filters"]}>
        <Segmented
          aria-label={t("feedbackLoop.filter")}
          value={shown}
          onChange={(next) =>
            void navigate({ to: "/voice/loops", search: { show: next } as never })
          }
          options={loopShows.map((value) => ({ value, label: t(`feedbackLoop.show.${value}`) }))}
        />
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={3} />
      ) : items.length === 0 ? (
        <EmptyState title={t("feedbackLoop.none")} words={t("feedbackLoop.noneWhy")} />
      ) : (
        <div className={styles["list"]}>
          {items.map((loop) => (
            <LoopCard key={loop.id} loop={loop} />
          ))}
        </div>
      )}
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
      <FiguresPanel />
      <OpeningsPanel />
    </>
  );
};
