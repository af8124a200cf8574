import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The product as a process of its own, for tests that end it in every way. */
export type KillableServer = {
  origin: string;
  /** The running process. */
  pid: () => number;
  /** All that it has printed since the first start (the first-run link is in it). */
  printed: () => string;
  start: () => Promise<void>;
  /** What a power cut does to the process: no goodbye. */
  kill: () => Promise<void>;
  /** An orderly end; the embedded database ends too. */
  stop: () => Promise<void>;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const startLimitMs = 120_000;
/** As scripts/start.mjs starts it. */
const asStarted = (entry: string) => ["--max-semi-space-size=8", "--import", "tsx", entry];

/** Prepare a server on a free port with its data in `dataDir`; `start` it, `kill` it, `start` it again. */
export async function prepareServer(
  dataDir: string,
  env: Record<string, string> = {},
  entry = "packages/server/src/main.ts",
): Promise<KillableServer> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let printed = "";

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, "exit");
    ending.kill(signal);
    await ended;
  };

  const start = async () => {
    const started = spawn(process.execPath, asStarted(entry), {
      cwd: root,
      env: { ...process.env, ...env, PORT: String(port), DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    started.stdout.on("data", (chunk) => (printed += chunk));
    started.stderr.on("data", (chunk) => (printed += chunk));
    const deadline = Date.now() + startLimitMs;
    while (Date.now() < deadline) {
      if (started.exitCode !== null) throw new Error(`The server ended at once:\n${printed}`);
      const ready = await fetch(`${origin}/readyz`).catch(() => null);
      if (ready?.ok) return;
      await sleep(50);
    }
    await end("SIGKILL");
    throw new Error(`The server was not ready in time:\n${printed}`);
  };

  return {
    origin,
    pid: () => child?.pid ?? -1,
    printed: () => printed,
    start,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
