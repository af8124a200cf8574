import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareServer } from "../killable-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Set while working on a test, when the pages have just been built by hand.
let isBuilt = process.env["PAGES_ARE_BUILT"] === "yes";

/** The pages as the sources stand now; once a test run. */
const buildPages = (): void => {
  if (isBuilt) return;
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const built = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: join(root, "packages", "web"),
    encoding: "utf8",
    // The tests run under another name; the pages are built as people get them.
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0)
    throw new Error(`The pages do not build:\n${built.stdout}${built.stderr}`);
  isBuilt = true;
};

/** The whole product, new and empty, with a cluster and a port of its own. */
export interface RunningProduct {
  readonly origin: string;
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

export const startProduct = async (): Promise<RunningProduct> => {
  buildPages();
  const dataDir = await mkdtemp(join(tmpdir(), "mainstay-e2e-"));
  const server = await prepareServer(dataDir);
  return run(server, dataDir);
};

const run = async (
  server: Awaited<ReturnType<typeof prepareServer>>,
  dataDir: string,
): Promise<RunningProduct> => {
  await server.start();
  return {
    origin: server.origin,
    printed: server.printed,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** The same product at another time: its clock shows `startsAt` now and may be moved on. */
export interface TimedProduct extends RunningProduct {
  readonly moveOn: (hours: number) => Promise<void>;
}

export const startProductAt = async (startsAt: Date): Promise<TimedProduct> => {
  buildPages();
  const dataDir = await mkdtemp(join(tmpdir(), "mainstay-e2e-"));
  const clockFile = join(dataDir, "clock-offset-ms");
  let offsetMs = startsAt.getTime() - Date.now();
  const setClock = () => writeFile(clockFile, String(offsetMs));
  await setClock();
  const entry = "e2e/harness/serve-at-another-time.ts";
  const server = await prepareServer(dataDir, { CLOCK_OFFSET_FILE: clockFile }, entry);
  return {
    ...(await run(server, dataDir)),
    moveOn: (hours) => {
      offsetMs += hours * 3_600_000;
      return setClock();
    },
  };
};
