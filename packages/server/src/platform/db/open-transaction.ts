import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import { isCollision, isLostConnection, namedDatabaseError } from "./database-errors.ts";
import type { Db, Tx } from "./database-handles.ts";
import { type Database, takeConnection } from "./open-database.ts";
import { scopeSettings, type TenantScope } from "./tenant-scope.ts";
import { mintTransaction } from "./transaction-handle.ts";

export type TransactionOptions = {
  /** Limit per statement; 30 s unless told. 0 means none, for imports and evaluation. */
  statementTimeoutMs?: number;
  isolation?: "read committed" | "repeatable read" | "serializable";
};

const attempts = 4;

/**
 * Do `work` in one transaction as this tenant and actor: commits when it returns, rolls back when
 * it throws. A collision with another transaction runs `work` again, so it must only touch the
 * database. Throws `DatabaseUnavailable` and `DatabaseTimeout`; other errors pass as they are.
 */
export async function withTenant<Result>(
  database: Database,
  scope: TenantScope,
  work: (tx: Tx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  return openTransaction(database, beginText(scope, "read write", options), work);
}

/** Like `withTenant`, but PostgreSQL refuses every write and `work` gets a handle that only reads. */
export async function withTenantReadOnly<Result>(
  database: Database,
  scope: TenantScope,
  work: (db: Db) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  return openTransaction(database, beginText(scope, "read only", options), work, { isRead: true });
}

/** A transaction that belongs to no tenant: sees no tenant's rows, only what functions hand out. */
export async function withoutTenant<Result>(
  database: Database,
  work: (tx: Tx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  return openTransaction(database, beginText(null, "read write", options), work);
}

/** BEGIN and the session's facts in one simple query, hence one round trip. All values are checked. */
function beginText(
  scope: TenantScope | null,
  access: "read write" | "read only",
  options: TransactionOptions,
): string {
  const isolation = options.isolation ?? "read committed";
  const timeoutMs = Math.max(0, Math.trunc(options.statementTimeoutMs ?? 30_000));
  const settings = [
    ...scopeSettings(scope),
    ["statement_timeout", String(timeoutMs)],
    ["idle_in_transaction_session_timeout", "120000"],
  ];
  const sets = settings.map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `begin isolation level ${isolation} ${access}; select ${sets.join(", ")}`;
}

async function openTransaction<Result>(
  database: Database,
  begin: string,
  work: (tx: Tx) => Promise<Result>,
  { isRead } = { isRead: false },
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const client = await beginOnLivingConnection(database, begin);
    try {
      return await runTransaction(client, work, isRead);
    } catch (error) {
      if (!isCollision(error) || attempt === attempts) throw namedDatabaseError(error);
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** A pooled connection may have died unnoticed; before BEGIN nothing is lost, so take another. */
async function beginOnLivingConnection(database: Database, begin: string): Promise<PoolClient> {
  for (let attempt = 1; ; attempt++) {
    const client = await takeConnection(database);
    try {
      await client.query(begin);
      return client;
    } catch (error) {
      client.release(true);
      if (!isLostConnection(error) || attempt > 20) throw namedDatabaseError(error);
    }
  }
}

async function runTransaction<Result>(
  client: PoolClient,
  work: (tx: Tx) => Promise<Result>,
  isRead: boolean,
): Promise<Result> {
  let over = false;
  let isEndingAlone = false;
  let committing = false;
  let broken: unknown = null;
  const noteLoss = (error: Error) => {
    broken = error;
    if (isEndingAlone) giveBack();
  };
  const giveBackOnce = () => {
    if (isEndingAlone) giveBack();
  };
  const giveBack = () => {
    isEndingAlone = false;
    client.off("error", noteLoss);
    client.release(broken !== null);
  };
  client.on("error", noteLoss);
  try {
    const result = await work(mintTransaction(client, () => over));
    over = true;
    if (isRead) {
      // Nothing can fail that the reader would have to know: the answer does not wait for the end.
      isEndingAlone = true;
      void client.query("commit").then(giveBackOnce, noteLoss);
      return result;
    }
    committing = true;
    const answer = await client.query("commit");
    if (answer.command === "ROLLBACK") {
      throw new Error("A statement failed and its error was swallowed; nothing was saved.");
    }
    return result;
  } catch (error) {
    over = true;
    if (isLostConnection(error)) {
      broken = error;
      throw namedDatabaseError(error, committing);
    }
    await client.query("rollback").catch((lost) => (broken = lost));
    throw error;
  } finally {
    if (!isEndingAlone) giveBack();
  }
}
