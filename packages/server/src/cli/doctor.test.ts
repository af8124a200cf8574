import { afterEach, beforeEach, expect, test, vi } from "vitest";
import pg from "pg";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";
import { nodeFinding, runDoctor } from "./doctor.ts";
import { runMigrate } from "./migrate.ts";

let world: TestWorld & { close: () => Promise<void> };
let said: string[] = [];
beforeEach(async () => {
  world = await privateWorld();
  vi.stubEnv("DATABASE_URL", world.ownerUrl);
  vi.stubEnv("DATABASE_APP_URL", world.appUrl);
  said = [];
  vi.spyOn(console, "log").mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void said.push(String(line)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await world.close();
});

test("a sound installation gets exit code 0 and a line for each finding", async () => {
  const code = await runDoctor([]);
  expect(said.filter((line) => !line.startsWith("ok  "))).toEqual([]);
  expect([code, said.length]).toEqual([0, 9]);
});

test("a table without forced row security is named, and migrate repairs it", async () => {
  const client = new pg.Client(world.ownerUrl);
  await client.connect();
  await client.query("alter table account no force row level security");
  await client.end();
  expect(await runDoctor([])).toBe(1);
  expect(said.join("\n")).toContain("FAIL  row security: not forced on account");
  expect(await runMigrate([])).toBe(0);
  expect(await runDoctor([])).toBe(0);
});

test("an application that signs in as the owner of the tables is a fault", async () => {
  vi.stubEnv("DATABASE_APP_URL", world.ownerUrl);
  expect(await runDoctor([])).toBe(1);
  expect(said.join("\n")).toMatch(/FAIL {2}application role: \S+ owns tables/);
});

test("an unreachable database is one clear finding, not a crash", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody:x@127.0.0.1:1/none");
  expect(await runDoctor([])).toBe(1);
  expect(said.join("\n")).toMatch(/FAIL {2}database: .*ECONNREFUSED/);
});

test("arguments that mean nothing are a usage error", async () => {
  expect(await runDoctor(["--please"])).toBe(2);
  expect(await runMigrate(["--please"])).toBe(2);
});

test("Node 20 is fine with a warning, Node 18 is not", () => {
  expect(nodeFinding("20.20.2")).toMatchObject({ fine: true });
  expect(nodeFinding("20.20.2").words).toContain("end of life");
  expect(nodeFinding("24.1.0").words).toBe("24.1.0");
  expect(nodeFinding("18.20.0").fine).toBe(false);
});
