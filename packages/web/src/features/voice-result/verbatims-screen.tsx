import { feelings, voices } from "@mainstay/contract/voice";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { VerbatimItem } from "./verbatim-item.tsx";
import styles from "./voice-result.module.css";
import { VoicePages } from "./voice-pages.tsx";
import type { VoiceSearch } from "./voice-search.ts";

const queryOf = ({ q, survey, round, question, account, segment, feeling }: VoiceSearch) =>
  Object.fromEntries(
    Object.entries({
      search: q,
      surveyId: survey,
      roundId: round,
      questionId: question,
      accountId: account,
      segment,
      feeling,
    }).filter(([, value]) => value !== undefined),
  );

/** 原话: what customers wrote, found by any part of it. */
export const VerbatimsScreen = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<VoiceSearch>();
  const query = queryOf(search);
  const found = usePagedAnswer(voices.verbatims, { query });
  const total = found.data?.pages[0]?.total ?? 0;
  const isMore = found.data?.pages[0]?.isTotalMore ?? false;
  const clear = () =>
    change({
      q: undefined,
      survey: undefined,
      round: undefined,
      question: undefined,
      account: undefined,
      segment: undefined,
      feeling: undefined,
    });
  return (
    <>
      <PageHeader
        tabTitle={t("voiceResult.verbatim.title")}
        title={
          found.data
            ? t(isMore ? "voiceResult.verbatim.headlineMore" : "voiceResult.verbatim.headline", {
                count: total,
              })
            : t("voiceResult.verbatim.title")
        }
        lead={t("voiceResult.verbatim.lead")}
      />
      <div className={styles["filters"]}>
        <SearchBox
          value={search.q ?? ""}
          label={t("voiceResult.verbatim.search")}
          onChange={(text) => change({ q: text })}
        />
        <AccountSelect
          value={search.account ?? null}
          label={t("voiceResult.verbatim.account")}
          onChange={(account) => change({ account: account ?? undefined })}
        />
        <Select<(typeof feelings)[number] | "any">
          aria-label={t("voiceResult.verbatim.feelingAny")}
          value={search.feeling ?? "any"}
          onChange={(value) => change({ feeling: value === "any" ? undefined : value })}
          options={[
            { value: "any" as const, label: t("voiceResult.verbatim.feelingAny") },
            ...feelings.map((one) => ({
              value: one,
              label: t(`voiceResult.verbatim.feeling.${one}`),
            })),
          ]}
        />
        <Select<Segment | "all">
          aria-label={t("voiceResult.bySegment")}
          value={search.segment ?? "all"}
          onChange={(value) => change({ segment: value === "all" ? undefined : value })}
          options={[
            { value: "all" as const, label: t("voiceResult.allSegments") },
            ...segments.map((one) => ({ value: one, label: t(`glossary.segment.${one}`) })),
          ]}
        />
        {Object.keys(query).length > 0 && (
          <Button type="text" onClick={clear}>
            {t("voiceResult.verbatim.clear")}
          </Button>
        )}
      </div>
      <VoicePages found={found} what="verbatim">
        {(row) => <VerbatimItem key={`${row.responseId} ${row.questionId}`} row={row} />}
      </VoicePages>
    </>
  );
};
