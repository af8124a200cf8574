import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One SQL file; `name` is the file name without its ending. */
export type MigrationFile = { name: string; file: string; sql: string; checksum: string };

export const migrationsFolder = fileURLToPath(new URL("../../../migrations", import.meta.url));

const namePattern = /^\d{14}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** The forward-only migrations, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<MigrationFile[]> {
  const files = await readSqlFiles(folder);
  const odd = files.find(({ name }) => !namePattern.test(name));
  if (odd) throw new Error(`${odd.file} is not named like 20261121000000-what-it-does.sql.`);
  return files;
}

/** The files that run again at every migrate, after all others. */
export const readRepeatables = (folder = migrationsFolder) => readSqlFiles(join(folder, "after"));

async function readSqlFiles(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".sql"));
  return Promise.all(
    names.sort().map(async (fileName) => {
      const file = join(folder, fileName);
      const sql = (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
      const checksum = createHash("sha256").update(sql).digest("hex");
      return { name: fileName.slice(0, -".sql".length), file, sql, checksum };
    }),
  );
}
