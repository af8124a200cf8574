import type { QuestionResult, RoundResults } from "@mainstay/contract/voice";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { questionsFor } from "@mainstay/domain/survey/frozen-question";
import { hiddenSlices } from "@mainstay/domain/survey/hidden-slices";
import type { ScoreCount } from "@mainstay/domain/survey/score-count";
import { type VoiceFigure, voiceFigureOf } from "@mainstay/domain/survey/voice-figure";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { questionResultOf } from "./question-result.ts";
import { listResultRounds } from "./round-header.ts";
import {
  countBesides,
  namesOf,
  type RoundFilter,
  tallyAnswers,
  tallyOverall,
} from "./round-tallies.ts";
import { figuresByKey, merged } from "./score-tally.ts";

const accountsAtMost = 50;
const onWire = (figure: VoiceFigure) => ({ ...figure, counts: [...figure.counts] });

/** What a round said: by question, segment, department and account, within what the reader may see. */
export const loadRoundResults = async (
  db: Db,
  context: Context,
  roundId: string,
  filter: RoundFilter,
): Promise<RoundResults> => {
  const { tenantId } = context;
  const [round] = await listResultRounds(db, context, sql`r.id = ${roundId}::uuid`);
  if (!round) throw new AppError("survey.round_not_found");
  const { questions, ...header } = round;
  const isFiltered = filter.segment !== undefined || filter.accountId !== undefined;
  // Two slices of nameless answers could be subtracted from one another.
  if (header.isAnonymous && isFiltered) throw new AppError("survey_response.no_slices");
  const isShown = header.state === "shown";
  const besides = isShown ? await countBesides(db, tenantId, roundId) : { partial: 0, suspects: 0 };
  const empty = { questions: [], bySegment: [], byDepartment: [], byAccount: [], overall: null };
  if (!isShown) return { ...header, ...besides, ...empty };
  const tallies = await tallyAnswers(db, tenantId, roundId, filter);
  const departmentIds = questions.flatMap(({ departmentId }) => departmentId ?? []);
  const departments = await namesOf(db, tenantId, "department", departmentIds);
  const asked = filter.segment ? questionsFor(questions, filter.segment) : questions;
  const results = asked
    .toSorted((a, b) => a.position - b.position)
    .map((question) =>
      questionResultOf(question, tallies, { isAnonymous: header.isAnonymous, departments }),
    );
  const overall = results.find(({ isOverall }) => isOverall)?.figure ?? null;
  return {
    ...header,
    ...besides,
    n: isFiltered ? Math.max(0, ...results.map(({ n }) => n)) : header.n,
    overall,
    questions: results,
    bySegment: await slicesOfSegments(db, context, round.roundId, filter, header.isAnonymous),
    byDepartment: slicesOfDepartments(results),
    byAccount: header.isAnonymous ? [] : await slicesOfAccounts(db, context, roundId, filter),
  };
};

const slicesOfSegments = async (
  db: Db,
  { tenantId }: Context,
  roundId: string,
  filter: RoundFilter,
  isAnonymous: boolean,
): Promise<RoundResults["bySegment"]> => {
  const tallies = await tallyOverall(db, tenantId, roundId, sql<string | null>`r.segment`, filter);
  const figures = figuresByKey(tallies);
  const total = figures.reduce((sum, { figure }) => sum + figure.n, 0);
  const slices = figures.map(({ key, figure }) => ({ key: key ?? "", n: figure.n }));
  const hidden = isAnonymous ? hiddenSlices(total, slices) : new Set<string>();
  const place = (key: string | null) =>
    key === null ? segments.length : segments.indexOf(key as Segment);
  return figures
    .toSorted((a, b) => place(a.key) - place(b.key))
    .map(({ key, figure }) => {
      const isHidden = hidden.has(key ?? "");
      return {
        segment: key as Segment | null,
        n: isHidden ? 0 : figure.n,
        isHidden,
        figure: isHidden ? null : onWire(figure),
      };
    });
};

/** Only what is shown of a question goes into its department, or subtracting would show the rest. */
const slicesOfDepartments = (results: readonly QuestionResult[]): RoundResults["byDepartment"] => {
  const slices = new Map<string, RoundResults["byDepartment"][number] & { counts: ScoreCount[] }>();
  for (const { department, figure, rows } of results) {
    if (!department) continue;
    for (const one of [figure, ...rows.map((row) => row.figure)]) {
      if (!one || one.n === 0) continue;
      const key = `${department.id} ${one.scale}`;
      const counts = [...(slices.get(key)?.counts ?? []), ...one.counts];
      const whole = onWire(voiceFigureOf(one.scale, merged(counts)));
      slices.set(key, {
        department,
        scale: one.scale,
        n: whole.n,
        isHidden: false,
        figure: whole,
        counts,
      });
    }
  }
  return [...slices.values()].map(({ counts: _, ...slice }) => slice);
};

const slicesOfAccounts = async (
  db: Db,
  { tenantId }: Context,
  roundId: string,
  filter: RoundFilter,
): Promise<RoundResults["byAccount"]> => {
  const by = sql<string | null>`r.account_id::text`;
  const tallies = await tallyOverall(db, tenantId, roundId, by, filter);
  const most = figuresByKey(tallies)
    .filter(({ key }) => key !== null)
    .toSorted((a, b) => b.figure.n - a.figure.n || b.figure.dissatisfied - a.figure.dissatisfied)
    .slice(0, accountsAtMost);
  const names = await namesOf(
    db,
    tenantId,
    "account",
    most.map(({ key }) => key ?? ""),
  );
  return most.flatMap(({ key, figure }) => {
    const name = names.get(key ?? "");
    if (key === null || name === undefined) return [];
    return [{ account: { id: key, name }, n: figure.n, isHidden: false, figure: onWire(figure) }];
  });
};
