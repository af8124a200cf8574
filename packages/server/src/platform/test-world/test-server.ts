import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrateDatabase } from "../db/migrate-database.ts";
import { asAppRole } from "../db/reach-database.ts";
import { findPostmaster } from "../postgres/postmaster-note.ts";
import { throwawaySettings } from "../postgres/postgres-settings.ts";
import { countHolders } from "../postgres/process-presence.ts";
import { startEmbeddedPostgres } from "../postgres/start-embedded-postgres.ts";

/** What test workers need to make databases of their own; plain data, because it crosses threads. */
export type TestServer = {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  templateName: string;
};

const folderPrefix = "mainstay-test-";

/**
 * The server of one test run: a private cluster that forgets everything, or the one of
 * TEST_DATABASE_URL. It holds a migrated template database. `stop` ends exactly what was started.
 */
export async function startTestServer(): Promise<{
  server: TestServer;
  stop: () => Promise<void>;
}> {
  const external = process.env.TEST_DATABASE_URL;
  const { doors, stop } = external ? externalDoors(external) : await privateDoors();
  const templateName = `mainstay_test_${randomBytes(4).toString("hex")}`;
  const server = { ...doors, templateName };
  try {
    await onServer(server, (client) => client.query(createText(server, templateName, null)));
    await migrateDatabase(databaseUrl(server.ownerUrl, templateName));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    server,
    stop: async () => {
      if (external) await dropTestDatabases(server);
      await stop();
    },
  };
}

/** Make a fresh copy of the migrated template; returns the addresses of the copy. */
export async function cloneTemplate(server: TestServer) {
  const name = `${server.templateName}_${randomBytes(4).toString("hex")}`;
  await onServer(server, (client) => client.query(createText(server, name, server.templateName)));
  return {
    name,
    adminUrl: databaseUrl(server.adminUrl, name),
    ownerUrl: databaseUrl(server.ownerUrl, name),
    appUrl: databaseUrl(server.appUrl, name),
    drop: () =>
      onServer(server, (client) => client.query(`drop database if exists "${name}" with (force)`)),
  };
}

/** An empty database without any migration, for tests of the migrations themselves. */
export async function createEmptyDatabase(server: TestServer) {
  const name = `${server.templateName}_${randomBytes(4).toString("hex")}`;
  await onServer(server, (client) => client.query(createText(server, name, null)));
  return {
    name,
    ownerUrl: databaseUrl(server.ownerUrl, name),
    appUrl: databaseUrl(server.appUrl, name),
  };
}

function createText(server: TestServer, name: string, template: string | null): string {
  const owner = new URL(server.ownerUrl).username;
  const copy = template ? ` template "${template}" strategy file_copy` : "";
  return `create database "${name}" owner "${owner}"${copy}`;
}

async function privateDoors() {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), folderPrefix));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, settings: throwawaySettings });
  const { adminUrl, ownerUrl, appUrl } = postgres;
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { doors: { adminUrl, ownerUrl, appUrl }, stop };
}

function externalDoors(url: string) {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL ?? url;
  const doors = { adminUrl, ownerUrl: url, appUrl: asAppRole(url) };
  return { doors, stop: async () => {} };
}

async function dropTestDatabases(server: TestServer): Promise<void> {
  await onServer(server, async (client) => {
    const found = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [server.templateName],
    );
    for (const { datname } of found.rows) {
      await client.query(`drop database if exists "${datname}" with (force)`);
    }
  });
}

/** A test run that was killed leaves its cluster behind; end it and remove its folder. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const cluster = join(tmpdir(), name, "pg");
    if ((await countHolders(join(cluster, "holders"))) > 0) continue;
    const postmaster = await findPostmaster(join(cluster, "cluster"));
    try {
      if (postmaster) process.kill(postmaster.pid, "SIGQUIT");
      await rm(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's; leave it.
    }
  }
}

async function onServer<Result>(
  server: TestServer,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
