import { judgeLoop } from "@mainstay/domain/incoming-message/judge-loop";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { answerTooLarge } from "./answer-sender.ts";
import { findSenderJobs } from "./find-sender.ts";
import { claimTrace, keepMessage } from "./message-queries.ts";
import { ourAddresses } from "./our-addresses.ts";
import type { IncomingMail } from "./parse-mail.ts";
import type { TakenFrom, TakeOutcome } from "./take-message.ts";

/**
 * Lists a message that cannot be read: too large, or not to be understood. Of one too large the headers are known; its sender,
 * where we know them and no program wrote it, is told so.
 */
export const keepUnread = async (
  tx: Tx,
  author: AuditAuthor,
  unread: {
    readonly mail: IncomingMail | null;
    readonly sizeBytes: number;
    /** Stands for its Message-ID where that is not known. */
    readonly key: string;
  },
  from: TakenFrom,
): Promise<TakeOutcome> => {
  const { tenantId } = author;
  const { mail, sizeBytes } = unread;
  const id = newId();
  if (!(await claimTrace(tx, tenantId, mail?.messageId ?? unread.key, id, from.now)))
    return "taken_before";
  await keepMessage(tx, tenantId, {
    id,
    channel: from.channel,
    status: "set_aside",
    because: mail ? "too_large" : "unreadable",
    fromAddress: mail?.fromAddress ?? "",
    fromName: mail?.fromName ?? "",
    subject: mail?.subject ?? "",
    messageId: mail?.messageId ?? null,
    sizeBytes,
    at: from.now,
  });
  if (!mail) return "set_aside";
  const ownAddresses = await ourAddresses(tx, tenantId);
  if (judgeLoop({ ...mail, ownAddresses })) return "set_aside";
  const today = await workspaceToday(tx, tenantId, from.now);
  const [sender] = await findSenderJobs(tx, tenantId, mail.fromAddress, today);
  if (sender && !sender.isRestricted) {
    await answerTooLarge(tx, tenantId, {
      ...sender,
      toAddress: mail.fromAddress,
      inReplyTo: mail.messageId,
      messageId: id,
      now: from.now,
    });
  }
  return "set_aside";
};
