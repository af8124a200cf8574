import type { ScorecardProposal } from "@mainstay/contract/programme";
import { weightedScore } from "@mainstay/domain/programme/scorecard";

/** What somebody typed: a score of their own with its reason, or nothing where data speak. */
export type ScoreDraft = Readonly<Record<string, { score: number | null; because: string }>>;

/** Criteria without a score, or with one of a person's that has no reason. */
export const openCriteria = ({ lines }: ScorecardProposal, draft: ScoreDraft): string[] =>
  lines
    .filter(({ key, computed }) => {
      const own = draft[key];
      if (own && own.score !== null) return own.because.trim() === "";
      return computed === null;
    })
    .map(({ key }) => key);

/** The weighted score as it would be now; what has no score yet counts 0. */
export const scoreOf = ({ rule, lines }: ScorecardProposal, draft: ScoreDraft): number =>
  weightedScore(
    rule.criteria,
    Object.fromEntries(
      lines.flatMap(({ key, computed }) => {
        const score = draft[key]?.score ?? computed?.score;
        return score === undefined ? [] : [[key, { score, because: null, reason: null }]];
      }),
    ),
  );

/** The scores for the wire: only what a person gave; the rest the server works out itself. */
export const scoresOf = (draft: ScoreDraft) =>
  Object.entries(draft).flatMap(([key, { score, because }]) =>
    score === null ? [] : [{ key, score, because: because.trim() }],
  );
