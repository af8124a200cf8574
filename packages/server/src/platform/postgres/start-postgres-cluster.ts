import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdir, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { choosePostgresIdentity, type PostgresIdentity } from "./choose-postgres-identity.ts";
import {
  asIdentity,
  clusterPlaces,
  createClusterIfAbsent,
  readClusterSecret,
} from "./cluster-folder.ts";
import type { PostgresBinaries } from "./find-postgres-binaries.ts";
import { findPostmaster, type PostmasterNote } from "./postmaster-note.ts";
import { holdCluster, isAlive, oneAtATime, releaseCluster } from "./process-presence.ts";

/** A running PostgreSQL server of our own. `socketFolder` is null when it listens on 127.0.0.1. */
export type PostgresCluster = {
  pid: number;
  port: number;
  socketFolder: string | null;
  secret: string;
  adopted: boolean;
  url: (user: string, password: string, database: string) => string;
  stop: () => Promise<void>;
};

const startLimitMs = 60_000;
/** Linux allows 107 bytes for the path of a socket, macOS 103. */
const socketPathLimit = 103;

/**
 * Start the server of `folder` (made on first use), or adopt the one a killed parent left running.
 * It listens on a socket inside its own folder, or on 127.0.0.1 when that path is too long.
 * `stop` ends the server unless another living process still uses it.
 */
export async function startPostgresCluster(
  folderAsGiven: string,
  binaries: PostgresBinaries,
  settings: Record<string, string>,
): Promise<PostgresCluster> {
  const folder = resolve(folderAsGiven);
  const places = clusterPlaces(folder);
  await mkdir(folder, { recursive: true });
  const secret = await readClusterSecret(folder);
  await holdCluster(places.holders);
  try {
    return await oneAtATime(places.lock, async () => {
      if (await findPostmaster(places.data)) {
        const note = await waitUntilReady(places.data, places.log, secret, null);
        return describe(note, secret, true, folder);
      }
      const usedFolders = [folder, dirname(binaries.postgres)];
      const identity = await choosePostgresIdentity(usedFolders, places.data);
      await createClusterIfAbsent(folder, binaries, identity, secret, settings.fsync !== "off");
      const note = await launch(folder, binaries, settings, identity, secret);
      return describe(note, secret, false, folder);
    });
  } catch (error) {
    await releaseCluster(places.holders);
    throw error;
  }
}

async function launch(
  folder: string,
  binaries: PostgresBinaries,
  settings: Record<string, string>,
  identity: PostgresIdentity,
  secret: string,
): Promise<PostmasterNote> {
  const places = clusterPlaces(folder);
  const socketPath = join(places.data, ".s.PGSQL.65535");
  const useSocket = Buffer.byteLength(socketPath) <= socketPathLimit;
  const where: Record<string, string> = useSocket
    ? { listen_addresses: "", unix_socket_directories: places.data, port: "5432" }
    : {
        listen_addresses: "127.0.0.1",
        unix_socket_directories: "",
        port: String(await findFreePort()),
      };
  const options = Object.entries({ ...settings, ...where }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const run = asIdentity(binaries.postgres, ["-D", places.data, ...options], identity);
  // Right after a hard kill the old server's children may hold its memory for a moment longer.
  for (let attempt = 1; ; attempt++) {
    // The caller holds the lock and no living server was found, so a note left here is stale.
    await rm(join(places.data, "postmaster.pid"), { force: true });
    const log = await open(places.log, "a", 0o600);
    await chmod(places.log, 0o600).catch(() => {});
    const stdio = ["ignore" as const, log.fd, log.fd];
    const child = spawn(run.command, run.args, { ...run.options, stdio, detached: true });
    child.unref();
    try {
      return await waitUntilReady(places.data, places.log, secret, child);
    } catch (error) {
      if (attempt === 10 || !String(error).includes("shared memory block")) throw error;
      await sleep(300);
    } finally {
      await log.close();
    }
  }
}

async function waitUntilReady(
  dataFolder: string,
  logFile: string,
  secret: string,
  child: ChildProcess | null,
): Promise<PostmasterNote> {
  const logStart = (await readFile(logFile, "utf8").catch(() => "")).length;
  let spawnError: Error | null = null;
  child?.on("error", (error) => (spawnError = error));
  const deadline = Date.now() + startLimitMs;
  let lastError: unknown = null;
  while (Date.now() < deadline) {
    const note = await findPostmaster(dataFolder);
    if (note?.ready) {
      const client = new pg.Client({
        connectionString: clusterUrl(note, "postgres", secret, "postgres"),
        connectionTimeoutMillis: 5_000,
      });
      client.on("error", () => {});
      try {
        await client.connect();
        return note;
      } catch (error) {
        lastError = error;
      } finally {
        await client.end().catch(() => {});
      }
    }
    const ended = child ? child.exitCode !== null || child.signalCode !== null : note === null;
    if (spawnError || ended) break;
    await sleep(15);
  }
  const said = (await readFile(logFile, "utf8").catch(() => "")).slice(logStart).trim();
  throw new Error(
    `The embedded PostgreSQL did not start (log: ${logFile}):\n${said || String(spawnError ?? lastError ?? "no answer in time")}`,
    { cause: spawnError ?? lastError },
  );
}

function describe(
  note: PostmasterNote,
  secret: string,
  adopted: boolean,
  folder: string,
): PostgresCluster {
  const { holders, lock } = clusterPlaces(folder);
  return {
    pid: note.pid,
    port: note.port,
    socketFolder: note.socketFolder || null,
    secret,
    adopted,
    url: (user, password, database) => clusterUrl(note, user, password, database),
    // Under the same lock as starting, so that nobody adopts a server that is about to end.
    stop: () =>
      oneAtATime(lock, async () => {
        if ((await releaseCluster(holders)) > 0) return;
        await stopServer(note.pid);
      }),
  };
}

function clusterUrl(
  note: PostmasterNote,
  user: string,
  password: string,
  database: string,
): string {
  const socket = note.socketFolder ? `?host=${encodeURIComponent(note.socketFolder)}` : "";
  const host = note.socketFolder ? "localhost" : "127.0.0.1";
  return `postgres://${user}:${password}@${host}:${note.port}/${database}${socket}`;
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written. */
async function stopServer(pid: number): Promise<void> {
  for (const [signal, limitMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(10);
    }
  }
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
