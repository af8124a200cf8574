import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import {
  defaultPreference,
  type DigestMode,
  heldWays,
  type NotificationPreference,
  type NotificationWay,
} from "@mainstay/domain/notification/notification-preference";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export type KeptPreference = NotificationPreference & { readonly version: number };

interface Row {
  ways: Partial<Record<NotificationKind, NotificationWay>>;
  digest: DigestMode;
  digest_hour: number;
  quiet_from: number | null;
  quiet_to: number | null;
  workdays_only: boolean;
  version: number;
}

/** What somebody wants; the shipped wishes (version 1) while they have said nothing. */
export const readPreference = async (
  db: Db,
  tenantId: string,
  userId: string,
): Promise<KeptPreference> => {
  const { rows } = await sql<Row>`
    select ways, digest, digest_hour, quiet_from, quiet_to, workdays_only, version from notification_preference
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`.execute(db);
  return keptPreference(rows[0] ?? null);
};

/** A row of the table as it holds. */
export const keptPreference = (row: Row | null): KeptPreference =>
  row === null
    ? { ...defaultPreference, version: 1 }
    : {
        ways: heldWays(row.ways),
        digest: row.digest,
        digestHour: row.digest_hour,
        quietFrom: row.quiet_from,
        quietTo: row.quiet_to,
        workdaysOnly: row.workdays_only,
        version: row.version,
      };

/** Keeps wishes as the next version of whatever was kept. */
export const savePreference = (
  tx: Tx,
  tenantId: string,
  userId: string,
  wanted: NotificationPreference,
  version: number,
) => {
  const row = {
    ways: JSON.stringify(wanted.ways),
    digest: wanted.digest,
    digest_hour: wanted.digestHour,
    quiet_from: wanted.quietFrom,
    quiet_to: wanted.quietTo,
    workdays_only: wanted.workdaysOnly,
    version,
    updated_at: sql<Date>`now()`,
  };
  return tx
    .insertInto("notification_preference")
    .values({ tenant_id: tenantId, user_id: userId, ...row })
    .onConflict((conflict) => conflict.columns(["tenant_id", "user_id"]).doUpdateSet(row))
    .execute();
};
