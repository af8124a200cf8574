import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { refreshStatistics } from "../evaluation/keep-sums.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { cycleSteps } from "./cycle-steps.ts";

const blockLength = 2_000;
const patient = { statementTimeoutMs: 0 } as const;

/**
 * Brings obligations, the cycle's signals and health of accounts up to date, a block a transaction. The accounts' rows are
 * locked in the order of their ids first, so that two rounds at once never overwrite newer with older; a kill loses at
 * most the running block, and running again ends in the same state.
 */
export const runCycle = async (
  {
    database,
    tenantId,
    today,
    now,
  }: { database: Database; tenantId: TenantId; today: IsoDay; now?: Date },
  accountIds: readonly string[],
  abort?: AbortSignal,
): Promise<void> => {
  const sorted = [...new Set(accountIds)].toSorted();
  for (let from = 0; from < sorted.length && !abort?.aborted; from += blockLength) {
    const block = sorted.slice(from, from + blockLength);
    await withTenant(
      database,
      systemScope(tenantId),
      async (tx) => {
        const { rows } = await sql<{ id: string }>`
          select id from account where tenant_id = ${tenantId}::uuid and id = any(${block}::uuid[])
          order by id for no key update`.execute(tx);
        const accountIds = rows.map(({ id }) => id);
        const round = { tenantId, today, accountIds, ...(now ? { now } : {}) };
        for (const step of cycleSteps) await step(tx, round);
      },
      patient,
    );
    // A first night fills tables from nothing: the blocks to come are planned by what stands in them by now.
    if (sorted.length > blockLength) await refreshStatistics(database);
  }
  abort?.throwIfAborted();
};

/** Every account of the workspace. */
export const listCycleAccounts = (database: Database, tenantId: TenantId): Promise<string[]> =>
  withTenantReadOnly(
    database,
    systemScope(tenantId),
    async (db) => {
      const { rows } = await sql<{ id: string }>`
        select id from account where tenant_id = ${tenantId}::uuid`.execute(db);
      return rows.map(({ id }) => id);
    },
    patient,
  );
