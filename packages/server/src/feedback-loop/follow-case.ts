import { sql } from "kysely";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { changeLoop } from "./loop-record.ts";
import type { LoopAuthor } from "./open-loop.ts";

/** Whoever works on the case, or the product for the customer. */
type CaseAuthor = Omit<LoopAuthor, "today">;

/** What happened to a case that its loops follow. */
export type CaseStep = "replied" | "closed" | "reopened";

interface LoopOfCase {
  id: string;
  account_id: string;
  status: string;
  contacted_at: Date | null;
}

const changeFor = (
  step: CaseStep,
  loop: LoopOfCase,
  author: CaseAuthor,
): Record<string, unknown> | null => {
  const { now, actor } = author;
  const contacted = {
    contacted_at: loop.contacted_at ?? now,
    ...(loop.contacted_at === null && { contacted_by: actor?.userId ?? null }),
  };
  if (step === "replied")
    return loop.status === "open" ? { status: "contacted", ...contacted } : null;
  if (step === "closed")
    return loop.status === "open" || loop.status === "contacted"
      ? { status: "rectified", ...contacted, rectified_at: now, rectified_by_customer: true }
      : null;
  const isBack = loop.status === "rectified" || loop.status === "followed_up";
  return isBack
    ? {
        status: "contacted",
        rectified_at: null,
        rectified_by: null,
        rectification: null,
        rectified_by_customer: false,
        followed_up_at: null,
        followed_up_by: null,
        follow_up_note: null,
      }
    : null;
};

const acts = {
  replied: "feedback_loop.contacted",
  closed: "feedback_loop.rectified",
  reopened: "feedback_loop.reopened",
} as const;

/**
 * 闭环随申告推进 The loops of a case move with it, in its transaction: an answer to the customer is the contact, the
 * customer's closing counts as put right, and what they reopen is to be put right once more. Asked again already, a loop stays.
 */
export const moveLoopsOfCase = async (
  tx: Tx,
  author: CaseAuthor,
  caseId: string,
  step: CaseStep,
): Promise<void> => {
  const { tenantId } = author;
  const { rows } = await sql<LoopOfCase>`
    select id, account_id, status, contacted_at from feedback_loop
    where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid and asked_again_at is null
      and status in ('open', 'contacted', 'rectified', 'followed_up') order by id for update`.execute(
    tx,
  );
  for (const loop of rows) {
    const change = changeFor(step, loop, author);
    if (!change) continue;
    await changeLoop(tx, author, loop.id, change);
    const subject = { kind: "feedback_loop", id: loop.id };
    const act: `feedback_loop.${string}` = acts[step];
    await recordAudit(tx, author, act, subject, { accountId: loop.account_id, caseId });
  }
};
