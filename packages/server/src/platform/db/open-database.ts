import pg from "pg";
import { DatabaseUnavailable, namedDatabaseError } from "./database-errors.ts";
import { valueParsers } from "./value-parsers.ts";

/** The application's pool of connections; all work goes through `withTenant` and its siblings. */
export type Database = {
  pool: pg.Pool;
  end: () => Promise<void>;
};

/**
 * Open the pool (connections are made when needed). A connection that dies while idle is dropped
 * and reported to `onConnectionError`; the process lives on.
 */
export function openDatabase(options: {
  appUrl: string;
  maxConnections?: number;
  connectTimeoutMs?: number;
  applicationName?: string;
  onConnectionError?: (error: Error) => void;
}): Database {
  const pool = new pg.Pool({
    connectionString: options.appUrl,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    idleTimeoutMillis: 60_000,
    application_name: options.applicationName ?? "mainstay",
    types: valueParsers,
    keepAlive: true,
  });
  pool.on("error", (error) => options.onConnectionError?.(error));
  return { pool, end: () => pool.end() };
}

/** A connection of the pool, or `DatabaseUnavailable`. */
export async function takeConnection(database: Database): Promise<pg.PoolClient> {
  try {
    const client = await database.pool.connect();
    // Without a listener a connection lost in mid-transaction would end the process.
    if (client.listenerCount("error") === 0) client.on("error", () => {});
    return client;
  } catch (error) {
    const named = namedDatabaseError(error);
    throw named instanceof DatabaseUnavailable ? named : new DatabaseUnavailable(error);
  }
}
