import type { BusinessCalendar } from "@mainstay/domain/case/business-calendar";
import type { CaseClockSetting } from "@mainstay/domain/case/case-clock-setting";
import {
  type AgreedPause,
  type CaseDues,
  clockStands,
  reckonCaseDues,
} from "@mainstay/domain/case/case-clocks";
import {
  type CaseClockName,
  caseClockNames,
  type ClockMode,
} from "@mainstay/domain/case/case-clock";
import { nextEscalation } from "@mainstay/domain/case/escalation";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { businessCalendarOf } from "./business-calendar-of.ts";
import { type CaseRecord, getCaseRecord } from "./lock-case.ts";
import { findClockSetting } from "./clock-setting-queries.ts";

/** What a case's clocks are reckoned with: the setting it was opened under, and the calendar around it. */
export interface ClockWorld {
  readonly setting: CaseClockSetting;
  readonly calendar: BusinessCalendar;
}

export const clockWorldOf = async (
  db: Db,
  tenantId: string,
  settingVersion: number,
  around: Date,
): Promise<ClockWorld> => {
  const { setting } = await findClockSetting(db, tenantId, settingVersion);
  return { setting, calendar: await businessCalendarOf(db, tenantId, around, setting) };
};

/** The columns that due instants are kept in; of a case that is `answered` the reply's clock stays as it is. */
export const dueColumns = (dues: CaseDues, answered: CaseRecord | null = null) => {
  const lineOf = (due: CaseDues["feedback"]) => due && { line: due.line, mode: due.mode };
  return {
    reply_due_at: answered ? answered.reply_due_at : dues.reply.dueAt,
    feedback_due_at: dues.feedback?.dueAt ?? null,
    solve_due_at: dues.solve.dueAt,
    clock_lines: JSON.stringify({
      reply: answered ? (answered.clock_lines.reply ?? null) : lineOf(dues.reply),
      feedback: lineOf(dues.feedback),
      solve: lineOf(dues.solve),
    }),
  };
};

/** A case as the rules of clocks and ladder read it. */
export const clockFactsOf = (record: CaseRecord) => ({
  level: record.level,
  status: record.status,
  clockFromAt: record.clock_from_at,
  replyDueAt: record.reply_due_at,
  feedbackDueAt: record.feedback_due_at,
  solveDueAt: record.solve_due_at,
  repliedAt: record.replied_at,
  feedbackAt: record.feedback_at,
  solvedAt: record.solved_at,
  escalationLevel: record.escalation_level,
  escalatedAt: record.escalated_at,
});

/** As the ladder reads it besides: in which time each clock counts, and what was agreed to stop it. */
export const ladderFactsOf = (record: CaseRecord, pauses: readonly CasePause[]) => ({
  ...clockFactsOf(record),
  modes: Object.fromEntries(
    caseClockNames.flatMap((clock) => {
      const line = record.clock_lines[clock];
      return line ? [[clock, line.mode]] : [];
    }),
  ) as Partial<Record<CaseClockName, ClockMode>>,
  pauses: agreedPauses(pauses),
});

/** When the clockwork has to look at a case next: an untold clock runs out, a step is due, a pause ends; null when nothing will. */
export const nextLook = (
  record: CaseRecord,
  { setting, calendar }: ClockWorld,
  pauses: readonly CasePause[],
): Date | null => {
  if (record.status !== "open" && record.status !== "paused") return null;
  const running = pauses.find(({ ended_at }) => ended_at === null);
  const pausedUntil = record.status === "paused" ? running?.until_at : undefined;
  const facts = ladderFactsOf(record, pauses);
  const untold = clockStands(facts, new Date(0))
    .filter(({ clock, state }) => state === "running" && !record.overran_clocks.includes(clock))
    .map(({ dueAt }) => dueAt);
  const step = nextEscalation(facts, setting, calendar);
  const looks = [...untold, ...(step ? [step.at] : []), ...(pausedUntil ? [pausedUntil] : [])];
  return looks.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
};

export interface CasePause {
  readonly paused_at: Date;
  readonly until_at: Date;
  readonly ended_at: Date | null;
}

const agreedPauses = (pauses: readonly CasePause[]): AgreedPause[] =>
  pauses.map(({ paused_at, until_at, ended_at }) => ({
    from: paused_at,
    to: ended_at ?? until_at,
  }));

/** Every pause a case has had, the first one first. */
export const listPauses = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
): Promise<CasePause[]> => {
  const { rows } = await sql<CasePause>`
    select paused_at, until_at, ended_at from case_pause
    where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid order by paused_at`.execute(
    tx,
  );
  return rows;
};

/**
 * Puts a case's clocks right after an act, in its transaction: with `dues` the due instants are reckoned anew (another level, a
 * pause, a reopening), always the next look of the clockwork, which is ordered.
 */
export const settleClocks = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
  { dues }: { dues: boolean },
): Promise<void> => {
  let record = await getCaseRecord(tx, tenantId, caseId);
  const world = await clockWorldOf(
    tx,
    tenantId,
    record.clock_setting_version,
    record.clock_from_at,
  );
  const pauses = await listPauses(tx, tenantId, caseId);
  if (dues) {
    // The first answer of a case that was reopened was due by the clock of its opening: late stays late.
    const isAnswered = record.replied_at !== null && record.replied_at < record.clock_from_at;
    const reckoned = reckonCaseDues({
      level: record.level,
      from: record.clock_from_at,
      promise: record.owed,
      pauses: agreedPauses(pauses),
      ...world,
    });
    await tx
      .updateTable("service_case")
      .set(dueColumns(reckoned, isAnswered ? record : null))
      .where("tenant_id", "=", tenantId)
      .where("id", "=", caseId)
      .execute();
    record = await getCaseRecord(tx, tenantId, caseId);
  }
  const next = nextLook(record, world, pauses);
  await tx
    .updateTable("service_case")
    .set({ next_escalation_at: next })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", caseId)
    .execute();
  if (next) await orderCaseLook(tx, tenantId, caseId, next);
};

/** Orders the clockwork's look at a case; the quarter-hourly round finds what an order was lost for. */
export const orderCaseLook = (tx: Tx, tenantId: string, caseId: string, at: Date): Promise<void> =>
  enqueue(tx, "watch_case", { tenantId, caseId }, { jobKey: `case:${caseId}`, runAt: at });

/**
 * Sets the clocks of a case running anew, in the transaction of its reopening: solution and interim report are due again from now, the
 * ladder begins at its foot. The first answer stays given.
 */
export const restartClocks = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
  now: Date,
): Promise<void> => {
  await sql`update service_case set clock_from_at = ${now}, feedback_at = null, overran_clocks = '{}', escalation_level = 0,
      escalated_at = null
    where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid`.execute(tx);
  await settleClocks(tx, tenantId, caseId, { dues: true });
};
