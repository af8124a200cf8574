import type { IncomingHookView } from "@mainstay/contract/incoming-message";
import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import { sql } from "kysely";
import { hashSecret, newSecret, writeDotted } from "../platform/access/credential.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface HookRecord {
  id: string;
  name: string;
  created_by: string | null;
  made_by_name: string | null;
  created_at: Date;
  last_used_at: Date | null;
  taken: number;
}

/** The living addresses, newest first. */
export const listHooks = async (db: Db, { tenantId }: Context): Promise<IncomingHookView[]> => {
  const { rows } = await sql<HookRecord>`
    select h.id, h.name, h.created_by, u.name as made_by_name, h.created_at, h.last_used_at, h.taken
    from incoming_hook h left join app_user u on u.tenant_id = h.tenant_id and u.id = h.created_by
    where h.tenant_id = ${tenantId}::uuid and h.revoked_at is null order by h.created_at desc, h.id`.execute(
    db,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    madeBy: named(row.created_by, row.made_by_name),
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    taken: row.taken,
  }));
};

/** Makes an address for a mail server; its secret is shown once and kept as a hash. */
export const makeHook = (context: Context, name: string) => {
  demandSession(context);
  return context.write(async (tx) => {
    const { tenantId, actor, now, origin } = context;
    const secret = newSecret();
    const id = newId();
    await tx
      .insertInto("incoming_hook")
      .values({
        tenant_id: tenantId,
        id,
        name,
        key_hash: hashSecret(secret),
        page_origin: origin,
        created_by: actor.userId,
        created_at: now,
      })
      .execute();
    await recordAudit(tx, context, "incoming_hook.made", { kind: "incoming_hook", id });
    const hook = (await listHooks(tx, context)).find((one) => one.id === id);
    if (!hook) throw new AppError("incoming_hook.not_found");
    return { hook, url: `${origin}${apiPrefix}/incoming-mail/${writeDotted(tenantId, secret)}` };
  });
};

/** Ends an address at once. */
export const revokeHook = (context: Context, hookId: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const ended = await tx
      .updateTable("incoming_hook")
      .set({ revoked_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", hookId)
      .where("revoked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!ended) throw new AppError("incoming_hook.not_found");
    await recordAudit(tx, context, "incoming_hook.revoked", { kind: "incoming_hook", id: hookId });
  });
