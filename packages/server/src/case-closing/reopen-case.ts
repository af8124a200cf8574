import { climbsWhenReopened } from "@mainstay/domain/case-closing/closing-rule";
import { lockCase } from "../case/lock-case.ts";
import { raiseCase } from "../case/raise-case.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { restartClocks, settleClocks } from "../case/settle-clocks.ts";
import { whoHears } from "../case/who-answers.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { moveLoopsOfCase } from "../feedback-loop/follow-case.ts";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ClosingAuthor } from "./closing-author.ts";
import type { ClosingRecord } from "./closing-record.ts";

/**
 * 重新处理 Opens a solved case again because the customer is not satisfied: its clocks begin anew from `at`, links that were not used
 * become void, its handler, first responder and manager are told. From the second time on the ladder is climbed one step each
 * time: what did not work twice needs somebody above.
 */
export const reopenCase = async (
  tx: Tx,
  author: ClosingAuthor,
  record: ClosingRecord,
  { at }: { readonly at: Date },
): Promise<void> => {
  const { tenantId } = author;
  const caseId = record.id;
  const reopened = record.reopened + 1;
  await tx
    .updateTable("service_case")
    .set({ status: "open", solved_at: null, closed_at: null, closed_by: null, reopened })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", caseId)
    .execute();
  await voidOpenLinks(tx, tenantId, caseId, author.now);
  await moveLoopsOfCase(tx, author, caseId, "reopened");
  await restartClocks(tx, tenantId, caseId, at);
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "reopened",
    at,
    byUserId: author.actor?.userId ?? null,
    isPublic: true,
    detail: { reopened },
  });
  const accountId = record.account_id;
  await recordAudit(
    tx,
    author,
    "case.reopened",
    { kind: "case", id: caseId },
    {
      accountId,
      reopened,
    },
  );
  await notify(tx, tenantId, {
    userIds: await whoHears(tx, tenantId, caseId, [record.manager_user_id]),
    kind: "case_reopened",
    subjectKind: "case",
    subjectId: caseId,
    accountId,
    reason: { params: { caseKind: record.kind, level: record.level } },
    dedupeKey: `case_reopened:${caseId}:${reopened}`,
  });
  if (climbsWhenReopened(reopened)) {
    const again = await lockCase(tx, tenantId, caseId);
    // The second time the manager, the third the director: the step before counts as climbed.
    const from = { ...again, escalation_level: Math.min(reopened - 2, 2) };
    await raiseCase(tx, author, from, { because: "reopened" });
    await settleClocks(tx, tenantId, caseId, { dues: false });
  }
  await enqueueCycleRound(tx, tenantId, accountId);
};

/** Links of a solution that did not hold open nothing any more. */
export const voidOpenLinks = (tx: Tx, tenantId: string, caseId: string, now: Date) =>
  tx
    .updateTable("public_link")
    .set({ revoked_at: now })
    .where("tenant_id", "=", tenantId)
    .where("subject_id", "=", caseId)
    .where("purpose", "=", "case_confirmation")
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
