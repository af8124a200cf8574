import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { measureRelationship } from "@mainstay/domain/relationship/measure-relationship";
import { isKeyAccount } from "@mainstay/domain/relationship/red-flag-severity";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { findRulesInForce } from "../signal-rule/rules-in-force.ts";
import { loadRelationships } from "./load-relationships.ts";
import { type FlaggedAccount, saveRelationshipSignals } from "./save-relationship-signals.ts";
import { keepSnapshots, type MeasuredScope, saveRelationships } from "./save-relationships.ts";

export interface RelationshipRound {
  readonly database: Database;
  readonly tenantId: TenantId;
  readonly today: DayNumber;
  /** Whether this round also keeps the week's snapshots. */
  readonly keepsWeek: boolean;
}

const blockLength = 500;
const patient = { statementTimeoutMs: 0 } as const;

/**
 * Measures accounts anew, a block a transaction. The accounts' rows are locked in the order of their ids before
 * anything is read, so that of two rounds at once the later reads what the earlier wrote and never overwrites it with older figures;
 * a kill loses at most the running block, and running again ends in the same state.
 */
export const measureAccounts = async (
  round: RelationshipRound,
  accountIds: readonly string[],
  abort?: AbortSignal,
): Promise<{ accounts: number; raised: number; cleared: number }> => {
  const outcome = { accounts: 0, raised: 0, cleared: 0 };
  const sorted = [...new Set(accountIds)].toSorted();
  for (let from = 0; from < sorted.length && !abort?.aborted; from += blockLength) {
    const block = sorted.slice(from, from + blockLength);
    const counts = await withTenant(
      round.database,
      systemScope(round.tenantId),
      (tx) => measureBlock(tx, round, block),
      patient,
    );
    outcome.accounts += block.length;
    outcome.raised += counts.raised;
    outcome.cleared += counts.cleared;
  }
  abort?.throwIfAborted();
  return outcome;
};

const measureBlock = async (tx: Tx, round: RelationshipRound, block: readonly string[]) => {
  const { tenantId, today } = round;
  await sql`
    select 1 from account where tenant_id = ${tenantId}::uuid and id = any(${[...block]}::uuid[])
    order by id for no key update`.execute(tx);
  const rules = await findRulesInForce(tx, tenantId);
  const loaded = await loadRelationships(tx, tenantId, block, today);
  const [measured, flagged]: [MeasuredScope[], FlaggedAccount[]] = [[], []];
  for (const account of loaded) {
    const { accountId, facts } = account;
    const whole = measureRelationship(
      facts,
      null,
      today,
      isKeyAccount(account.stake),
      rules.relationship,
    );
    measured.push({ accountId, projectId: null, measures: whole });
    flagged.push({ account, redFlags: whole.redFlags });
    for (const projectId of facts.openProjectIds)
      measured.push({
        accountId,
        projectId,
        measures: measureRelationship(facts, projectId, today),
      });
  }
  const ids = loaded.map(({ accountId }) => accountId);
  await saveRelationships(tx, tenantId, ids, measured, today);
  if (round.keepsWeek) await keepSnapshots(tx, tenantId, ids, today);
  return saveRelationshipSignals(tx, tenantId, today, flagged, rules);
};

/** Every account that has people on record, or had measures before. An account nobody is known at has no relationship to measure. */
export const listMeasurableAccounts = (database: Database, tenantId: TenantId): Promise<string[]> =>
  withTenantReadOnly(
    database,
    systemScope(tenantId),
    async (db) => {
      const { rows } = await sql<{ account_id: string }>`
        select account_id from position where tenant_id = ${tenantId}::uuid
        union select account_id from account_relationship where tenant_id = ${tenantId}::uuid`.execute(
        db,
      );
      return rows.map(({ account_id }) => account_id);
    },
    patient,
  );
