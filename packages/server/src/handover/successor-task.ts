import { handoverEn } from "@mainstay/phrases/handover/en";
import { handoverZh } from "@mainstay/phrases/handover/zh";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import type { HandoverAuthor } from "./start-handover.ts";

const stepKey = "find_successor";

/**
 * The lighter answer to a key contact's leaving at an account without special care: one task to find out who follows. It
 * names nobody, so that nothing is left to forget when the person is erased.
 */
export const addSuccessorTask = async (
  tx: Tx,
  author: HandoverAuthor & { readonly today: string },
  job: { positionId: string; accountId: string; ownerUserId: string | null },
): Promise<void> =>
  seeingAll(tx, async () => {
    const { tenantId, today } = author;
    const words = {
      title: { zh: handoverZh.task.title, en: handoverEn.task.title },
      why: { zh: handoverZh.task.why, en: handoverEn.task.why },
    };
    const { rows } = await sql<{ id: string }>`
      insert into task (tenant_id, id, title, due_on, owner_user_id, account_id, created_by, origin, origin_id, step_key, words)
      select ${tenantId}::uuid, ${newId()}::uuid, case when t.locale = 'en' then ${words.title.en} else ${words.title.zh} end,
        ${today}::date + 7, ${job.ownerUserId ?? author.actor?.userId ?? null}::uuid, ${job.accountId}::uuid,
        ${author.actor?.userId ?? null}::uuid, 'handover', ${job.positionId}::uuid, ${stepKey}, ${JSON.stringify(words)}::jsonb
      from tenant t where t.id = ${tenantId}::uuid
      on conflict do nothing returning id`.execute(tx);
    if (rows[0])
      await recordAudit(
        tx,
        author,
        "task.added",
        { kind: "task", id: rows[0].id },
        { accountId: job.accountId, signalId: null },
      );
  });

/** The person came back: the task that looks for who follows them is dropped. */
export const dropSuccessorTask = async (
  tx: Tx,
  author: HandoverAuthor,
  job: { personId: string; accountId: string },
): Promise<void> =>
  seeingAll(tx, async () => {
    const { tenantId, now } = author;
    const { rows } = await sql<{ id: string }>`
      update task set status = 'dropped', dropped_at = ${now}, version = version + 1
      where tenant_id = ${tenantId}::uuid and account_id = ${job.accountId}::uuid and status = 'open' and origin = 'handover'
        and step_key = ${stepKey} and origin_id in (select id from position where tenant_id = ${tenantId}::uuid
          and person_id = ${job.personId}::uuid and account_id = ${job.accountId}::uuid)
      returning id`.execute(tx);
    for (const { id } of rows)
      await recordAudit(
        tx,
        author,
        "task.dropped",
        { kind: "task", id },
        { accountId: job.accountId },
      );
  });
