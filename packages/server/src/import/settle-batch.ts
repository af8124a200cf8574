import { sql } from "kysely";
import { settleAccounts } from "../order/settle-accounts.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { type ImportScope, lockTenantImports } from "./import-scope.ts";

const idsAtOnce = 100_000;
const accountsInTransaction = 2_000;

/** Accounts whose orders a batch touched, those an order was moved away from included. */
const touchedAccounts = async (
  db: Db,
  { tenantId, batchId }: ImportScope,
  after: string,
): Promise<string[]> => {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from sales_order where tenant_id = ${tenantId}::uuid and batch_id = ${batchId}::uuid and account_id > ${after}::uuid
    union select account_id from import_before where tenant_id = ${tenantId}::uuid and batch_id = ${batchId}::uuid
      and table_name = 'sales_order' and account_id > ${after}::uuid
    order by account_id limit ${idsAtOnce}`.execute(db);
  return rows.map((row) => row.account_id);
};

/** Nets returns and rebuilds rollups of every account a batch touched, some at a time; safe to run again. */
export const settleBatch = async (context: JobContext, scope: ImportScope): Promise<void> => {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const from = after;
    const ids = await context.read((db) => touchedAccounts(db, scope, from), {
      statementTimeoutMs: 0,
    });
    for (let i = 0; i < ids.length; i += accountsInTransaction) {
      await context.write(
        async (tx) => {
          await lockTenantImports(tx, scope.tenantId);
          await settleAccounts(tx, scope.tenantId, ids.slice(i, i + accountsInTransaction));
        },
        { statementTimeoutMs: 0 },
      );
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < idsAtOnce) return;
    after = last;
  }
};
