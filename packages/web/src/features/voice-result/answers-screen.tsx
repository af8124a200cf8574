import { voices } from "@mainstay/contract/voice";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AnswerItem } from "./answer-item.tsx";
import { AnswerTags } from "./answer-tags.tsx";
import styles from "./voice-result.module.css";
import type { VoiceSearch } from "./voice-search.ts";

const queryOf = (search: VoiceSearch) =>
  Object.fromEntries(
    Object.entries({
      scale: search.scale,
      overall: search.overall,
      from: search.from,
      to: search.to,
      departmentId: search.department,
      segment: search.of,
      roundId: search.round,
      questionId: search.question,
      accountId: search.account,
    }).filter(([, value]) => value !== undefined),
  );

/** 答复: the single answers behind a figure of satisfaction; as many as the figure counts. */
export const AnswersScreen = () => {
  const { t } = useTranslation();
  const [search] = useAddressState<VoiceSearch>();
  const found = usePagedAnswer(voices.answers, { query: queryOf(search) });
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const list = () => {
    if (found.isError && !found.data)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!found.data) return <RowSkeleton rows={6} />;
    if (rows.length === 0)
      return (
        <EmptyState
          title={t("voiceResult.answer.empty")}
          words={t("voiceResult.answer.emptyWhy")}
        />
      );
    return (
      <ul className={styles["list"]} aria-busy={found.isPlaceholderData}>
        {rows.map((row) => (
          <AnswerItem
            key={`${row.responseId} ${row.questionId} ${row.row?.zh ?? row.row?.en ?? ""}`}
            row={row}
          />
        ))}
      </ul>
    );
  };
  return (
    <>
      <PageHeader
        tabTitle={t("voiceResult.answer.title")}
        title={
          found.data
            ? t("voiceResult.answer.headline", {
                count: total,
                scale: t(`voiceResult.scale.${search.scale ?? "csat"}`),
              })
            : t("voiceResult.answer.title")
        }
        lead={t("voiceResult.answer.lead")}
      />
      <AnswerTags />
      {list()}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </>
  );
};
