import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** The addresses the workspace itself writes from and reads at; mail from them is our own. */
export const ourAddresses = async (db: Db, tenantId: TenantId): Promise<string[]> => {
  const { rows } = await sql<{ address: string }>`
    select lower(from_address) as address from mail_setting where tenant_id = ${tenantId}::uuid
    union select lower(unnest(own_addresses)) from mailbox where tenant_id = ${tenantId}::uuid
    union select lower(user_name) from mailbox where tenant_id = ${tenantId}::uuid and user_name like '%@%'`.execute(
    db,
  );
  return rows.map(({ address }) => address);
};

export const workspaceLocale = async (db: Db, tenantId: TenantId): Promise<Locale> => {
  const { locale } = await db
    .selectFrom("tenant")
    .select("locale")
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();
  return locale as Locale;
};
