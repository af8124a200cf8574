import type { CaseView } from "@mainstay/contract/case";
import { moveLoopsOfCase } from "../feedback-loop/follow-case.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { mailReply } from "./mail-reply.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { workOnCase } from "./work-on-case.ts";

interface Said {
  readonly words: string;
  readonly sendMail: boolean;
}

const tellCustomer = async (
  tx: Tx,
  context: Context,
  caseId: string,
  kind: "replied" | "feedback",
  { words, sendMail }: Said,
): Promise<boolean> => {
  const { tenantId, actor, now } = context;
  const eventId = await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind,
    at: now,
    byUserId: actor.userId,
    isPublic: true,
    words,
    detail: { isMailed: sendMail },
  });
  if (sendMail) await mailReply(tx, context, { caseId, eventId, words });
  return sendMail;
};

/** 回复客户 Answers the customer, on their page and by mail if wished; the first answer stops the reply clock. */
export const replyToCase = (context: Context, caseId: string, said: Said): Promise<CaseView> =>
  workOnCase(context, caseId, "reply", async (tx, record) => {
    const isMailed = await tellCustomer(tx, context, caseId, "replied", said);
    const isFirst = record.replied_at === null;
    if (isFirst) await moveLoopsOfCase(tx, context, caseId, "replied");
    return {
      done: "replied",
      detail: { isFirst, isMailed },
      ...(isFirst && { change: { replied_at: context.now }, clocks: "next", moves: true }),
    };
  });

/** 首次反馈 Reports how it stands; stops the feedback clock, and is an answer where none was given yet. */
export const giveFeedback = (context: Context, caseId: string, said: Said): Promise<CaseView> =>
  workOnCase(context, caseId, "giveFeedback", async (tx, record) => {
    const isMailed = await tellCustomer(tx, context, caseId, "feedback", said);
    if (record.replied_at === null) await moveLoopsOfCase(tx, context, caseId, "replied");
    return {
      done: "feedback_given",
      detail: { isMailed },
      change: { feedback_at: context.now, replied_at: record.replied_at ?? context.now },
      clocks: "next",
      moves: true,
    };
  });

/** Notes something among ourselves; the customer never reads it. */
export const noteOnCase = (context: Context, caseId: string, words: string): Promise<CaseView> =>
  workOnCase(context, caseId, "note", async (tx) => {
    const { tenantId, actor, now } = context;
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "noted",
      at: now,
      byUserId: actor.userId,
      words,
    });
    return { done: "noted" };
  });
