import { voices } from "@mainstay/contract/voice";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../components/page-header.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AnswerItem } from "./answer-item.tsx";
import { AnswerTags } from "./answer-tags.tsx";
import { VoicePages } from "./voice-pages.tsx";
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
  const total = found.data?.pages[0]?.total ?? 0;
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
      <VoicePages found={found} what="answer">
        {(row) => (
          <AnswerItem
            key={`${row.responseId} ${row.questionId} ${row.row?.zh ?? row.row?.en ?? ""}`}
            row={row}
          />
        )}
      </VoicePages>
    </>
  );
};
