import { voices } from "@mainstay/contract/voice";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { QuestionResults } from "./question-results.tsx";
import { SliceSection } from "./slice-section.tsx";
import { VoiceFigureCells } from "./voice-figure.tsx";
import styles from "./voice-result.module.css";

interface RoundResultsProps {
  readonly roundId: string;
  readonly segment: Segment | undefined;
  readonly choose: (segment: Segment | undefined) => void;
}

/** One round: overall, by segment, department and account, question by question. */
export const RoundResultsPanel = ({ roundId, segment, choose }: RoundResultsProps) => {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const found = useAnswer(voices.round, {
    params: { roundId },
    query: segment === undefined ? {} : { segment },
  });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <RowSkeleton rows={6} />;
  const round = found.data;
  const title = t("voiceResult.round", { number: round.number });
  if (round.state !== "shown")
    return (
      <section className={styles["section"]}>
        <h2>{title}</h2>
        <p className="muted">{t(`voiceResult.state.${round.state}`)}</p>
      </section>
    );
  const formats = { csv: t("voiceResult.exportCsv"), xlsx: t("voiceResult.exportXlsx") };
  return (
    <>
      <div className={styles["head"]}>
        <h2>{title}</h2>
        {!round.isAnonymous && (
          <Select<Segment | "all">
            aria-label={t("voiceResult.bySegment")}
            value={segment ?? "all"}
            onChange={(value) => choose(value === "all" ? undefined : value)}
            options={[
              { value: "all" as const, label: t("voiceResult.allSegments") },
              ...segments.map((one) => ({ value: one, label: t(`glossary.segment.${one}`) })),
            ]}
          />
        )}
        {permissions.includes("voice.export") && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: (["csv", "xlsx"] as const).map((format) => ({
                key: format,
                label: (
                  <a href={addressOf(voices.export, { roundId }, { format })} download>
                    {formats[format]}
                  </a>
                ),
              })),
            }}
          >
            <Button>{t("voiceResult.export")}</Button>
          </Dropdown>
        )}
      </div>
      <p className="muted">
        {[
          t("voiceResult.n", { count: round.n }),
          ...(round.partial > 0 ? [t("voiceResult.partial", { count: round.partial })] : []),
          ...(round.suspects > 0 ? [t("voiceResult.suspects", { count: round.suspects })] : []),
        ].join(" · ")}
      </p>
      {round.overall && segment === undefined ? (
        <p className="muted">
          {t(`voiceResult.scale.${round.overall.scale}`)}:{" "}
          {t(`voiceResult.scaleAbout.${round.overall.scale}`)}
        </p>
      ) : round.overall ? (
        <div className={styles["overall"]}>
          <div>
            <strong>{t(`voiceResult.scale.${round.overall.scale}`)}</strong>
            <div className="muted">{t(`voiceResult.scaleAbout.${round.overall.scale}`)}</div>
          </div>
          <VoiceFigureCells figure={round.overall} />
          {!round.isAnonymous && round.overall.n > 0 && (
            <Link
              to="/voice/answers"
              search={{
                round: roundId,
                overall: "true",
                scale: round.overall.scale,
                ...(segment && { of: segment }),
              }}
            >
              {t("voiceResult.answer.see")}
            </Link>
          )}
        </div>
      ) : (
        <p className="muted">{t("voiceResult.noOverall")}</p>
      )}
      {segment === undefined && (
        <SliceSection
          title={t("voiceResult.bySegment")}
          rows={round.bySegment.map((slice) => ({
            key: slice.segment ?? "none",
            name: t(`glossary.segment.${slice.segment ?? "none"}`),
            ...slice,
          }))}
        />
      )}
      <SliceSection
        title={t("voiceResult.byDepartment")}
        rows={round.byDepartment.map((slice) => ({
          key: `${slice.department.id} ${slice.scale}`,
          name: slice.department.name,
          about: `${t(`voiceResult.scale.${slice.scale}`)} · ${t("voiceResult.answers", { count: slice.n })}`,
          figure: slice.figure,
          isHidden: slice.isHidden,
        }))}
      />
      <QuestionResults
        questions={round.questions}
        roundId={roundId}
        isAnonymous={round.isAnonymous}
        of={segment}
      />
      <SliceSection
        title={t("voiceResult.byAccount")}
        rows={round.byAccount.map(({ account, ...slice }) => ({
          key: account.id,
          name: (
            <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
              {account.name}
            </Link>
          ),
          ...slice,
        }))}
      />
    </>
  );
};
