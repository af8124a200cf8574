import type { CaseClock, CaseRow, CaseView } from "@mainstay/contract/case";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { useObligationWords } from "../obligation/obligation-words.ts";
import { type CaseJudgement, judgeCase, spanOf, waitedFor } from "./case-judgement.ts";

/** A case in words: how it stands, how long, and when by the workspace's clocks. */
export const useCaseWords = () => {
  const { t } = useTranslation();
  const { timeZone } = useSession().workspace;
  const { line: policyLine } = useObligationWords();
  const at = (instant: string): string => formatInstant(instant, timeZone);
  const span = (minutes: number): string => {
    const { unit, count } = spanOf(minutes);
    return t(`case.span.${unit}`, { count });
  };
  const waited = (solvedAt: string, now: number): string => {
    const { unit, count } = waitedFor(solvedAt, now, timeZone);
    return t(`case.span.${unit}`, { count });
  };
  const judgement = (
    one: Pick<CaseRow, "status" | "nextDue" | "solvedAt"> & Partial<CaseView>,
    judged: CaseJudgement,
    now: number,
  ): string => {
    if (judged.code === "overdue" || judged.code === "due")
      return t(`case.judgement.${judged.code}`, {
        clock: t(`case.clock.${judged.clock}`),
        span: span(judged.minutes),
      });
    if (judged.code === "dueSoon")
      return t("case.judgement.dueSoon", { clock: t(`case.clock.${judged.clock}`) });
    if (judged.code === "solved")
      return judged.minutes < 60
        ? t("case.judgement.solvedToday")
        : t("case.judgement.solved", { span: waited(one.solvedAt ?? "", now) });
    if (judged.code === "paused") {
      const until = one.pauses?.find(({ endedAt }) => endedAt === null)?.until;
      return until === undefined
        ? t("case.status.paused")
        : t("case.judgement.paused", { at: at(until) });
    }
    if (judged.code === "closed") {
      if (one.closedBy === undefined || one.closedBy === null) return t("case.status.closed");
      return t(
        one.closedBy === "customer"
          ? "case.judgement.closedByCustomer"
          : "case.judgement.closedByCall",
      );
    }
    if (judged.code === "duplicate")
      return one.duplicateOf
        ? t("case.judgement.duplicate", { number: one.duplicateOf.number })
        : t("case.status.duplicate");
    return t("case.judgement.noClock");
  };
  return {
    at,
    span,
    waited,
    judge: (one: CaseRow, now: number) => {
      const judged = judgeCase(one, now);
      return { judged, words: judgement(one, judged, now) };
    },
    /** Which promise gave a clock its due instant. */
    line: ({ line, mode }: Pick<CaseClock, "line" | "mode">, policyVersion: number): string =>
      [
        line === "level" || line === "green_channel"
          ? t(`case.line.${line}`)
          : t("case.line.policy", { line: policyLine(line) }),
        t(`case.mode.${mode}`),
        ...(line === "level"
          ? []
          : [
              policyVersion === 0
                ? t("case.line.shipped")
                : t("case.line.version", { count: policyVersion }),
            ]),
      ].join(" · "),
  };
};
