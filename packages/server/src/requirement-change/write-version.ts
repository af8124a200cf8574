import { createHash } from "node:crypto";
import type { ChangeContent } from "@mainstay/contract/requirement-change";
import { canonicalContent } from "@mainstay/domain/requirement-change/change-content";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";

interface VersionDraft extends ChangeContent {
  readonly changeId: string;
  readonly number: number;
  readonly title: string;
  /** The customer's name, part of what is hashed. */
  readonly account: string;
}

/** SHA-256 of the canonical content, hexadecimal. */
export const contentHash = (draft: VersionDraft): string =>
  createHash("sha256").update(canonicalContent(draft)).digest("hex");

/** Writes a version with the hash of its content; a draft's own row is written over. */
export const writeVersion = async (
  tx: Tx,
  { tenantId, actor, now }: Context,
  draft: VersionDraft,
): Promise<void> => {
  await sql`
    insert into requirement_change_version (tenant_id, change_id, number, title, scope, fee_minor, currency, schedule_days,
      deliver_on, content_sha256, made_by, made_at)
    values (${tenantId}::uuid, ${draft.changeId}::uuid, ${draft.number}, ${draft.title}, ${draft.scope}, ${draft.feeMinor},
      ${draft.currency}, ${draft.scheduleDays}, ${draft.deliverOn}::date, ${contentHash(draft)}, ${actor.userId}::uuid, ${now})
    on conflict (tenant_id, change_id, number) do update set title = excluded.title, scope = excluded.scope,
      fee_minor = excluded.fee_minor, currency = excluded.currency, schedule_days = excluded.schedule_days,
      deliver_on = excluded.deliver_on, content_sha256 = excluded.content_sha256, made_by = excluded.made_by,
      made_at = excluded.made_at`.execute(tx);
};
