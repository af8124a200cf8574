import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Tx } from "../platform/db/database-handles.ts";

/** Some accounts on one day; every step works on all of them in as few statements as it can. */
export interface CycleRound {
  readonly tenantId: TenantId;
  readonly today: IsoDay;
  /** The moment of the round, for clocks that count hours; the end of the day where nobody says. */
  readonly now?: Date;
  /** Ascending, locked by the round; at most a few thousand. */
  readonly accountIds: readonly string[];
}

/** One thing the cycle brings up to date. Running it again on the same day changes nothing. */
export type CycleStep = (tx: Tx, round: CycleRound) => Promise<void>;
