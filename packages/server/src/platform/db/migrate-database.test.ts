import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { createEmptyDatabase } from "../test-world/test-server.ts";
import { migrateDatabase } from "./migrate-database.ts";

let folder = "";
let ownerUrl = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
  await mkdir(join(folder, "after"));
  ({ ownerUrl } = await createEmptyDatabase(inject("testServer")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, sql: string) => writeFile(join(folder, name), sql);
const migrate = () => migrateDatabase(ownerUrl, folder);

async function ask(text: string) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("migrations run once, oldest first; the repeatable files run every time", async () => {
  await put("20260102000000-second.sql", "insert into a values (2);");
  await put("20260101000000-first.sql", "create table a (n int); insert into a values (1);");
  await put("after/again.sql", "insert into a values (9);");
  expect(await migrate()).toEqual(["20260101000000-first", "20260102000000-second"]);
  expect(await migrate()).toEqual([]);
  expect(await ask("select n from a order by n")).toEqual([1, 2, 9, 9].map((n) => ({ n })));
});

test("a failing file changes nothing and is named with line and column", async () => {
  await put("20260101000000-bad.sql", "create table 甲 (n int);\nselect 1;\n  selekt 2;");
  await expect(migrate()).rejects.toThrow(/20260101000000-bad\.sql:3:3: syntax error/);
  expect(await ask("select to_regclass('甲') as found")).toEqual([{ found: null }]);
});

test("a file that was edited after it had been applied is refused", async () => {
  await put("20260101000000-first.sql", "create table a (n int);");
  await migrate();
  await put("20260101000000-first.sql", "create table a (n bigint);");
  await expect(migrate()).rejects.toThrow("was changed after it had been applied");
});

test("a file dated before one already applied is refused", async () => {
  await put("20260102000000-second.sql", "select 1;");
  await migrate();
  await put("20260101000000-late.sql", "select 1;");
  await expect(migrate()).rejects.toThrow("Give it a later timestamp");
});

test("a database of a newer version is refused", async () => {
  await put("20260102000000-newer.sql", "select 1;");
  await migrate();
  await rm(join(folder, "20260102000000-newer.sql"));
  await expect(migrate()).rejects.toThrow("Start the newer version");
});

test("processes that migrate at the same moment take turns", async () => {
  await put("20260101000000-first.sql", "create table a (n int);");
  const results = await Promise.all([migrate(), migrate(), migrate()]);
  expect(results.flat()).toEqual(["20260101000000-first"]);
});
