import { statfs } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import pg from "pg";
import { configuredDataDir, reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { readConfig } from "../platform/config/read-config.ts";
import { openDatabase } from "../platform/db/open-database.ts";
import { openKeyRing } from "../platform/secrets/open-key-ring.ts";
import { usedKeys } from "./used-keys.ts";
import { listPendingMigrations } from "../platform/db/migrate-database.ts";
import { readMigrations } from "../platform/db/migration-files.ts";
import type { DatabaseAddress } from "../platform/db/reach-database.ts";

type Finding = { fine: boolean; about: string; words: string };

const leastFreeBytes = 1024 ** 3;
const clockLimitMs = 5_000;

/** `mainstay doctor`: is this installation fit to work? One line a finding; exit code 1 if not. */
export async function runDoctor(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error("Usage: mainstay doctor");
    return 2;
  }
  const findings = [
    nodeFinding(process.versions.node),
    await diskFinding(),
    ...(await databaseFindings()),
  ];
  for (const { fine, about, words } of findings) {
    console.log(`${fine ? "ok  " : "FAIL"}  ${about}: ${words}`);
  }
  return findings.every(({ fine }) => fine) ? 0 : 1;
}

/** Node 20 still works, but gets no more repairs. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const fine = major > 20 || (major === 20 && minor >= 19);
  const advice = major < 22 ? " — past its end of life; use Node 24 in production" : "";
  return { fine, about: "node", words: fine ? `${version}${advice}` : `${version} is too old` };
}

async function diskFinding(): Promise<Finding> {
  let folder = configuredDataDir();
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return {
    fine: free >= leastFreeBytes,
    about: "disk",
    words: `${(free / 1024 ** 3).toFixed(1)} GB free at ${folder}`,
  };
}

async function databaseFindings(): Promise<Finding[]> {
  let address: DatabaseAddress | null = null;
  try {
    address = await reachConfiguredDatabase();
    const owner = await inspect(address.ownerUrl, ownerFindings);
    const app = await inspect(address.appUrl, appFindings);
    return [...owner, ...app, await keyFinding(address.appUrl)];
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return [{ fine: false, about: "database", words }];
  } finally {
    await address?.stop();
  }
}

/** Whether every sealed value can be opened, and whether an old key only waits to be removed. */
async function keyFinding(appUrl: string): Promise<Finding> {
  const about = "keys";
  const database = openDatabase({ appUrl, maxConnections: 1 });
  try {
    const ring = openKeyRing(readConfig());
    const used = await usedKeys(database);
    const lost = [...used].filter(([id]) => ring.find(id) === null);
    if (lost.length > 0) {
      const values = lost.reduce((sum, [, n]) => sum + n, 0);
      const ids = lost.map(([id]) => id).join(", ");
      return { fine: false, about, words: `${values} sealed values need the missing key ${ids}` };
    }
    const [newest, ...older] = ring.all();
    if (!newest) return { fine: true, about, words: "none needed yet" };
    const sealed = used.get(newest.id) ?? 0;
    const behind = [...used.values()].reduce((sum, n) => sum + n, 0) - sealed;
    const advice = behind > 0 ? "; run mainstay keys rotate to finish a rotation" : "";
    const idle = older.length > 0 && behind === 0 ? "; run mainstay keys tidy" : "";
    const words = `${newest.id} sealed ${sealed} values, older keys ${behind}${advice}${idle}`;
    return { fine: true, about, words };
  } catch (error) {
    return { fine: false, about, words: error instanceof Error ? error.message : String(error) };
  } finally {
    await database.end();
  }
}

async function inspect(url: string, look: (client: pg.Client) => Promise<Finding[]>) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await look(client);
  } finally {
    await client.end();
  }
}

async function ownerFindings(client: pg.Client): Promise<Finding[]> {
  const asked = Date.now();
  const [server] = (
    await client.query(
      "select current_setting('server_version') as version, current_setting('server_version_num')::int as number, clock_timestamp() as now",
    )
  ).rows;
  const halfWay = (asked + Date.now()) / 2;
  const skewMs = Math.round(Math.abs(server.now.getTime() - halfWay));
  const open = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
     and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by 1`,
  );
  return [
    { fine: true, about: "database", words: "reachable" },
    { fine: server.number >= 150_000, about: "version", words: `PostgreSQL ${server.version}` },
    { fine: skewMs <= clockLimitMs, about: "clock", words: `${skewMs} ms from the database's` },
    await migrationFinding(client),
    {
      fine: open.rows.length === 0,
      about: "row security",
      words:
        open.rows.length === 0
          ? "forced on every table"
          : `not forced on ${open.rows.map(({ name }) => name).join(", ")}; run mainstay migrate`,
    },
  ];
}

async function migrationFinding(client: pg.Client): Promise<Finding> {
  const about = "migrations";
  try {
    const pending = await listPendingMigrations(client, await readMigrations());
    if (pending.length === 0) return { fine: true, about, words: "up to date" };
    return { fine: false, about, words: `${pending.length} to apply; run mainstay migrate` };
  } catch (error) {
    return { fine: false, about, words: (error as Error).message };
  }
}

async function appFindings(client: pg.Client): Promise<Finding[]> {
  const [role] = (
    await client.query(
      `select current_user as name, rolsuper or rolbypassrls as bypasses,
        exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relowner = r.oid) as owns
       from pg_roles r where rolname = current_user`,
    )
  ).rows;
  const faults = [role.bypasses && "can bypass row security", role.owns && "owns tables"];
  const fault = faults.filter(Boolean).join(" and ");
  const words = fault ? `${role.name} ${fault}` : `${role.name} cannot bypass row security`;
  return [{ fine: !fault, about: "application role", words }];
}
