import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import { changeInterval, holdsZero } from "@mainstay/domain/survey/change-interval";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "./analysis.module.css";
import { voiceValue } from "./heat-panel.tsx";
import { type JudgedFigure, JudgedFigures } from "./judged-figures.tsx";

type Overview = AnswerOf<typeof serviceAnalysis.overview>;

/** The judgement in one sentence: the figure and how sure, against the quarter before, the lowest, what is overdue. */
const useJudgement = () => {
  const { t } = useTranslation();
  return ({ scale, now, before, lowest, loopsOverdue }: Overview): readonly string[] => {
    const parts: string[] = [];
    if (scale === null || now.n === 0) parts.push(t("serviceAnalysis.overview.noAnswers"));
    else if (now.value === null || now.interval === null)
      parts.push(t("serviceAnalysis.overview.few", { n: now.n }));
    else {
      const figure = {
        value: voiceValue(scale, now.value),
        n: now.n,
        low: voiceValue(scale, now.interval.low),
        high: voiceValue(scale, now.interval.high),
      };
      parts.push(t(`serviceAnalysis.overview.${scale === "nps" ? "nps" : "share"}`, figure));
      if (before.value === null) parts.push(t("serviceAnalysis.overview.thanNone"));
      else {
        const points = (now.value - before.value) * (scale === "nps" ? 1 : 100);
        const change = `${points >= 0 ? "+" : ""}${formatNumber(points)}`;
        const isOpen =
          before.interval !== null &&
          holdsZero(
            changeInterval(
              { value: before.value, ...before.interval },
              { value: now.value, ...now.interval },
            ),
          );
        parts.push(t(`serviceAnalysis.overview.${isOpen ? "thanOpen" : "than"}`, { change }));
      }
    }
    if (lowest && lowest.figure.value !== null && lowest.figure.interval !== null)
      parts.push(
        t("serviceAnalysis.overview.lowest", {
          name: lowest.department.name,
          value: voiceValue(lowest.scale, lowest.figure.value),
          n: lowest.figure.n,
          low: voiceValue(lowest.scale, lowest.figure.interval.low),
          high: voiceValue(lowest.scale, lowest.figure.interval.high),
        }),
      );
    parts.push(
      loopsOverdue > 0
        ? t("serviceAnalysis.overview.loops", { count: loopsOverdue })
        : t("serviceAnalysis.overview.loopsNone"),
    );
    return parts;
  };
};

/** What the judgement rests on: overall now and before, then every department. */
const useJudgedFigures = () => {
  const { t } = useTranslation();
  return (data: Overview): readonly JudgedFigure[] => {
    const { now, before, from, to, beforeFrom, beforeTo, departments } = data;
    const scale = data.scale ?? "nps";
    const overall = { scale, overall: "true" } as const;
    const all: readonly JudgedFigure[] = [
      {
        key: "now",
        name: t("serviceAnalysis.overview.answersNow"),
        scale,
        figure: now,
        search: { ...overall, from, to },
      },
      {
        key: "before",
        name: t("serviceAnalysis.overview.answersBefore"),
        scale,
        figure: before,
        search: { ...overall, from: beforeFrom, to: beforeTo },
      },
      ...departments.map((one) => ({
        key: one.department.id,
        name: one.department.name,
        scale: one.scale,
        figure: one.figure,
        search: { scale: one.scale, from, to, department: one.department.id },
      })),
    ];
    return all.filter(({ figure }) => figure.n > 0);
  };
};

/** 概览 of 满意度: judgement first, then what waits and who of the economic buyers is dissatisfied. */
export const VoiceOverviewScreen = () => {
  const { t } = useTranslation();
  const judge = useJudgement();
  const figuresOf = useJudgedFigures();
  const { today } = useSession().workspace;
  const found = useAnswer(serviceAnalysis.overview, {});
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  const data = found.data;
  const figures = figuresOf(data);
  const waits = [
    {
      key: "loopsOverdue",
      to: "/voice/loops",
      search: { show: "overdue" },
      count: data.loopsOverdue,
    },
    { key: "loopsRunning", to: "/voice/loops", search: {}, count: data.loopsRunning },
    { key: "casesOpen", to: "/cases", search: {}, count: data.casesOpen },
    { key: "casesUnconfirmed", to: "/cases/unconfirmed", search: {}, count: data.casesUnconfirmed },
  ] as const;
  return (
    <>
      <PageHeader
        tabTitle={t("voice.title")}
        title={judge(data).map((part, index, all) => (
          // Each part in one piece where it fits, so that no number is parted from its noun.
          <span key={part} style={{ display: "inline-block" }}>
            {part}
            {index < all.length - 1 && <>{t("serviceAnalysis.overview.and")}&nbsp;</>}
          </span>
        ))}
        lead={t("serviceAnalysis.overview.lead", { from: data.from })}
        actions={<Link to="/analytics">{t("serviceAnalysis.overview.more")}</Link>}
      />
      <SettingBlock title={t("serviceAnalysis.overview.waits")}>
        <dl className={styles["cards"]}>
          {waits.map(({ key, to, search, count }) => (
            <div key={key}>
              <dt>{t(`serviceAnalysis.overview.${key}`)}</dt>
              <dd>
                <Link to={to} search={search as never}>
                  {formatNumber(count)}
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      </SettingBlock>
      <SettingBlock title={t("serviceAnalysis.overview.buyers")}>
        {data.dissatisfiedBuyers.length === 0 ? (
          <p className="muted">{t("serviceAnalysis.overview.buyersNone")}</p>
        ) : (
          <ul className={styles["buyers"]}>
            {data.dissatisfiedBuyers.map((one) => (
              <li key={`${one.account.id}:${one.answeredOn}:${one.score}`}>
                <Link to="/accounts/$accountId" params={{ accountId: one.account.id }}>
                  {one.account.name}
                </Link>
                <span className={styles["bad"]}>
                  {t("serviceAnalysis.overview.buyerScore", {
                    scale: t(`feedbackLoop.scale.${one.scale}`),
                    score: one.score,
                  })}
                </span>
                <Day on={one.answeredOn} today={today} />
              </li>
            ))}
          </ul>
        )}
      </SettingBlock>
      {figures.length > 0 && (
        <SettingBlock title={t("serviceAnalysis.overview.answers")}>
          <JudgedFigures figures={figures} />
        </SettingBlock>
      )}
    </>
  );
};
