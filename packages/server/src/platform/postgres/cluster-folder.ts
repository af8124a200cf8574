import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PostgresIdentity } from "./choose-postgres-identity.ts";
import type { PostgresBinaries } from "./find-postgres-binaries.ts";

/** The places inside the folder of one cluster. */
export const clusterPlaces = (folder: string) => ({
  data: join(folder, "cluster"),
  secret: join(folder, "secret"),
  holders: join(folder, "holders"),
  lock: join(folder, "starting"),
  log: join(folder, "server.log"),
});

/** The cluster's random password; made on first use, readable by the owner only. */
export async function readClusterSecret(folder: string): Promise<string> {
  const { secret } = clusterPlaces(folder);
  const fresh = randomBytes(24).toString("hex");
  try {
    await writeFile(secret, fresh, { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
    return (await readFile(secret, "utf8")).trim();
  }
}

/** Make the cluster on first use. It gets its name only when complete, so a kill in between is harmless. */
export async function createClusterIfAbsent(
  folder: string,
  binaries: PostgresBinaries,
  identity: PostgresIdentity,
  password: string,
  durable: boolean,
): Promise<void> {
  const { data } = clusterPlaces(folder);
  if (await stat(join(data, "PG_VERSION")).catch(() => null)) return;
  const draft = join(folder, `cluster.new`);
  const passwordFile = join(folder, "password.new");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  if (identity.uid !== undefined) {
    await chown(draft, identity.uid, identity.gid ?? identity.uid);
    await chown(passwordFile, identity.uid, identity.gid ?? identity.uid);
  }
  const locale = binaries.builtinLocale
    ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    : [];
  const args = [
    `--pgdata=${draft}`,
    "--username=postgres",
    "--encoding=UTF8",
    `--pwfile=${passwordFile}`,
    "--locale=C.UTF-8",
    "--auth-local=scram-sha-256",
    "--auth-host=scram-sha-256",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
    ...locale,
  ];
  try {
    await runServerProgram(binaries.initdb, args, identity);
    await rename(draft, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The command line of a server program as the chosen identity. */
export function asIdentity(program: string, args: string[], identity: PostgresIdentity) {
  const [command = program, ...rest] = [...identity.wrapper, program, ...args];
  const { uid, gid } = identity;
  const env = { PATH: process.env.PATH, HOME: "/", TZ: "UTC", LC_ALL: "C.UTF-8" };
  return { command, args: rest, options: { uid, gid, env, cwd: "/" } };
}

async function runServerProgram(
  program: string,
  args: string[],
  identity: PostgresIdentity,
): Promise<void> {
  const run = asIdentity(program, args, identity);
  const child = spawn(run.command, run.args, { ...run.options, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`${program} failed with exit code ${code}:\n${said.trim()}`);
}
