import { createHash } from "node:crypto";
import type { AuditAnchor } from "@mainstay/domain/audit/audit-anchor";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import pg from "pg";
import { streamRows } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** One link of the chain with the act it stands for; `text` is null when the act is gone. */
export interface AuditLink {
  readonly sequence: number;
  readonly at: string;
  readonly auditId: string;
  readonly hash: Buffer;
  readonly act: string | null;
  readonly text: string | null;
}

const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * What a hash covers. Said here a second time, beside the database's own audit_text: who checks the chain must not
 * borrow the ruler from whoever may have bent it. A test holds the two equal.
 */
const actText = `jsonb_build_array(a.tenant_id, ${instant("a.at")}, a.id, a.actor_user_id, a.act, a.subject_kind,
  a.subject_id, a.detail, a.request_id)::text`;

/** What stands before the first link of a workspace. */
export const auditGenesis = (tenantId: TenantId): Buffer =>
  createHash("sha256").update(`mainstay audit ${tenantId}`).digest();

const blockLength = 20_000;

/** The links of a workspace in order, read in blocks, so that neither we nor the database hold all of them. */
export async function* streamAuditLinks(db: Db, tenantId: TenantId): AsyncGenerator<AuditLink> {
  const tenant = `${pg.escapeLiteral(tenantId)}::uuid`;
  // Each block looks its acts up by key; with old statistics the planner might read the whole audit for every block.
  await sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(
    db,
  );
  for (let after = 0, isMore = true; isMore; ) {
    isMore = false;
    const rows = streamRows(
      db,
      `select c.sequence, ${instant("c.audit_at")}, c.audit_id, encode(c.hash, 'hex'), a.act,
          case when a.id is not null then ${actText} end
        from (select * from audit_chain where tenant_id = ${tenant} and sequence > ${after}
          order by sequence limit ${blockLength}) c
        left join audit a on a.tenant_id = ${tenant} and a.at = c.audit_at and a.id = c.audit_id
        order by c.sequence`,
    );
    for await (const [sequence, at, auditId, hash, act, text] of rows) {
      isMore = true;
      after = Number(sequence);
      yield {
        sequence: after,
        at: at ?? "",
        auditId: auditId ?? "",
        hash: Buffer.from(hash ?? "", "hex"),
        act: act ?? null,
        text: text ?? null,
      };
    }
  }
  await sql`select set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(
    db,
  );
}

/** Acts that stand outside the chain, the oldest first. */
export const listUnchainedActs = async (db: Db, tenantId: TenantId, limit: number) =>
  (
    await sql<{ at: string; id: string; act: string }>`
      select ${sql.raw(instant("a.at"))} as at, a.id, a.act from audit a
      where a.tenant_id = ${tenantId} and not exists (select 1 from audit_chain c
        where c.tenant_id = ${tenantId} and c.audit_at = a.at and c.audit_id = a.id)
      order by a.at, a.id limit ${limit}`.execute(db)
  ).rows;

/** The head of the chain as it stands; before the first act the beginning itself. */
export const findAuditHead = async (db: Db, tenantId: TenantId): Promise<AuditAnchor> => {
  const head = await db
    .selectFrom("audit_chain")
    .select(["sequence", "hash"])
    .where("tenant_id", "=", tenantId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const hash = head?.hash ?? auditGenesis(tenantId);
  return { tenantId, sequence: head?.sequence ?? 0, hash: hash.toString("hex") };
};
