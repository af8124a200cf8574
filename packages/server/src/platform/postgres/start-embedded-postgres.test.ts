import { fork, type ChildProcess } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive } from "./process-presence.ts";
import { throwawaySettings as settings } from "./postgres-settings.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";

let dataDir = "";
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "launcher-"));
  await chmod(dataDir, 0o755);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function ask(url: string, text: string) {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that holds the server of the same folder; resolves with what it was given. */
async function startElsewhere(): Promise<{ child: ChildProcess; pid: number }> {
  const child = fork(new URL("./hold-embedded-postgres.ts", import.meta.url), [dataDir], {
    execArgv: ["--import", "tsx"],
  });
  const pid = await new Promise<number>((done, fail) => {
    child.once("message", (message) => done((message as { pid: number }).pid));
    child.once("exit", (code) => fail(new Error(`ended with ${code}`)));
  });
  return { child, pid };
}

const killed = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise((done) => {
    child.once("exit", done);
    child.kill(signal);
  });

test("data survives a stop and a second start; the password file is nobody else's to read", async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await ask(first.ownerUrl, "create table kept as select 7 as n");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await startEmbeddedPostgres({ dataDir });
  expect(await ask(second.ownerUrl, "select n from kept")).toEqual([{ n: 7 }]);
  await second.stop();
  const { mode } = await stat(join(dataDir, "pg", "secret"));
  expect(mode & 0o777).toBe(0o600);
});

test("it knows Chinese letters, keeps every commit on disk and is closed to other machines", async () => {
  const postgres = await startEmbeddedPostgres({ dataDir });
  await ask(postgres.ownerUrl, "create extension pg_trgm");
  const [facts] = await ask(
    postgres.adminUrl,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('listen_addresses') in ('', '127.0.0.1') as closed,
      cardinality(show_trgm('万华化学')) > 0 as trigrams, lower('Ä') as lower`,
  );
  expect(facts).toEqual({ fsync: "on", commit: "on", closed: true, trigrams: true, lower: "ä" });
  await postgres.stop();
});

test("a server left behind by a killed parent is adopted with its data, then stopped", async () => {
  const { child, pid } = await startElsewhere();
  await killed(child, "SIGKILL");
  expect(isAlive(pid)).toBe(true);
  const adopted = await startEmbeddedPostgres({ dataDir });
  expect(adopted).toMatchObject({ pid, adopted: true });
  await adopted.stop();
  expect(isAlive(pid)).toBe(false);
});

test("a server killed itself recovers what was committed", async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await ask(first.ownerUrl, "create table kept as select 7 as n");
  process.kill(first.pid, "SIGKILL");
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.pid).not.toBe(first.pid);
  expect(await ask(second.ownerUrl, "select n from kept")).toEqual([{ n: 7 }]);
  await second.stop();
});

test("whoever leaves first does not take the server away from the other", async () => {
  const { child, pid } = await startElsewhere();
  const guest = await startEmbeddedPostgres({ dataDir });
  expect(guest.pid).toBe(pid);
  await guest.stop();
  expect(isAlive(pid)).toBe(true);
  await killed(child, "SIGTERM");
  expect(isAlive(pid)).toBe(false);
});

test("processes that start at the same moment share one server", async () => {
  const [one, two] = await Promise.all([startElsewhere(), startElsewhere()]);
  expect(one.pid).toBe(two.pid);
  await Promise.all([killed(one.child, "SIGTERM"), killed(two.child, "SIGTERM")]);
  expect(isAlive(one.pid)).toBe(false);
});

test("a path too long for a socket is served on 127.0.0.1 instead", async () => {
  const deep = join(dataDir, "x".repeat(100));
  await mkdir(deep);
  const postgres = await startEmbeddedPostgres({ dataDir: deep, settings });
  expect(postgres.socketFolder).toBeNull();
  expect(await ask(postgres.appUrl, "select current_user as name")).toEqual([
    { name: "mainstay_app" },
  ]);
  await postgres.stop();
});

test("a folder with spaces and Chinese letters works", async () => {
  const odd = join(dataDir, "我的 数据");
  const postgres = await startEmbeddedPostgres({ dataDir: odd, settings });
  expect(await ask(postgres.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test.runIf(process.getuid?.() === 0)("root's own closed folder works too", async () => {
  await chmod(dataDir, 0o700);
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  expect(await ask(postgres.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test("a postmaster.pid that names some other living process does not stop the start", async () => {
  const first = await startEmbeddedPostgres({ dataDir, settings });
  const note = await readFile(join(dataDir, "pg", "cluster", "postmaster.pid"), "utf8");
  await first.stop();
  await writeFile(
    join(dataDir, "pg", "cluster", "postmaster.pid"),
    note.replace(/^\d+/, String(process.pid)),
  );
  const second = await startEmbeddedPostgres({ dataDir, settings });
  expect(second.adopted).toBe(false);
  await second.stop();
});
