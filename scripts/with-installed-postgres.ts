import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { binariesIn } from "../packages/server/src/platform/postgres/find-postgres-binaries.ts";
import { throwawaySettings } from "../packages/server/src/platform/postgres/postgres-settings.ts";
import { startPostgresCluster } from "../packages/server/src/platform/postgres/start-postgres-cluster.ts";

// Runs a command with TEST_DATABASE_URL naming a private cluster of the system's own PostgreSQL, as a
// user who may create databases and roles but is no superuser: what a company's administrator hands out.

function findInstalledBin(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const usable = versions.filter((v) => v >= 15 && existsSync(`${root}/${v}/bin/initdb`));
  return usable.length > 0 ? `${root}/${Math.min(...usable)}/bin` : null;
}

const command = process.argv.slice(2);
const bin = findInstalledBin();
if (bin === null) {
  console.error("No PostgreSQL 15 or newer is installed under /usr/lib/postgresql.");
  process.exit(3);
}
const folder = await mkdtemp(join(tmpdir(), "mainstay-installed-"));
await chmod(folder, 0o755);
const cluster = await startPostgresCluster(join(folder, "pg"), binariesIn(bin), throwawaySettings);
let exitCode = 1;
try {
  const admin = new pg.Client(cluster.url("postgres", cluster.secret, "postgres"));
  await admin.connect();
  const version = await admin.query("show server_version");
  console.log(`PostgreSQL ${version.rows[0].server_version} from ${bin}`);
  await admin.query(
    `create role company login createdb createrole nosuperuser password '${cluster.secret}'`,
  );
  await admin.end();
  const TEST_DATABASE_URL = cluster.url("company", cluster.secret, "postgres");
  // For tests of what only the server's own superuser can do: tampering past row security.
  const TEST_DATABASE_ADMIN_URL = cluster.url("postgres", cluster.secret, "postgres");
  const [program = "true", ...args] = command;
  const child = spawn(program, args, {
    stdio: "inherit",
    env: { ...process.env, TEST_DATABASE_URL, TEST_DATABASE_ADMIN_URL },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  exitCode = await new Promise((done) => child.on("close", (code) => done(code ?? 1)));
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(exitCode);
