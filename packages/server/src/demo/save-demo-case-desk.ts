import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** What an hour of a role costs in the demo, in fen. */
const rates = { manager: 26_000, director: 42_000, service: 16_000 } as const;

/**
 * What the demo's cases cost and are about: hours of the service desk on those that were answered, parts for faults, a journey for
 * the grave ones, compensation for complaints that were solved; and the person who raised a case linked to it.
 */
export const saveDemoCaseDesk = async (
  tx: Tx,
  tenantId: TenantId,
  day: DayNumber,
): Promise<void> => {
  const today = isoFromDayNumber(day);
  for (const [role, rate] of Object.entries(rates))
    await sql`insert into hourly_rate (tenant_id, role, rate_minor, set_at)
      values (${tenantId}::uuid, ${role}, ${rate}::bigint, ${today}::date) on conflict do nothing`.execute(
      tx,
    );
  await sql`
    insert into cost_entry (tenant_id, id, account_id, kind, incurred_on, amount_minor, hours, quantity, note, source_kind,
      source_id, recorded_by, recorded_at)
    select c.tenant_id, gen_random_uuid(), c.account_id, w.kind, c.replied_at::date, w.amount, w.hours, w.quantity, w.note,
      'case', c.id, c.handler_user_id, c.replied_at
    from service_case c cross join lateral (values
      ('hours', true, ((1 + c.number % 4) * ${rates.service}::int)::bigint, (1 + c.number % 4)::numeric, null::numeric, '现场排查'),
      ('part', c.kind = 'fault', (18000 * (1 + c.number % 3))::bigint, null, (1 + c.number % 3)::numeric, '更换密封件'),
      ('travel', c.level <> 'general', 68000::bigint, null, null, '往返现场'),
      ('compensation', c.kind = 'complaint' and c.solved_at is not null and c.number % 2 = 0, 200000::bigint, null, null, '延误补偿')
    ) as w (kind, applies, amount, hours, quantity, note)
    where c.tenant_id = ${tenantId}::uuid and w.applies and c.replied_at is not null and c.replied_at::date <= ${today}::date
      and c.status <> 'duplicate' and c.source_kind is null`.execute(tx);
  await sql`
    insert into case_link (tenant_id, id, case_id, person_id, linked_by, linked_at)
    select tenant_id, gen_random_uuid(), id, person_id, handler_user_id, opened_at from service_case
    where tenant_id = ${tenantId}::uuid and person_id is not null and number % 2 = 0 on conflict do nothing`.execute(
    tx,
  );
};
