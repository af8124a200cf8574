import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { contactDueAt, shippedContactClock } from "@mainstay/domain/feedback-loop/contact-clock";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { notify } from "../notification/notify.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { newId } from "../platform/clock/new-id.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { loadDifferentDays } from "../workday/different-days.ts";
import { chooseLoopOwner } from "./loop-owner-queries.ts";

/** Whoever's act opens it: a request's context, or the product with its clock. */
export interface LoopAuthor extends AuditAuthor {
  readonly now: Date;
  readonly today: IsoDay;
}

/** A dissatisfied customer, and what was opened to work on the cause. */
export interface LoopWanted {
  readonly accountId: string;
  readonly personId: string | null;
  /** What it came from, once each: an answer, or an inspection's call. */
  readonly responseId?: string | null;
  readonly callBackId?: string | null;
  readonly caseId?: string | null;
  readonly needId?: string | null;
  /** The department that answers for it. */
  readonly departmentId: string | null;
  /** Those of us it is about: none of them owns it. */
  readonly complainedUserIds?: readonly string[];
  /** The shorter clock: see `hasShortClock`. */
  readonly isUrgent: boolean;
  /** The question to be asked again; null when there was none. */
  readonly questionId?: string | null;
  readonly rowKey?: string;
  readonly scale: VoiceScale | null;
  readonly score: number | null;
}

/** Until when somebody has spoken with them, by the workspace's calendar. */
export const reckonContactDue = async (
  tx: Tx,
  { tenantId, now }: Pick<LoopAuthor, "tenantId" | "now">,
  isUrgent: boolean,
): Promise<{ dueAt: Date; dueOn: IsoDay }> => {
  const timeZone = await readTimeZone(tx, tenantId);
  const openedOn = calendarDayIn(timeZone, now);
  const different = await loadDifferentDays(tx, tenantId, openedOn, monthsAfter(openedOn, 2));
  const opened = { openedAt: now, openedOn, zone: timeZone };
  const dueAt = contactDueAt(shippedContactClock, isUrgent, opened, different);
  return { dueAt, dueOn: calendarDayIn(timeZone, dueAt) };
};

/** Orders the look at a loop's clock for the instant it runs out. */
export const watchContactClock = (
  tx: Tx,
  tenantId: string,
  loopId: string,
  dueAt: Date,
): Promise<void> =>
  enqueue(
    tx,
    "note_overdue_loop",
    { tenantId, loopId },
    { jobKey: `feedback-loop:${loopId}`, runAt: dueAt },
  );

/**
 * 开启闭环 Opens a loop in the transaction of what showed the dissatisfaction: chooses who speaks with the customer, starts
 * the clock, tells the owner. Gives the loop's id. One a response and one a call; the caller has looked for that.
 */
export const openLoop = async (tx: Tx, author: LoopAuthor, wanted: LoopWanted): Promise<string> => {
  const { tenantId, now } = author;
  const { accountId, departmentId, isUrgent, complainedUserIds = [] } = wanted;
  const ownerUserId = await chooseLoopOwner(tx, tenantId, {
    accountId,
    departmentId,
    complainedUserIds,
  });
  const { dueAt, dueOn } = await reckonContactDue(tx, author, isUrgent);
  const loopId = newId();
  await tx
    .insertInto("feedback_loop")
    .values({
      tenant_id: tenantId,
      id: loopId,
      account_id: accountId,
      response_id: wanted.responseId ?? null,
      call_back_id: wanted.callBackId ?? null,
      person_id: wanted.personId,
      case_id: wanted.caseId ?? null,
      need_id: wanted.needId ?? null,
      department_id: departmentId,
      owner_user_id: ownerUserId,
      opened_at: now,
      is_urgent: isUrgent,
      contact_due_at: dueAt,
      question_id: wanted.questionId ?? null,
      row_key: wanted.rowKey ?? "",
      scale: wanted.scale,
      score_before: wanted.score,
      updated_at: now,
    })
    .execute();
  const subject = { kind: "feedback_loop", id: loopId };
  await recordAudit(tx, author, "feedback_loop.opened", subject, {
    accountId,
    caseId: wanted.caseId ?? null,
    needId: wanted.needId ?? null,
  });
  await watchContactClock(tx, tenantId, loopId, dueAt);
  if (ownerUserId)
    await notify(tx, tenantId, {
      userIds: [ownerUserId],
      kind: "feedback_loop_opened",
      subjectKind: "feedback_loop",
      subjectId: loopId,
      accountId,
      reason: { params: { dueOn } },
      dedupeKey: `feedback_loop_opened:${loopId}`,
    });
  await enqueueCycleRound(tx, tenantId, accountId);
  return loopId;
};
