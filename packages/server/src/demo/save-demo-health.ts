import { packOrderDays } from "@mainstay/analytics/rhythm/order-day-histories";
import { fitRhythmModel } from "@mainstay/analytics/rhythm/fit-rhythm-model";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { defaultEvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { assessPast } from "../health/assess-past.ts";
import { loadPastOrders } from "../health/past-orders.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";

const weeks = 26;

/** The health of the key accounts in the weeks gone by, judged by the same rules from what the demo dates before each Monday. */
export const saveDemoHealth = async (
  tx: Tx,
  tenantId: TenantId,
  accountIds: readonly string[],
  today: DayNumber,
): Promise<void> => {
  const { rows } = await sql<{ days: number[] }>`
    select array_agg(on_date - date '1970-01-01' order by on_date) as days from order_day
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[]) and orders > 0 group by account_id`.execute(
    tx,
  );
  const model = fitRhythmModel(packOrderDays(rows.map(({ days }) => days)), today);
  const ordersOf = await loadPastOrders(tx, tenantId, accountIds, model);
  const mondays = Array.from({ length: weeks }, (_, back) => mondayOf(today) - 7 * (back + 1));
  const wanted = accountIds.flatMap((accountId) =>
    mondays.map((day) => ({ accountId, asOf: isoFromDayNumber(day) })),
  );
  const line = defaultEvaluationSettings.riskLevels.lost;
  const assess = await assessPast(tx, tenantId, wanted, ordersOf, line);
  await copyInto(
    tx,
    "health_week",
    ["tenant_id", "account_id", "week_on", "score", "provisional_score", "band", "known_weight"],
    accountIds.flatMap((accountId) =>
      mondays.map((day) => {
        const { score, provisionalScore, band, knownWeight } = assess(accountId, day);
        return [
          tenantId,
          accountId,
          isoFromDayNumber(day),
          score,
          provisionalScore,
          band,
          knownWeight,
        ];
      }),
    ),
  );
};
