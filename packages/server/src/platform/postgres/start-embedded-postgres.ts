import { createHmac } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { findEmbeddedBinaries, type PostgresBinaries } from "./find-postgres-binaries.ts";
import { productionSettings } from "./postgres-settings.ts";
import { startPostgresCluster, type PostgresCluster } from "./start-postgres-cluster.ts";

/** The product's own database server: three doors, from the administrator down to the application. */
export type EmbeddedPostgres = {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  port: number;
  socketFolder: string | null;
  pid: number;
  adopted: boolean;
  stop: () => Promise<void>;
};

/** Start (or adopt) the PostgreSQL under `dataDir`/pg with its roles and the database `mainstay`. */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  binaries?: PostgresBinaries;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const binaries = options.binaries ?? (await findEmbeddedBinaries());
  const settings = options.settings ?? productionSettings;
  const cluster = await startPostgresCluster(join(options.dataDir, "pg"), binaries, settings);
  try {
    await createRolesIfAbsent(cluster);
    await createDatabaseIfAbsent(cluster, "mainstay");
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    ...clusterDoors(cluster, "mainstay"),
    port: cluster.port,
    socketFolder: cluster.socketFolder,
    pid: cluster.pid,
    adopted: cluster.adopted,
    stop: cluster.stop,
  };
}

/** The three addresses of one database of a cluster. */
export function clusterDoors(cluster: PostgresCluster, database: string) {
  return {
    adminUrl: cluster.url("postgres", cluster.secret, database),
    ownerUrl: cluster.url("mainstay_owner", rolePassword(cluster, "mainstay_owner"), database),
    appUrl: cluster.url("mainstay_app", rolePassword(cluster, "mainstay_app"), database),
  };
}

/** Passwords of the two roles follow from the cluster's secret, so nothing else must be kept. */
function rolePassword(cluster: PostgresCluster, role: string): string {
  return createHmac("sha256", cluster.secret).update(role).digest("hex");
}

async function createRolesIfAbsent(cluster: PostgresCluster): Promise<void> {
  await asAdmin(cluster, async (client) => {
    const found = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname in ('mainstay_owner', 'mainstay_app')",
    );
    for (const role of ["mainstay_owner", "mainstay_app"]) {
      if (found.rows.some((row) => row.rolname === role)) continue;
      await client.query(
        `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${rolePassword(cluster, role)}'`,
      );
    }
  });
}

/** Make a database that belongs to `mainstay_owner`. */
export async function createDatabaseIfAbsent(
  cluster: PostgresCluster,
  database: string,
): Promise<void> {
  await asAdmin(cluster, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount) return;
    await client.query(`create database "${database}" owner mainstay_owner`);
  });
}

async function asAdmin(
  cluster: PostgresCluster,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({
    connectionString: cluster.url("postgres", cluster.secret, "postgres"),
  });
  await client.connect();
  try {
    // Two processes may come up at once; the lock goes with the connection.
    await client.query("select pg_advisory_lock(7402118860)");
    await work(client);
  } finally {
    await client.end();
  }
}
