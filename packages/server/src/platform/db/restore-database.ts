import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type BackupManifest, listBackupTables, seeingAllRows } from "./backup-tables.ts";

/** A backup that cannot be restored here; the message says why. Nothing was changed. */
export class RestoreRefused extends Error {
  override name = "RestoreRefused";
}

/**
 * Put a backup back, all or nothing. The database must be migrated and empty, unless `replace`
 * empties it first. A backup of an older version fits; one of a newer version is refused.
 */
export async function restoreDatabase(
  backupUrl: string,
  folder: string,
  options: { replace: boolean },
): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  await seeingAllRows(backupUrl, async (client) => {
    await client.query("begin");
    await refuseNewerBackup(client, manifest);
    const known = await listBackupTables(client);
    const missing = manifest.tables.find((table) => !known.some(({ name }) => name === table.name));
    if (missing) throw new RestoreRefused(`This version has no table ${missing.name}.`);
    if (options.replace) {
      const all = known.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
      await client.query(`truncate ${all}`);
    } else {
      const tenants = await client.query("select 1 from tenant limit 1");
      if (tenants.rowCount) {
        throw new RestoreRefused(
          "The database is not empty. Restore into a fresh one, or add --replace to throw away what is there.",
        );
      }
    }
    for (const { name } of known) {
      const table = manifest.tables.find((candidate) => candidate.name === name);
      if (table) await readTable(client, table, folder);
    }
    // A backup from before the chain brings acts without links.
    if (!manifest.tables.some(({ name }) => name === "audit_chain")) {
      await client.query("select chain_old_audit()");
    }
    await client.query("commit");
  });
  return manifest;
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => {
    throw new RestoreRefused(`${folder} holds no complete backup (manifest.json is missing).`);
  });
  const manifest = JSON.parse(text) as BackupManifest;
  if (manifest.format !== 1) throw new RestoreRefused(`Unknown backup format in ${folder}.`);
  return manifest;
}

async function refuseNewerBackup(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const applied = await client.query<{ name: string }>("select name from migration.applied");
  const unknown = manifest.migrations.find(
    (name) => !applied.rows.some((row) => row.name === name),
  );
  if (unknown) {
    throw new RestoreRefused(
      `The backup comes from a newer version (it has ${unknown}). Restore it with that version.`,
    );
  }
}

async function readTable(
  client: pg.Client,
  table: BackupManifest["tables"][number],
  folder: string,
): Promise<void> {
  const list = table.columns.map(pg.escapeIdentifier).join(", ");
  const sink = client.query(
    copyFrom(`copy ${pg.escapeIdentifier(table.name)} (${list}) from stdin`),
  );
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), hashing, sink);
  if (hash.digest("hex") !== table.sha256 || sink.rowCount !== table.rows) {
    throw new RestoreRefused(`${table.file} is damaged: its checksum or row count does not fit.`);
  }
}
