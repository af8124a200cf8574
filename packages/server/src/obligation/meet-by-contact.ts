import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { sql } from "kysely";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { continueRuns } from "../playbook/continue-runs.ts";
import { matchAccountContacts } from "./match-account-contacts.ts";

/** A contact as it was logged. */
export interface LoggedContact {
  readonly interactionId: string;
  readonly accountId: string;
  readonly kind: InteractionKind;
  readonly occurredOn: IsoDay;
  readonly isTwoWay: boolean;
}

/** Open tasks of the account that wait for a contact of this kind on this day are done by it. */
const completeTasks = async (tx: Tx, author: AuditAuthor, contact: LoggedContact) => {
  const { rows } = await sql<{ id: string }>`
    update task set status = 'done', done_at = now(), met_by_interaction_id = ${contact.interactionId}::uuid, version = version + 1
    where tenant_id = ${author.tenantId}::uuid and account_id = ${contact.accountId}::uuid and status = 'open'
      and contact_kinds @> array[${contact.kind}]::text[]
      and (window_from_on is null or window_from_on <= ${contact.occurredOn}::date)
      and (due_on is null or due_on >= ${contact.occurredOn}::date)
    returning id`.execute(tx);
  for (const { id } of rows) {
    await recordAudit(
      tx,
      author,
      "task.completed",
      { kind: "task", id },
      { accountId: contact.accountId, interactionId: contact.interactionId },
    );
  }
  return rows.map(({ id }) => id);
};

/**
 * What a contact with the account settles by itself: at most one obligation of each kind whose days hold its day, and every
 * open task that waits for such a contact. Only a contact in which the customer took part counts. Logged late it counts on
 * its own day, in a missed period too. Answers what it settled.
 */
export const meetByContact = async (
  tx: Tx,
  author: AuditAuthor,
  contact: LoggedContact,
): Promise<{ obligationIds: string[]; taskIds: string[] }> => {
  if (!contact.isTwoWay) return { obligationIds: [], taskIds: [] };
  const changed = await matchAccountContacts(
    tx,
    author.tenantId,
    [contact.accountId],
    contact.occurredOn,
  );
  for (const { obligationId, accountId, kind, interactionId } of changed) {
    const subject = { kind: "obligation", id: obligationId };
    const detail = { accountId, kind, interactionId };
    const act = interactionId ? "obligation.fulfilled" : "obligation.reopened";
    await recordAudit(tx, author, act, subject, detail);
  }
  const taskIds = await completeTasks(tx, author, contact);
  await continueRuns(tx, author, taskIds, contact.occurredOn);
  const settled = changed.filter(({ interactionId }) => interactionId === contact.interactionId);
  return { obligationIds: settled.map(({ obligationId }) => obligationId), taskIds };
};
