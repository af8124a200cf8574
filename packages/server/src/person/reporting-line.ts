import { wouldMakeCycle } from "@mainstay/domain/person/reporting-line";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** One change of an account's reporting lines at a time, so that two halves of a circle cannot be saved side by side. */
export const lockReportingLines = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reporting-lines:${tenantId}:${accountId}`}, 0))`.execute(
    tx,
  );
};

/**
 * Refuses a superior who has no job at the account (`position.superior_elsewhere`), has left it, is the person themself, or
 * stands below (`position.superior_cycle`). Takes the account's lines for this transaction. `position` is null for a new job.
 */
export const demandSuperior = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  position: { readonly id: string | null; readonly personId: string },
  superiorId: string,
): Promise<void> => {
  await lockReportingLines(tx, tenantId, accountId);
  const jobs = await tx
    .selectFrom("position")
    .select(["id", "person_id", "reports_to_id", "ends_on"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
  const superior = jobs.find(({ id }) => id === superiorId);
  if (!superior) throw new AppError("position.superior_elsewhere");
  if (superior.ends_on !== null) throw new AppError("position.superior_left");
  if (superior.person_id === position.personId) throw new AppError("position.superior_cycle");
  if (position.id === null) return;
  const above = new Map(jobs.map(({ id, reports_to_id }) => [id, reports_to_id]));
  if (wouldMakeCycle((id) => above.get(id), position.id, superiorId))
    throw new AppError("position.superior_cycle");
};
