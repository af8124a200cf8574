import { surveys } from "@mainstay/contract/survey";
import { voices } from "@mainstay/contract/voice";
import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { useBilingual } from "../survey/use-bilingual.ts";
import { formatFigure } from "./figure-words.ts";
import { RoundResultsPanel } from "./round-results.tsx";
import { TrendList } from "./trend-list.tsx";
import styles from "./voice-result.module.css";
import type { VoiceSearch } from "./voice-search.ts";

/** 结果: a survey over its rounds, and one round in full. */
export const ResultsScreen = () => {
  const { t } = useTranslation();
  const say = useBilingual();
  const [search, change] = useAddressState<VoiceSearch>();
  const list = useAnswer(surveys.list, {});
  const asked = (list.data?.items ?? []).filter(({ newestRound }) => newestRound !== null);
  const surveyId = search.survey ?? asked[0]?.id;
  const trend = useAnswer(
    voices.trend,
    { params: { surveyId: surveyId ?? "" } },
    { enabled: surveyId !== undefined },
  );
  const points = trend.data?.points ?? [];
  // The newest round that says something, else the newest.
  const newest = points.findLast(({ figure }) => figure !== null) ?? points.at(-1);
  const roundId =
    points.find((point) => point.roundId === search.round)?.roundId ?? newest?.roundId;
  const problem = list.error ?? trend.error;
  const figure = newest?.figure;
  const headline =
    figure && figure.value !== null
      ? [
          `${t(`voiceResult.scale.${figure.scale}`)} ${formatFigure(figure.scale, figure.value)}`,
          ...(figure.low !== null && figure.high !== null
            ? [
                t("voiceResult.interval", {
                  low: formatFigure(figure.scale, figure.low),
                  high: formatFigure(figure.scale, figure.high),
                }),
              ]
            : []),
          t("voiceResult.n", { count: figure.n }),
        ].join(" · ")
      : t("voiceResult.title");
  const body = () => {
    if (problem && !trend.data)
      return <ErrorState error={problem} onRetry={() => void list.refetch()} />;
    if (list.data && asked.length === 0)
      return (
        <EmptyState
          title={t("voiceResult.none")}
          words={t("voiceResult.noneWhy")}
          action={<Link to="/voice/surveys">{t("voiceResult.toSurveys")}</Link>}
        />
      );
    if (!trend.data) return <RowSkeleton rows={6} />;
    return (
      <>
        <section className={styles["section"]}>
          <h2>{t("voiceResult.rounds")}</h2>
          <TrendList
            points={points}
            chosen={roundId ?? null}
            choose={(round) => change({ round, segment: undefined })}
          />
        </section>
        {roundId !== undefined && (
          <RoundResultsPanel
            key={roundId}
            roundId={roundId}
            segment={search.segment}
            choose={(segment) => change({ segment })}
          />
        )}
      </>
    );
  };
  return (
    <>
      <PageHeader
        tabTitle={t("voiceResult.title")}
        title={headline}
        lead={t("voiceResult.lead")}
        actions={
          asked.length > 0 && (
            <Select
              className={styles["survey"] ?? ""}
              aria-label={t("voiceResult.chooseSurvey")}
              value={surveyId ?? null}
              onChange={(survey) =>
                change({ survey: survey ?? undefined, round: undefined, segment: undefined })
              }
              options={asked.map(({ id, title }) => ({ value: id, label: say(title) }))}
            />
          )
        }
      />
      {body()}
    </>
  );
};
