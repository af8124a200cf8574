import { hasShortClock } from "@mainstay/domain/feedback-loop/contact-clock";
import type { FeedbackLoopStatus } from "@mainstay/domain/feedback-loop/feedback-loop-status";
import type { LoopOpening } from "@mainstay/domain/feedback-loop/loop-opening";
import { loopOpeningOf } from "@mainstay/domain/feedback-loop/loop-opening";
import { sql } from "kysely";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type {
  AfterAnswer,
  AnswerAuthor,
  HandedInResponse,
} from "../survey-response/after-answer.ts";
import { type DissatisfiedResponse, readDissatisfaction } from "./dissatisfied-answers.ts";
import { complainedOfCase } from "./loop-case.ts";
import { changeLoop } from "./loop-record.ts";
import { openCaseFor, openNeedFor } from "./open-work-for.ts";
import { openLoop, reckonContactDue, watchContactClock } from "./open-loop.ts";
import { noteRemeasure } from "./note-remeasure.ts";

/** Why a loop ended before anybody spoke with the customer: they changed their own answer for the better. */
export const tookBackOwnAnswer = "changed_by_customer";

interface KnownLoop {
  id: string;
  status: FeedbackLoopStatus;
  is_urgent: boolean;
  dropped_because: string | null;
}

const lockLoopOf = async (
  tx: Tx,
  tenantId: string,
  responseId: string,
): Promise<KnownLoop | undefined> => {
  const { rows } = await sql<KnownLoop>`
    select id, status, is_urgent, dropped_because from feedback_loop
    where tenant_id = ${tenantId}::uuid and response_id = ${responseId}::uuid for update`.execute(
    tx,
  );
  return rows[0];
};

/** The case a survey asked about, as long as it is not closed; a closed one needs a new case. */
const livingCase = async (tx: Tx, tenantId: string, caseId: string | null) => {
  if (caseId === null) return null;
  const { rows } = await sql<{ id: string }>`
    select id from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid
      and status in ('open', 'paused', 'solved')`.execute(tx);
  return rows[0]?.id ?? null;
};

const openingOf = async (
  tx: Tx,
  tenantId: string,
  { openedByQuestionId, departmentId }: DissatisfiedResponse,
): Promise<LoopOpening> => {
  const { rows } = await sql<{ name: string | null; opens: LoopOpening | null }>`
    select (select name from department where tenant_id = ${tenantId}::uuid and id = ${departmentId}::uuid) as name,
      (select opens from feedback_loop_opening where tenant_id = ${tenantId}::uuid
        and question_id = ${openedByQuestionId}::uuid) as opens`.execute(tx);
  return loopOpeningOf(rows[0]?.name ?? null, rows[0]?.opens ?? null);
};

/** The first time an answer is dissatisfied: something to work on its cause, and the loop. */
const openFresh = async (
  tx: Tx,
  author: AnswerAuthor,
  response: HandedInResponse & { readonly accountId: string },
  ground: DissatisfiedResponse,
): Promise<void> => {
  const { tenantId } = author;
  const known = await livingCase(tx, tenantId, response.caseId);
  const opens = known ? null : await openingOf(tx, tenantId, ground);
  const needId = opens === "need" ? await openNeedFor(tx, author, response, ground) : null;
  const caseId = opens === "case" ? await openCaseFor(tx, author, response, ground) : known;
  await openLoop(tx, author, {
    accountId: response.accountId,
    personId: response.personId,
    responseId: response.id,
    caseId,
    needId,
    departmentId: ground.departmentId,
    complainedUserIds: caseId ? await complainedOfCase(tx, tenantId, caseId) : [],
    isUrgent: hasShortClock(response.buyingRole, response.segment),
    questionId: ground.questionId,
    rowKey: ground.rowKey,
    scale: ground.scale,
    score: ground.score,
  });
};

/** A changed answer moves the loop as long as nobody has spoken with the customer; afterwards it stays what it was about. */
const follow = async (
  tx: Tx,
  author: AnswerAuthor,
  response: HandedInResponse & { readonly accountId: string },
  loop: KnownLoop,
  ground: DissatisfiedResponse | null,
): Promise<void> => {
  const wasTakenBack = loop.status === "dropped" && loop.dropped_because === tookBackOwnAnswer;
  if (loop.status !== "open" && !wasTakenBack) return;
  const subject = { kind: "feedback_loop", id: loop.id };
  const detail = { accountId: response.accountId };
  if (!ground) {
    if (wasTakenBack) return;
    await changeLoop(tx, author, loop.id, {
      status: "dropped",
      dropped_because: tookBackOwnAnswer,
      dropped_at: author.now,
      drop_asked_by: null,
      drop_asked_at: null,
    });
    await recordAudit(tx, author, "feedback_loop.changed_by_customer", subject, detail);
    return;
  }
  const about = {
    department_id: ground.departmentId,
    question_id: ground.questionId,
    row_key: ground.rowKey,
    scale: ground.scale,
    score_before: ground.score,
  };
  if (!wasTakenBack) {
    await changeLoop(tx, author, loop.id, about);
    return;
  }
  const { dueAt } = await reckonContactDue(tx, author, loop.is_urgent);
  await changeLoop(tx, author, loop.id, {
    ...about,
    status: "open",
    opened_at: author.now,
    contact_due_at: dueAt,
    overdue_told_at: null,
    dropped_because: null,
    dropped_at: null,
  });
  await watchContactClock(tx, author.tenantId, loop.id, dueAt);
  await recordAudit(tx, author, "feedback_loop.opened", subject, detail);
};

/**
 * What follows an answer for the closed loop, in the answer's own transaction: an answer to a question asked again ends its
 * loop; a dissatisfied one opens a loop, once each; a changed one moves it. An anonymous answer opens none, for a loop begins
 * with a talk and would ask who it was.
 */
export const openLoopFor: AfterAnswer = async (tx, author, response) => {
  const { accountId } = response;
  if (response.isAnonymous || response.isSuspect || accountId === null) return;
  await noteRemeasure(tx, author, response);
  const ground = await readDissatisfaction(tx, author.tenantId, response.id);
  const known = await lockLoopOf(tx, author.tenantId, response.id);
  if (known) await follow(tx, author, { ...response, accountId }, known, ground);
  else if (ground) await openFresh(tx, author, { ...response, accountId }, ground);
};
