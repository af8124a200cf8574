import type { CaseChannel } from "@mainstay/domain/case/case-kind";
import { bareSubject } from "@mainstay/domain/incoming-message/case-token";
import { cutQuoted } from "@mainstay/domain/incoming-message/cut-quoted";
import { guessKind } from "@mainstay/domain/incoming-message/guess-kind";
import { messagesPerHourOfSender } from "@mainstay/domain/incoming-message/incoming-limit";
import type {
  IncomingReason,
  IncomingStatus,
} from "@mainstay/domain/incoming-message/incoming-message-kind";
import { judgeLoop } from "@mainstay/domain/incoming-message/judge-loop";
import { answerWords } from "@mainstay/phrases/incoming-message/answer-words";
import { openIfAnybodyAnswers } from "./open-if-anybody-answers.ts";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { addCustomerWords, hangFiles } from "./add-to-case.ts";
import { acknowledgeCase } from "./answer-sender.ts";
import { findSenderJobs, type SenderJob } from "./find-sender.ts";
import { findThread, type ThreadCase } from "./find-thread.ts";
import { judgeFiles } from "./judge-files.ts";
import {
  claimTrace,
  countFromAddress,
  keepFiles,
  keepMessage,
  traceToCase,
} from "./message-queries.ts";
import { ourAddresses, workspaceLocale } from "./our-addresses.ts";
import type { IncomingMail } from "./parse-mail.ts";
import { tellCustomerWrote } from "./tell-customer-wrote.ts";

/** Which way a mail came, and where links in the answer lead. */
export interface TakenFrom {
  readonly channel: "mailbox" | "hook";
  readonly pageOrigin: string;
  readonly now: Date;
}

export type TakeOutcome = IncomingStatus | "taken_before";

/** Of one sender's messages in an hour, no more than this are even kept. */
const keptPerHourOfSender = messagesPerHourOfSender * 10;
const channel: CaseChannel = "email";

interface Verdict {
  readonly status: IncomingStatus;
  readonly because: IncomingReason | null;
  readonly thread?: ThreadCase;
  readonly sender?: SenderJob;
}

/**
 * Takes one mail, whichever way it came, in one transaction: once however often it is offered; put into its case when its
 * sender works at the case's account; made a case when the sender works at exactly one account; else waiting to be sorted.
 * Mail of programs, lists and ourselves, and floods, are set aside and never answered.
 */
export const takeMessage = async (
  tx: Tx,
  author: AuditAuthor,
  mail: IncomingMail,
  from: TakenFrom,
): Promise<TakeOutcome> => {
  const { tenantId } = author;
  const { now } = from;
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  const recent = await countFromAddress(tx, tenantId, mail.fromAddress, anHourAgo);
  if (recent >= keptPerHourOfSender) return "set_aside";
  const id = newId();
  if (!(await claimTrace(tx, tenantId, mail.key, id, now))) return "taken_before";
  const verdict = await judge(tx, author, mail, now, recent);
  const { words, quoted } = cutQuoted(mail.text);
  const files = judgeFiles(verdict.because === "too_many" ? [] : mail.files);
  const message = {
    id,
    channel: from.channel,
    status: verdict.status,
    because: verdict.because,
    fromAddress: mail.fromAddress,
    fromName: mail.fromName,
    subject: mail.subject,
    words: verdict.because === "too_many" ? words.slice(0, 500) : words,
    quoted: verdict.because === "too_many" ? "" : quoted,
    messageId: mail.messageId,
    sizeBytes: mail.sizeBytes,
    at: now,
  };
  const { thread, sender } = verdict;
  if (thread && sender) {
    const { caseId } = thread;
    const onCase = { caseId, personId: sender.personId, at: now };
    await keepMessage(tx, tenantId, { ...message, accountId: thread.accountId, ...onCase });
    await addCustomerWords(tx, author, { ...onCase, words, detail: { messageId: id } });
    await keepFiles(tx, tenantId, id, await hangFiles(tx, author, onCase, files));
    await traceToCase(tx, tenantId, mail.key, caseId, now);
    await tellCustomerWrote(tx, tenantId, caseId, `message:${id}`);
    return "added";
  }
  if (sender && verdict.status === "opened") {
    const { accountId, personId } = sender;
    const locale = await workspaceLocale(tx, tenantId);
    const opened = await openIfAnybodyAnswers(
      tx,
      { ...author, now },
      {
        accountId,
        personId,
        kind: guessKind(mail.subject, words),
        level: "general",
        title: bareSubject(mail.subject).slice(0, 200) || answerWords[locale].untitled("mail"),
        description: words,
        channel,
        sourceKind: "incoming_message",
        sourceId: id,
      },
    );
    if (!opened) {
      await keepMessage(tx, tenantId, { ...message, status: "waiting", because: "no_responder" });
      await keepFiles(tx, tenantId, id, files);
      return "waiting";
    }
    const { caseId, number } = opened;
    const onCase = { caseId, personId, at: now };
    await keepMessage(tx, tenantId, { ...message, accountId, ...onCase });
    await keepFiles(tx, tenantId, id, await hangFiles(tx, author, onCase, files));
    await traceToCase(tx, tenantId, mail.key, caseId, now);
    await acknowledgeCase(tx, tenantId, {
      ...sender,
      caseId,
      number,
      toAddress: mail.fromAddress,
      inReplyTo: mail.messageId,
      pageOrigin: from.pageOrigin,
      now,
    });
    return "opened";
  }
  await keepMessage(tx, tenantId, message);
  await keepFiles(tx, tenantId, id, files);
  return verdict.status;
};

const judge = async (
  tx: Tx,
  { tenantId }: AuditAuthor,
  mail: IncomingMail,
  now: Date,
  recent: number,
): Promise<Verdict> => {
  const ownAddresses = await ourAddresses(tx, tenantId);
  const loop = judgeLoop({ ...mail, ownAddresses });
  if (loop) return { status: "set_aside", because: loop };
  if (recent >= messagesPerHourOfSender) return { status: "set_aside", because: "too_many" };
  const today = await workspaceToday(tx, tenantId, now);
  const jobs = await findSenderJobs(tx, tenantId, mail.fromAddress, today);
  const [first] = jobs;
  const thread = await findThread(tx, tenantId, mail.references, mail.subject);
  if (thread) {
    const sender = jobs.find(({ accountId }) => accountId === thread.accountId);
    return sender
      ? { status: "added", because: null, thread, sender }
      : { status: "waiting", because: "foreign_thread" };
  }
  if (!first) return { status: "waiting", because: "unknown_sender" };
  if (jobs.some(({ accountId }) => accountId !== first.accountId))
    return { status: "waiting", because: "several_accounts" };
  // Stored, not used: what they write a person looks at.
  if (first.isRestricted) return { status: "waiting", because: "restricted_sender" };
  return { status: "opened", because: null, sender: first };
};
