import type { hourlyRates } from "@mainstay/contract/cost";
import { type UserRole, userRoles } from "@mainstay/domain/user/user-role";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** What an hour of each role costs; null where nobody has said. */
export const listHourlyRates = async (
  db: Db,
  { tenantId, workspace }: Context,
): Promise<z.output<typeof hourlyRates.list.response>> => {
  const { rows } = await sql<{ role: UserRole; rate_minor: number }>`
    select role, rate_minor from hourly_rate where tenant_id = ${tenantId}::uuid`.execute(db);
  const byRole = new Map(rows.map(({ role, rate_minor }) => [role, rate_minor]));
  return {
    currency: workspace.baseCurrency,
    items: userRoles.map((role) => ({ role, rateMinor: byRole.get(role) ?? null })),
  };
};

/** Sets or clears what an hour of a role costs. What was noted before keeps the amount it was noted with. */
export const setHourlyRate = (
  context: Context,
  role: UserRole,
  rateMinor: number | null,
): Promise<z.output<typeof hourlyRates.list.response>> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    if (rateMinor === null)
      await sql`delete from hourly_rate where tenant_id = ${tenantId}::uuid and role = ${role}`.execute(
        tx,
      );
    else
      await sql`insert into hourly_rate (tenant_id, role, rate_minor, set_by, set_at)
        values (${tenantId}::uuid, ${role}, ${rateMinor}::bigint, ${actor.userId}::uuid, ${now}::timestamptz)
        on conflict (tenant_id, role) do update
          set rate_minor = excluded.rate_minor, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
        tx,
      );
    const subject = { kind: "hourly_rate", id: null };
    await recordAudit(tx, context, "hourly_rate.set", subject, { role, rateMinor });
    return listHourlyRates(tx, context);
  });
