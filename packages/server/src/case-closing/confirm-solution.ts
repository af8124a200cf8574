import type { CaseCloser } from "@mainstay/domain/case/case-kind";
import { type ClosingVerdict, verdictOf } from "@mainstay/domain/case-closing/closing-rule";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { whoHears } from "../case/who-answers.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { moveLoopsOfCase } from "../feedback-loop/follow-case.ts";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import type { ClosingAuthor } from "./closing-author.ts";
import type { ClosingRecord } from "./closing-record.ts";
import { enqueueAskAfterCase } from "../survey/ask-after-case.ts";
import { reopenCase } from "./reopen-case.ts";

/** The customer's word about a solution, and how it reached us. */
export interface SpokenWord {
  readonly via: CaseCloser;
  readonly isResolved: boolean;
  readonly score: number | null;
  readonly words: string;
  readonly at: Date;
  /** By which link, or in which call. */
  readonly linkId?: string;
  readonly callBackId?: string;
  readonly personId: string | null;
}

/**
 * 客户说了算 Takes the customer's word about a locked, solved case: confirmed or lukewarm closes it, dissatisfied reopens it with
 * new clocks. The first score of a case is kept for good, the newest stands beside it. The timeline and the audit say which way the
 * word came; what was said stands in the timeline alone.
 */
export const confirmSolution = async (
  tx: Tx,
  author: ClosingAuthor,
  record: ClosingRecord,
  word: SpokenWord,
): Promise<ClosingVerdict> => {
  const verdict = verdictOf(word);
  if (verdict === null) throw refuseField("score", "required");
  const { tenantId } = author;
  const { via, score } = word;
  const isClosed = verdict !== "dissatisfied";
  await tx
    .updateTable("service_case")
    .set((row) => ({
      ...(score !== null && { score, first_score: record.first_score ?? score }),
      ...(isClosed && { status: "closed", closed_at: word.at, closed_by: via }),
      version: row("version", "+", 1),
      updated_at: author.now,
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", record.id)
    .execute();
  const event = {
    tenantId,
    caseId: record.id,
    at: word.at,
    byUserId: author.actor?.userId ?? null,
    byPersonId: word.personId,
  };
  await recordCaseEvent(tx, {
    ...event,
    kind: isClosed ? "confirmed" : "dissatisfied",
    // What somebody told a colleague on the telephone is the colleague's writing: not shown back to the customer.
    isPublic: via === "customer",
    words: word.words,
    detail: {
      via,
      verdict,
      score,
      isResolved: word.isResolved,
      ...(word.linkId && { linkId: word.linkId }),
      ...(word.callBackId && { callBackId: word.callBackId }),
    },
  });
  if (!isClosed) {
    await reopenCase(tx, author, record, { at: word.at });
    return verdict;
  }
  await recordCaseEvent(tx, { ...event, kind: "closed", isPublic: true, detail: { via } });
  const subject = { kind: "case", id: record.id };
  const accountId = record.account_id;
  await recordAudit(tx, author, "case.closed", subject, {
    accountId,
    via,
    score,
    verdict,
    ...(word.linkId && { linkId: word.linkId }),
  });
  await notify(tx, tenantId, {
    userIds: await whoHears(tx, tenantId, record.id),
    kind: "case_closed",
    subjectKind: "case",
    subjectId: record.id,
    accountId,
    reason: { params: { caseKind: record.kind } },
    dedupeKey: `case_closed:${record.id}:${record.reopened}`,
  });
  await moveLoopsOfCase(tx, author, record.id, "closed");
  await enqueueAskAfterCase(tx, tenantId, record.id);
  await enqueueCycleRound(tx, tenantId, accountId);
  return verdict;
};
