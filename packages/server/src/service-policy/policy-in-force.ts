import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { PolicyLines, ServicePolicy } from "@mainstay/domain/service-policy/service-terms";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/**
 * The service policy that holds on a day: of the published ones whose day has come the one that came into force last, and
 * of two for the same day the later version; the shipped one while there is none.
 */
export const findPolicyInForce = async (
  db: Db,
  tenantId: string,
  onDay: IsoDay,
): Promise<ServicePolicy> => {
  const { rows } = await sql<{ version: number; effective_from: IsoDay; terms: PolicyLines }>`
    select version, effective_from, terms from service_policy
    where tenant_id = ${tenantId}::uuid and effective_from <= ${onDay}::date
    order by effective_from desc, version desc limit 1`.execute(db);
  const found = rows[0];
  return found
    ? { version: found.version, effectiveFrom: found.effective_from, lines: found.terms }
    : shippedServicePolicy;
};

/** The day after `onDay` on which another published version comes into force; null when none is waiting. */
export const findNextPolicyDay = async (
  db: Db,
  tenantId: string,
  onDay: IsoDay,
): Promise<IsoDay | null> => {
  const { rows } = await sql<{ from_on: IsoDay | null }>`
    select min(effective_from) as from_on from service_policy
    where tenant_id = ${tenantId}::uuid and effective_from > ${onDay}::date`.execute(db);
  return rows[0]?.from_on ?? null;
};
