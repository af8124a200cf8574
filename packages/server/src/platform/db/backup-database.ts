import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type BackupManifest, listBackupTables, seeingAllRows } from "./backup-tables.ts";

/**
 * Write every table of one instant into `folder` (it must not exist): one gzipped COPY file a
 * table and a manifest with checksums. It works across PostgreSQL versions. The folder gets its
 * name only when complete.
 */
export async function backupDatabase(backupUrl: string, folder: string): Promise<BackupManifest> {
  const draft = `${folder}.partial`;
  await mkdir(dirname(folder), { recursive: true });
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const manifest = await seeingAllRows(backupUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    const facts = await client.query<{ version: string; at: Date; migrations: string[] }>(
      `select current_setting('server_version') as version, now() as at,
        array(select name from migration.applied order by name) as migrations`,
    );
    const fact = facts.rows[0];
    if (!fact) throw new Error("The database did not answer.");
    const tables: BackupManifest["tables"] = [];
    for (const table of await listBackupTables(client)) {
      const file = `${table.name}.copy.gz`;
      const written = await writeTable(client, table, join(draft, file));
      tables.push({ ...table, ...written, file });
    }
    return {
      format: 1 as const,
      createdAt: fact.at.toISOString(),
      serverVersion: fact.version,
      migrations: fact.migrations,
      tables,
    };
  });
  await writeFile(join(draft, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  await rename(draft, folder);
  return manifest;
}

async function writeTable(
  client: pg.Client,
  table: { name: string; columns: string[] },
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const list = table.columns.map(pg.escapeIdentifier).join(", ");
  const source = client.query(
    copyTo(`copy (select ${list} from ${pg.escapeIdentifier(table.name)}) to stdout`),
  );
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const sink = createWriteStream(file, { mode: 0o600, flush: true });
  await pipeline(source, hashing, createGzip({ level: 3 }), sink);
  return { rows: source.rowCount, sha256: hash.digest("hex") };
}
