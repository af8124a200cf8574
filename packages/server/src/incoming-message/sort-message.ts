import type { incomingMessages } from "@mainstay/contract/incoming-message";
import type { CaseChannel } from "@mainstay/domain/case/case-kind";
import { sql } from "kysely";
import type { z } from "zod";
import { openCase } from "../case/open-case.ts";
import { findAccount } from "../account/account-queries.ts";
import { addPerson } from "../person/add-person.ts";
import type { Context } from "../platform/access/context.ts";
import { demandPermission, demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { joinTransaction } from "../platform/http/mint-context.ts";
import { addCustomerWords, hangFiles } from "./add-to-case.ts";
import { acknowledgeCase } from "./answer-sender.ts";
import { keepFiles, traceToCase, type WaitingFile } from "./message-queries.ts";
import { tellCustomerWrote } from "./tell-customer-wrote.ts";

type Opening = z.output<NonNullable<typeof incomingMessages.openCase.body>>;

interface LockedMessage {
  id: string;
  channel: "mailbox" | "hook" | "link" | "form";
  status: string;
  from_address: string;
  from_phone: string;
  subject: string;
  words: string;
  message_id: string | null;
  version: number;
}

/** A message in sight that still waits, or was set aside and is looked at again. */
const lockMessage = async (tx: Tx, context: Context, messageId: string): Promise<LockedMessage> => {
  const { rows } = await sql<LockedMessage>`
    select id, channel, status, from_address, from_phone, subject, words, message_id, version from incoming_message
    where tenant_id = ${context.tenantId}::uuid and id = ${messageId}::uuid for update`.execute(tx);
  const [message] = rows;
  if (!message) throw new AppError("incoming_message.not_found");
  demandVersion(context, message.version);
  if (message.status !== "waiting" && message.status !== "set_aside")
    throw new AppError("incoming_message.sorted");
  return message;
};

/** Takes the files that wait off the message, to be hung on its case. */
const takeFiles = async (tx: Tx, tenantId: string, messageId: string): Promise<WaitingFile[]> => {
  const { rows } = await sql<WaitingFile>`
    delete from incoming_attachment where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid
    returning name, media_type as "mediaType", size_bytes as "sizeBytes", refused_because as "refusedBecause",
      content as bytes`.execute(tx);
  return rows;
};

const noteSorted = (
  tx: Tx,
  { tenantId, actor, now }: Context,
  message: LockedMessage,
  of: {
    readonly status: "opened" | "added";
    readonly accountId: string;
    readonly personId: string | null;
    readonly caseId: string;
  },
) =>
  tx
    .updateTable("incoming_message")
    .set({
      status: of.status,
      because: null,
      account_id: of.accountId,
      person_id: of.personId,
      case_id: of.caseId,
      sorted_at: now,
      sorted_by: actor.userId,
      version: message.version + 1,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", message.id)
    .execute();

/** Whoever waits with a link from the open form finds the case behind it from now on. */
const leadLinkToCase = (
  tx: Tx,
  tenantId: string,
  messageId: string,
  caseId: string,
  accountId: string,
) =>
  sql`update public_link set subject_id = ${caseId}::uuid, account_id = ${accountId}::uuid
    where tenant_id = ${tenantId}::uuid and purpose = 'case_tracking' and subject_id = ${messageId}::uuid`.execute(
    tx,
  );

const joinCase = async (
  tx: Tx,
  context: Context,
  message: LockedMessage,
  onCase: {
    readonly caseId: string;
    readonly accountId: string;
    readonly personId: string | null;
    readonly status: "opened" | "added";
  },
) => {
  const { tenantId, now } = context;
  const files = await takeFiles(tx, tenantId, message.id);
  await keepFiles(
    tx,
    tenantId,
    message.id,
    await hangFiles(tx, context, { ...onCase, at: now }, files),
  );
  await noteSorted(tx, context, message, onCase);
  await leadLinkToCase(tx, tenantId, message.id, onCase.caseId, onCase.accountId);
  if (message.message_id) await traceToCase(tx, tenantId, message.message_id, onCase.caseId, now);
};

/** The person chosen, made, or none; `incoming_message.person_elsewhere` for somebody without a job at the account. */
const personOf = async (
  tx: Tx,
  context: Context,
  message: LockedMessage,
  { accountId, personId, newPerson }: Opening,
): Promise<string | null> => {
  if (newPerson) {
    demandPermission(context, "person.edit");
    const job = { name: newPerson.name, workEmail: message.from_address || null };
    const added = await addPerson(joinTransaction(context, tx), accountId, {
      ...job,
      ...(message.from_phone !== "" && { workPhone: message.from_phone }),
    });
    return added.personId;
  }
  if (!personId) return null;
  const { rows } = await sql`select 1 from position where tenant_id = ${context.tenantId}::uuid
    and account_id = ${accountId}::uuid and person_id = ${personId}::uuid`.execute(tx);
  if (rows.length === 0) throw new AppError("incoming_message.person_elsewhere");
  return personId;
};

const channelOf = (message: LockedMessage): CaseChannel =>
  message.channel === "mailbox" || message.channel === "hook" ? "email" : "public_page";

/** Somebody knows whose message it is: a case is opened from it, its files with it, and the sender is told. */
export const openCaseFromMessage = (context: Context, messageId: string, wanted: Opening) =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const message = await lockMessage(tx, context, messageId);
    const { accountId, kind, level, title } = wanted;
    if (!(await findAccount(tx, tenantId, accountId))) throw new AppError("account.not_found");
    const personId = await personOf(tx, context, message, wanted);
    const { caseId, number } = await openCase(tx, context, {
      accountId,
      personId,
      kind,
      level,
      title,
      description: message.words,
      channel: channelOf(message),
      sourceKind: "incoming_message",
      sourceId: message.id,
    });
    await joinCase(tx, context, message, { caseId, accountId, personId, status: "opened" });
    if (channelOf(message) === "email") {
      await acknowledgeCase(tx, tenantId, {
        caseId,
        number,
        accountId,
        personId,
        toAddress: message.from_address,
        inReplyTo: message.message_id,
        pageOrigin: context.origin,
        now,
      });
    }
    const subject = { kind: "incoming_message", id: messageId };
    await recordAudit(tx, context, "incoming_message.case_opened", subject, {
      accountId,
      caseId,
      number,
    });
    return { caseId, number };
  });

/**
 * Somebody knows which case it belongs to; its words stand in the timeline both sides read. A case that was merged leads to the one it goes
 * on under, as for mail that finds its case by itself: nobody looks into a duplicate.
 */
export const addMessageToCase = (context: Context, messageId: string, caseNumber: number) =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const message = await lockMessage(tx, context, messageId);
    const { rows } = await sql<{
      id: string;
      account_id: string;
      number: number;
      complained_user_ids: string[];
    }>`
      select o.id, o.account_id, o.number::int as number, o.complained_user_ids from service_case c
      join service_case o on o.tenant_id = c.tenant_id and o.id = coalesce(c.duplicate_of_id, c.id)
      where c.tenant_id = ${tenantId}::uuid and c.number = ${caseNumber}`.execute(tx);
    const [found] = rows;
    if (!found) throw new AppError("case.not_found");
    // Whoever it complains about adds no words of a customer to it.
    if (found.complained_user_ids.includes(context.actor.userId))
      throw new AppError("access.not_permitted");
    const { id: caseId, account_id: accountId, number } = found;
    const onCase = { caseId, accountId, personId: null, status: "added" as const };
    await addCustomerWords(tx, context, {
      ...onCase,
      words: message.words || message.subject,
      at: now,
      detail: { messageId },
    });
    await joinCase(tx, context, message, onCase);
    await tellCustomerWrote(tx, tenantId, caseId, `message:${messageId}`);
    const subject = { kind: "incoming_message", id: messageId };
    await recordAudit(tx, context, "incoming_message.added_to_case", subject, {
      accountId,
      caseId,
      number,
    });
    return { caseId, number };
  });

/** Nothing comes of it, and why; it is deleted a month later. */
export const setMessageAside = (context: Context, messageId: string, note: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const message = await lockMessage(tx, context, messageId);
    await tx
      .updateTable("incoming_message")
      .set({
        status: "set_aside",
        because: "by_hand",
        note,
        sorted_at: now,
        sorted_by: actor.userId,
        version: message.version + 1,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", messageId)
      .execute();
    const subject = { kind: "incoming_message", id: messageId };
    await recordAudit(tx, context, "incoming_message.set_aside", subject);
  });
