import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";
import { runAudit } from "./audit.ts";

let world: TestWorld & { close: () => Promise<void> };
let tenant: TestTenant;
let folder = "";
let said: string[] = [];
beforeEach(async () => {
  world = await privateWorld();
  folder = await mkdtemp(join(tmpdir(), "audit-"));
  vi.stubEnv("DATABASE_URL", world.ownerUrl);
  vi.stubEnv("DATABASE_APP_URL", world.appUrl);
  said = [];
  vi.spyOn(console, "log").mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void said.push(String(line)));
  tenant = await makeTenant(world);
  await makeTenant(world);
  for (let i = 0; i < 4; i++) await act();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await Promise.all([world.close(), rm(folder, { recursive: true })]);
});

const act = () =>
  withTenant(world.database, tenant.scope, (tx) =>
    recordAudit(
      tx,
      { tenantId: tenant.tenantId, actor: null, requestId: null },
      "workspace.edited",
      { kind: "workspace", id: null },
    ),
  );
const tamper = async (text: string) => {
  const client = new pg.Client(world.adminUrl);
  await client.connect();
  await client.query(text, [tenant.tenantId]);
  await client.end();
};

test("an audit nobody touched gets exit code 0, with rows and head of every workspace", async () => {
  expect(await runAudit(["verify"])).toBe(0);
  expect(said.map((line) => line.slice(0, 4))).toEqual(["ok  ", "ok  "]);
  expect(said.join("\n")).toMatch(
    new RegExp(`${tenant.tenantId}: 4 rows in \\d+\\.\\d s, head 4 [0-9a-f]{64}`),
  );
});

test("a tampered row gets exit code 1 and is named with its place, in both languages", async () => {
  await tamper(
    "update audit set act = 'user.edited' where tenant_id = $1 and id = (select audit_id from audit_chain where tenant_id = $1 and sequence = 3)",
  );
  expect(await runAudit(["verify", "--tenant", tenant.tenantId, "--lang", "en"])).toBe(1);
  expect(said.join("\n")).toMatch(/FAIL .*\n {6}row 3 \(.* UTC, Changed a user\) was changed/);
  expect(await runAudit(["verify", "--lang", "zh"])).toBe(1);
  expect(said.join("\n")).toMatch(/第 3 条（.* UTC，修改了用户）被改动过/);
});

test("a tail cut off with its links is found with the anchor that was kept elsewhere", async () => {
  const file = join(folder, "anchor.txt");
  expect(await runAudit(["anchor", "--to", file])).toBe(0);
  expect((await readFile(file, "utf8")).split("\n").length).toBe(3);
  expect(await runAudit(["verify", "--from", file])).toBe(0);
  await tamper(
    "delete from audit a using audit_chain c where c.tenant_id = $1 and c.sequence = 4 and a.tenant_id = $1 and a.id = c.audit_id",
  );
  await tamper("delete from audit_chain where tenant_id = $1 and sequence = 4");
  expect(await runAudit(["verify"])).toBe(0);
  expect(await runAudit(["verify", "--from", file, "--lang", "en"])).toBe(1);
  expect(said.join("\n")).toContain("the chain ends before row 4");
});

test("wrong usage, a file that holds no anchor and an unknown workspace are refused", async () => {
  const file = join(folder, "not-an-anchor");
  await writeFile(file, "hello\n");
  for (const args of [
    [],
    ["verify", "x"],
    ["verify", "--from", file],
    ["verify", "--tenant", "x"],
  ]) {
    expect(await runAudit(args)).toBe(2);
  }
  expect(await runAudit(["anchor", "--from", file])).toBe(2);
  const nowhere = "00000000-0000-4000-8000-000000000000";
  expect(await runAudit(["verify", "--tenant", nowhere])).toBe(1);
});
