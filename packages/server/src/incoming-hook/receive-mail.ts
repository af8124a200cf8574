import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { keepUnread } from "../incoming-message/keep-unread.ts";
import type { IncomingMail } from "../incoming-message/parse-mail.ts";
import { takeMessage, type TakeOutcome } from "../incoming-message/take-message.ts";
import { hashSecret, readDotted } from "../platform/access/credential.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";

const getHook = async (tx: Tx, tenantId: TenantId, secret: string) => {
  const { rows } = await sql<{ id: string; page_origin: string }>`
    select id, page_origin from incoming_hook where tenant_id = ${tenantId}::uuid
      and key_hash = ${hashSecret(secret)} and revoked_at is null`.execute(tx);
  if (!rows[0]) throw new AppError("incoming_hook.not_found");
  return rows[0];
};

/**
 * Takes a mail that a mail server pushes. `mail` null is one that nobody can understand: it is listed so. Pushed again under
 * the same Message-ID it is taken once and the answer is the same yes, so that the server stops trying.
 */
export const receiveMail = async (
  database: Database,
  pushed: {
    readonly hookKey: string;
    readonly mail: IncomingMail | null;
    readonly sizeBytes: number;
    readonly key: string;
  },
  now: Date,
  requestId: string,
): Promise<TakeOutcome> => {
  const read = readDotted(pushed.hookKey);
  if (!read) throw new AppError("incoming_hook.not_found");
  const { tenantId, secret } = read;
  const author = { tenantId, actor: null, requestId };
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const hook = await getHook(tx, tenantId, secret);
    const from = { channel: "hook" as const, pageOrigin: hook.page_origin, now };
    const { mail, sizeBytes, key } = pushed;
    const outcome = mail
      ? await takeMessage(tx, author, mail, from)
      : await keepUnread(tx, author, { mail, sizeBytes, key }, from);
    await sql`update incoming_hook set last_used_at = ${now}, taken = taken + ${outcome === "taken_before" ? 0 : 1}
      where tenant_id = ${tenantId}::uuid and id = ${hook.id}::uuid`.execute(tx);
    return outcome;
  });
};
