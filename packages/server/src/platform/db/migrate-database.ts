import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import {
  type MigrationFile,
  migrationsFolder,
  readMigrations,
  readRepeatables,
} from "./migration-files.ts";
import { prepareAppRole } from "./prepare-app-role.ts";

/** A migration that failed or a history that does not fit; the message names file and line. */
export class MigrationFailed extends Error {
  override name = "MigrationFailed";
}

const historyTable = `
  create schema if not exists migration;
  create table if not exists migration.applied (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;
/** Any number, the same in every process: one migrates while the others wait. */
const lockNumber = 7_402_118_861;

/**
 * Bring the database at `ownerUrl` to the newest shape: each file in one transaction, then the job
 * queue's own migrations, then the repeatable files. Returns the names newly applied.
 */
export async function migrateDatabase(
  ownerUrl: string,
  folder = migrationsFolder,
): Promise<string[]> {
  const files = await readMigrations(folder);
  const repeatables = await readRepeatables(folder);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  pool.on("error", () => {});
  pool.on("connect", (connected) => connected.on("error", () => {}));
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockNumber})`);
    await refuseOldServer(client);
    await prepareAppRole(client);
    await client.query(historyTable);
    const applied = await applyPending(client, files);
    const logger = new Logger(() => () => {});
    await runMigrations({ pgPool: pool, logger });
    for (const repeatable of repeatables) await applyFile(client, repeatable, "");
    return applied;
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** The migrations that the database does not have yet; also refuses an edited history. */
export async function listPendingMigrations(
  client: pg.ClientBase,
  files: MigrationFile[],
): Promise<MigrationFile[]> {
  const exists = await client.query("select to_regclass('migration.applied') as found");
  const history: { name: string; checksum: string }[] = exists.rows[0]?.found
    ? (await client.query("select name, checksum from migration.applied order by name")).rows
    : [];
  for (const past of history) {
    const file = files.find(({ name }) => name === past.name);
    if (!file) {
      throw new MigrationFailed(
        `The database has the migration ${past.name}, which this version does not know. Start the newer version of Mainstay.`,
      );
    }
    if (file.checksum !== past.checksum) {
      throw new MigrationFailed(
        `${file.file} was changed after it had been applied. Write a new migration instead of editing an old one.`,
      );
    }
  }
  const newest = history.at(-1)?.name ?? "";
  const pending = files.filter(({ name }) => !history.some((past) => past.name === name));
  const late = pending.find(({ name }) => name < newest);
  if (late) {
    throw new MigrationFailed(
      `${late.file} is dated before ${newest}, which is already applied. Give it a later timestamp.`,
    );
  }
  return pending;
}

async function applyPending(client: pg.PoolClient, files: MigrationFile[]): Promise<string[]> {
  const pending = await listPendingMigrations(client, files);
  for (const file of pending) {
    const note = `; insert into migration.applied (name, checksum) values (${pg.escapeLiteral(file.name)}, '${file.checksum}')`;
    await applyFile(client, file, note);
  }
  return pending.map(({ name }) => name);
}

async function applyFile(client: pg.PoolClient, file: MigrationFile, note: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(file.sql);
    if (note) await client.query(note);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new MigrationFailed(describeFailure(file, error), { cause: error });
  }
}

function describeFailure(file: MigrationFile, error: unknown): string {
  const { message, position, detail, hint, where } = error as pg.DatabaseError;
  // Positions count characters, as JavaScript's code points do.
  const before = position ? [...file.sql].slice(0, Number(position) - 1).join("") : null;
  const line =
    before === null
      ? ""
      : `:${before.split("\n").length}:${before.length - before.lastIndexOf("\n")}`;
  return [`${file.file}${line}: ${message}`, detail, hint && `Hint: ${hint}`, where]
    .filter(Boolean)
    .join("\n");
}

async function refuseOldServer(client: pg.PoolClient): Promise<void> {
  const answer = await client.query(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as words",
  );
  if (answer.rows[0].number >= 150_000) return;
  throw new MigrationFailed(
    `Mainstay needs PostgreSQL 15 or newer; this server is ${answer.rows[0].words}.`,
  );
}
