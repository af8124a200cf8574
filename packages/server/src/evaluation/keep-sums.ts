import { sql } from "kysely";
import type { Database } from "../platform/db/open-database.ts";
import {
  type TransactionOptions,
  withTenant,
  withoutTenant,
} from "../platform/db/open-transaction.ts";
import type { TenantScope } from "../platform/db/tenant-scope.ts";

const patient: TransactionOptions = { statementTimeoutMs: 0 };

/** Takes the workspace's sums by segment, level and grade anew from all standings: once a round, so that no error could last. */
export const sumPortfolio = (database: Database, scope: TenantScope): Promise<void> =>
  withTenant(
    database,
    scope,
    async (tx) => void (await sql`select sum_portfolio()`.execute(tx)),
    patient,
  );

/** Puts the many small changes of the sums together when thousands have gathered since the last round. */
export const foldSums = (database: Database, scope: TenantScope): Promise<void> =>
  withTenant(
    database,
    scope,
    async (tx) => void (await sql`select fold_portfolio_sum()`.execute(tx)),
  );

/** Lets PostgreSQL look anew at tables that an import or a round rewrote, so that its plans are good at once. */
export const refreshStatistics = (database: Database): Promise<void> =>
  withoutTenant(
    database,
    async (tx) => void (await sql`select refresh_statistics()`.execute(tx)),
    patient,
  );
