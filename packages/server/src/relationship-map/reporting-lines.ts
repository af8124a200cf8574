import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** One change of reporting lines of an account at a time, so that two halves of a circle cannot be saved side by side. */
export const lockReportingLines = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reporting-lines:${tenantId}:${accountId}`}, 0))`.execute(
    tx,
  );
};

/** A job as far as its line upwards goes, or null when it is not there for this actor. */
export const findReportingJob = async (db: Db, tenantId: string, positionId: string) =>
  (await db
    .selectFrom("position")
    .select(["id", "account_id", "person_id", "ends_on", "reports_to_id", "version"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", positionId)
    .executeTakeFirst()) ?? null;

/** Whom each job of the account reports to now. */
export const readReportingLines = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<Map<string, string | null>> => {
  const rows = await db
    .selectFrom("position")
    .select(["id", "reports_to_id"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("reports_to_id", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.reports_to_id]));
};
