import type { VoiceFigure } from "@mainstay/contract/service-analysis";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { cesOf } from "@mainstay/domain/survey/ces";
import { csatOf } from "@mainstay/domain/survey/csat";
import { hiddenSlices } from "@mainstay/domain/survey/hidden-slices";
import { npsOf } from "@mainstay/domain/survey/nps";
import type { ScoreCount } from "@mainstay/domain/survey/score-count";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { scoredOn, withName } from "../voice/scored-answers.ts";

/** One scale's figure: the net promoter score, else the share at the top; never a percentage below five answers. */
export const voiceFigureOf = (scale: VoiceScale, counts: readonly ScoreCount[]): VoiceFigure => {
  if (scale === "nps") {
    const { n, score, interval, mean } = npsOf(counts);
    return { n, value: score, interval, mean };
  }
  const { n, top, mean } = scale === "csat" ? csatOf(counts) : cesOf(counts);
  return { n, value: top?.share ?? null, interval: top && { low: top.low, high: top.high }, mean };
};

interface CountRow {
  department_id: string | null;
  name: string | null;
  segment: string | null;
  score: number;
  count: number;
}

const nothing: VoiceFigure = { n: 0, value: null, interval: null, mean: null };

/** What five answers are needed for says nothing below; of a hidden cell not even how many there are. */
const shown = (figure: VoiceFigure, isHidden: boolean): VoiceFigure =>
  isHidden || figure.n < 5 ? { ...nothing, n: isHidden ? 0 : figure.n } : figure;

/** Scored answers of a window: how often each score, by department of the question and segment of the account. */
const countAnswers = async (
  db: Db,
  tenantId: string,
  { from, to, scale }: { from: string; to: string; scale: VoiceScale },
): Promise<CountRow[]> => {
  const { rows } = await sql<CountRow>`
    select x.*, d.name from (
      select a.department_id, r.segment, a.score, count(*)::int as count
      from survey_response r join survey_answer a on a.tenant_id = r.tenant_id and a.response_id = r.id
      where r.tenant_id = ${tenantId}::uuid and r.answered_on between ${from}::date and ${to}::date and ${withName}
        and ${scoredOn(scale)}
      group by 1, 2, 3) x
    left join department d on d.tenant_id = ${tenantId}::uuid and d.id = x.department_id`.execute(
    db,
  );
  return rows;
};

const countsOf = (rows: readonly CountRow[]): ScoreCount[] =>
  rows.map(({ score, count }) => ({ score, count }));

/**
 * 满意度热力图 Satisfaction by responsible department and segment on one scale. Cells of fewer than five answers are hidden, and
 * as many others with them that nobody can subtract what is hidden.
 */
export const analyseSatisfaction = async (
  db: Db,
  tenantId: string,
  question: { from: string; to: string; scale: VoiceScale },
) => {
  const { scale } = question;
  const rows = await countAnswers(db, tenantId, question);
  const columns: (Segment | null)[] = [
    ...segments.filter((segment) => rows.some((row) => row.segment === segment)),
    ...(rows.some(({ segment }) => segment === null) ? [null] : []),
  ];
  const departments = [...new Set(rows.map(({ department_id }) => department_id))].map((id) => {
    const own = rows.filter(({ department_id }) => department_id === id);
    const all = voiceFigureOf(scale, countsOf(own));
    const cells = columns.map((segment) =>
      voiceFigureOf(scale, countsOf(own.filter((row) => row.segment === segment))),
    );
    const hidden = hiddenSlices(
      all.n,
      cells.map(({ n }, index) => ({ key: String(index), n })),
    );
    return {
      department: named(id, own[0]?.name ?? null),
      all: shown(all, all.n < 5),
      cells: cells.map((cell, index) => shown(cell, hidden.has(String(index)))),
    };
  });
  return {
    scale,
    total: voiceFigureOf(scale, countsOf(rows)),
    segments: columns,
    departments: departments.toSorted(
      (a, b) => (a.all.value ?? Infinity) - (b.all.value ?? Infinity) || b.all.n - a.all.n,
    ),
  };
};
