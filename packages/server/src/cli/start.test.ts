import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
let world: TestWorld & { close: () => Promise<void> };
beforeAll(async () => {
  world = await privateWorld();
});
afterAll(() => world.close());

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "localhost", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const start = (env: Record<string, string>) => {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", main], {
    env: {
      ...process.env,
      DATABASE_URL: world.ownerUrl,
      DATABASE_APP_URL: world.appUrl,
      LOG_LEVEL: "warn",
      ...env,
    },
  });
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const until = async (words: RegExp) => {
    for (let waited = 0; waited < 40_000 && !words.test(said); waited += 50) {
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return said;
  };
  return { child, ended, until };
};

test("it greets in both languages with a one-time link, says when the port is taken, and stops cleanly", async () => {
  const port = await freePort();
  const first = start({ PORT: String(port) });
  const said = await first.until(/Only this machine[^\n]*\n/);
  expect(said).toContain(`http://localhost:${port}`);
  expect(said).toMatch(/\/set-up#[0-9a-f-]{36}\.[\w-]{43}/);
  expect(said).toContain("一次性链接");
  const state = await fetch(`http://localhost:${port}/api/v1/setup`);
  expect(await state.json()).toMatchObject({ isNeeded: true });

  const second = start({ PORT: String(port) });
  expect(await second.ended).toBe(1);
  const refused = await second.until(/taken/);
  expect(refused).toContain(`端口 ${port} 已被占用`);
  expect(refused).toContain(`PORT=${port + 1} npm start`);

  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
});

test("a setting that cannot be used is named and nothing starts", async () => {
  const child = start({ PORT: "eighty" });
  expect(await child.ended).toBe(1);
  expect(await child.until(/PORT/)).toContain("PORT=eighty");
});
