import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import type { HandoverAuthor } from "./start-handover.ts";

interface LoggedContact {
  readonly interactionId: string;
  readonly accountId: string;
  readonly occurredOn: IsoDay;
  readonly isTwoWay: boolean;
  readonly personIds: readonly string[];
  readonly ourUserIds: readonly string[];
}

/**
 * 拜访新联系人 A two-way contact on or after the start is the visit a handover waits for: theirs with the contact who follows, ours
 * by the colleague who takes the seat. Accepted ones are done with it; open ones keep it until they are accepted.
 */
export const closeHandoversByContact = async (
  tx: Tx,
  author: HandoverAuthor,
  contact: LoggedContact,
): Promise<void> => {
  if (!contact.isTwoWay) return;
  await seeingAll(tx, async () => {
    const { tenantId, now } = author;
    const { rows } = await sql<{ id: string; status: string }>`
      update handover h set visit_interaction_id = ${contact.interactionId}::uuid,
        status = case when h.status = 'accepted' then 'done' else h.status end,
        closed_at = case when h.status = 'accepted' then ${now}::timestamptz else h.closed_at end,
        version = h.version + 1, updated_at = ${now}
      from tenant t
      where h.tenant_id = ${tenantId}::uuid and t.id = h.tenant_id and h.account_id = ${contact.accountId}::uuid
        and h.status in ('open', 'accepted') and h.visit_interaction_id is null
        and (h.started_at at time zone t.time_zone)::date <= ${contact.occurredOn}::date
        and (h.successor_person_id = any(${[...contact.personIds]}::uuid[])
          or (h.side = 'ours' and h.to_user_id = any(${[...contact.ourUserIds]}::uuid[])))
      returning h.id, h.status`.execute(tx);
    for (const { id, status } of rows) {
      await sql`update handover_item set done_at = ${now}, done_by = ${author.actor?.userId ?? null}::uuid
        where tenant_id = ${tenantId}::uuid and handover_id = ${id}::uuid and key = 'visit_successor' and done_at is null`.execute(
        tx,
      );
      await recordAudit(
        tx,
        author,
        status === "done" ? "handover.completed" : "handover.visit_noted",
        { kind: "handover", id },
        { accountId: contact.accountId, interactionId: contact.interactionId },
      );
    }
  });
};
