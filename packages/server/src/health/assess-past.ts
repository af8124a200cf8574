import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { type AssessedHealth, assessHealth } from "@mainstay/domain/health/assess-health";
import type { Db } from "../platform/db/database-handles.ts";
import { type AccountDay, keyOf } from "./account-day.ts";
import { loadDatedFacts } from "./load-dated-facts.ts";
import type { PastOrders } from "./past-orders.ts";
import { loadPastRelationships } from "./past-relationships.ts";

/**
 * Judges accounts as of days gone by, by the same rules as ever, from what was dated by then; what had no source then is
 * unknown. `wanted` names every pair that will be asked for; `line` is P(lost) from which a rhythm counts as broken.
 */
export const assessPast = async (
  db: Db,
  tenantId: string,
  wanted: readonly AccountDay[],
  ordersOf: (accountId: string) => PastOrders,
  line: number,
) => {
  const dated = await loadDatedFacts(db, tenantId, wanted);
  const relationships = await loadPastRelationships(db, tenantId, wanted);
  return (accountId: string, day: DayNumber): AssessedHealth => {
    const at = { accountId, asOf: isoFromDayNumber(day) };
    const rhythm = ordersOf(accountId).rhythmOn(day);
    return assessHealth(
      {
        rhythm: { ...rhythm, isBroken: (rhythm.pLost ?? 0) >= line },
        ...(relationships.get(keyOf(at)) ?? { coverage: null, supportIndex: null }),
        value: null,
        adjustment: 0,
        ...dated(at),
      },
      day,
    );
  };
};
