import type { CaseView, cases } from "@mainstay/contract/case";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandPersonAtAccount } from "./case-references.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { workOnCase } from "./work-on-case.ts";

type Wanted = z.output<NonNullable<typeof cases.pause.body>>;

/** Longer than this nobody can mean; they can agree again. */
const longestDays = 90;

/** Refuses a pause longer than anybody can mean (`case.pause_too_long`). */
export const demandPauseLength = (from: Date, until: Date): void => {
  if (until.getTime() - from.getTime() > longestDays * 86_400_000)
    throw new AppError("case.pause_too_long", { days: longestDays });
};

/**
 * 暂停 Stops the solution and feedback clocks until an instant, because the customer agreed: who of theirs, by which way, when. A reply
 * that is owed stays owed. Refused without the agreement, with one in the future, and into the past.
 */
export const pauseCase = (context: Context, caseId: string, wanted: Wanted): Promise<CaseView> =>
  workOnCase(context, caseId, "pause", async (tx, record) => {
    const { tenantId, actor, now } = context;
    const [until, agreedAt] = [new Date(wanted.until), new Date(wanted.agreedAt)];
    const isNamed = wanted.agreedByPersonId !== null || wanted.agreedByName !== "";
    // On their page the customer agrees themselves; nobody of us says it for them.
    if (!isNamed || wanted.agreedVia === "public_page")
      throw new AppError("case.pause_agreement_missing");
    if (agreedAt > now) throw new AppError("case.pause_agreed_in_future");
    if (until <= now) throw new AppError("case.pause_in_past");
    demandPauseLength(now, until);
    if (wanted.agreedByPersonId !== null)
      await demandPersonAtAccount(tx, tenantId, record.account_id, wanted.agreedByPersonId);
    const pauseId = newId();
    await tx
      .insertInto("case_pause")
      .values({
        tenant_id: tenantId,
        id: pauseId,
        case_id: caseId,
        paused_at: now,
        until_at: until,
        reason: wanted.reason,
        agreed_by_person_id: wanted.agreedByPersonId,
        agreed_by_name: wanted.agreedByPersonId === null ? wanted.agreedByName : "",
        agreed_via: wanted.agreedVia,
        agreed_at: agreedAt,
        paused_by: actor.userId,
      })
      .execute();
    const detail = { pauseId, until: until.toISOString(), agreedVia: wanted.agreedVia };
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "paused",
      at: now,
      byUserId: actor.userId,
      words: wanted.reason,
      detail,
    });
    return { done: "paused", detail, change: { status: "paused" }, clocks: "dues", moves: true };
  });

/** Ends the running pause of a case; nothing when none runs. */
export const endPause = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
  endedAt: Date,
): Promise<void> => {
  await tx
    .updateTable("case_pause")
    .set({ ended_at: endedAt })
    .where("tenant_id", "=", tenantId)
    .where("case_id", "=", caseId)
    .where("ended_at", "is", null)
    .execute();
};

/** 恢复 Goes on before the agreed end: only the time that was really waited moves the clocks. */
export const resumeCase = (context: Context, caseId: string): Promise<CaseView> =>
  workOnCase(context, caseId, "resume", async (tx) => {
    const { tenantId, actor, now } = context;
    await endPause(tx, tenantId, caseId, now);
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "resumed",
      at: now,
      byUserId: actor.userId,
    });
    return { done: "resumed", change: { status: "open" }, clocks: "dues", moves: true };
  });
