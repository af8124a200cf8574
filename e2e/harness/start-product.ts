import { spawnSync } from "node:child_process";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareServer } from "../killable-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let isBuilt = process.env["PAGES_ARE_BUILT"] === "yes";

/** The pages as the sources stand now, built when they have changed; once a run, for all its workers. */
export const buildPages = (): void => {
  if (isBuilt) return;
  const built = spawnSync(process.execPath, [join(root, "scripts", "build-web.mjs")], {
    encoding: "utf8",
  });
  if (built.status !== 0)
    throw new Error(`The pages do not build:\n${built.stdout}${built.stderr}`);
  isBuilt = true;
  process.env["PAGES_ARE_BUILT"] = "yes";
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
  // Put in place whole: a server that reads while it is written would take an empty file for no offset.
  const setClock = async () => {
    await writeFile(`${clockFile}.new`, String(offsetMs));
    await rename(`${clockFile}.new`, clockFile);
  };
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
