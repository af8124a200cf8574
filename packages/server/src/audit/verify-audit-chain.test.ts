import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { findAuditHead } from "./audit-chain-queries.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

let world: TestWorld;
let tenant: TestTenant;
beforeEach(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
});

const acts = async (count: number, of = tenant) => {
  for (let i = 1; i <= count; i++) {
    await withTenant(world.database, of.scope, (tx) =>
      recordAudit(
        tx,
        { tenantId: of.tenantId, actor: { userId: of.adminUserId }, requestId: `r${i}` },
        "task.added",
        { kind: "task", id: randomUUID() },
        { words: "零件“A”\n\\ \t𝌆", share: 0.1, more: { z: null, a: [1, 2.5] } },
      ),
    );
  }
};
const verify = (anchors: Parameters<typeof verifyAuditChain>[2] = [], of = tenant) =>
  withTenantReadOnly(world.database, of.scope, (db) => verifyAuditChain(db, of.tenantId, anchors), {
    isolation: "repeatable read",
  });
const head = () =>
  withTenantReadOnly(world.database, tenant.scope, (db) => findAuditHead(db, tenant.tenantId));
const places = async (anchors: Parameters<typeof verifyAuditChain>[2] = []) =>
  (await verify(anchors)).findings.map(({ kind, sequence }) => `${kind} ${sequence}`);

/** What only somebody with the database's own keys can do. */
const tamper = async (text: string) => {
  const client = new pg.Client(world.adminUrl);
  await client.connect();
  const answer = await client.query(text.replaceAll("$t", `'${tenant.tenantId}'`));
  await client.end();
  return answer.rowCount;
};
const rowAt = (sequence: number) =>
  `(select audit_id from audit_chain where tenant_id = $t and sequence = ${sequence})`;

test("acts of one workspace form one unbroken chain, whoever writes at the same time", async () => {
  await Promise.all(Array.from({ length: 6 }, () => acts(5)));
  await acts(3, await makeTenant(world));
  const verdict = await verify();
  expect(verdict).toMatchObject({ isIntact: true, rowsChecked: 30, findings: [] });
  expect(verdict.head).toEqual(await head());
  expect(verdict.head.sequence).toBe(30);
});

test("several acts of one transaction are chained in their order; an act taken back leaves no link", async () => {
  const author = { tenantId: tenant.tenantId, actor: null, requestId: null };
  const two = (fail: boolean) =>
    withTenant(world.database, tenant.scope, async (tx) => {
      await recordAudit(tx, author, "task.added", { kind: "task", id: "1" });
      await recordAudit(tx, author, "task.edited", { kind: "task", id: "1" });
      if (fail) throw new Error("changed my mind");
    });
  await two(false);
  await two(true).catch(() => {});
  await two(false);
  expect(await verify()).toMatchObject({ isIntact: true, rowsChecked: 4 });
});

test("the database and the verification read an act as the same text", async () => {
  await acts(1);
  const rows = await withTenant(world.database, tenant.scope, (tx) =>
    sql<{
      hash: Buffer;
    }>`select sha256(audit_genesis(a.tenant_id) || convert_to(audit_text(a), 'UTF8')) as hash
      from audit a where a.tenant_id = ${tenant.tenantId}`.execute(tx),
  );
  expect(rows.rows[0]?.hash.toString("hex")).toBe((await verify()).head.hash);
});

test("a workspace without acts is intact", async () => {
  expect(await verify()).toMatchObject({ isIntact: true, rowsChecked: 0 });
});

test.each([
  ["act = 'task.dropped'"],
  ["actor_user_id = null"],
  ["detail = detail || '{\"share\": 0.10}'"],
  ["subject_id = 'x'"],
  ["request_id = null"],
])("a row changed afterwards is named with its place: %s", async (change) => {
  await acts(5);
  expect(await tamper(`update audit set ${change} where tenant_id = $t and id = ${rowAt(3)}`)).toBe(
    1,
  );
  expect(await places()).toEqual(["changed 3"]);
});

test("a removed row, an added row and a missing link are told apart", async () => {
  await acts(6);
  await tamper(`delete from audit where tenant_id = $t and id = ${rowAt(2)}`);
  await tamper(`delete from audit_chain where tenant_id = $t and sequence = 5`);
  await tamper(
    `insert into audit (tenant_id, id, act, subject_kind) values ($t, gen_random_uuid(), 'user.edited', 'user')`,
  );
  const verdict = await verify();
  expect(verdict.isIntact).toBe(false);
  const found = verdict.findings.map(({ kind, sequence, act }) => [kind, sequence, act]);
  expect(found).toEqual([
    ["removed", 2, null],
    ["link_missing", 5, null],
    ["added", null, "task.added"],
    ["added", null, "user.edited"],
  ]);
});

test("an instant moved by a microsecond and a hash altered are found at their own place only", async () => {
  await acts(6);
  await tamper("update audit_chain set hash = sha256(hash) where tenant_id = $t and sequence = 2");
  await tamper(
    `update audit set at = at + interval '1 microsecond' where tenant_id = $t and id = ${rowAt(5)}`,
  );
  expect(await places()).toEqual(["changed 2", "removed 5", "added null"]);
});

test("a tail cut off with its links is found by whoever noted the head, and by nobody else", async () => {
  await acts(5);
  const noted = await head();
  await acts(1);
  await tamper(
    "delete from audit a using audit_chain c where c.tenant_id = $t and c.sequence > 4 and a.tenant_id = $t and a.id = c.audit_id",
  );
  await tamper("delete from audit_chain where tenant_id = $t and sequence > 4");
  expect(await places()).toEqual([]);
  expect(await places([noted])).toEqual(["cut 5"]);
});

test("a chain written anew from a changed row on no longer passes through the noted head", async () => {
  await acts(4);
  const noted = await head();
  await tamper(`update audit set act = 'task.dropped' where tenant_id = $t and id = ${rowAt(2)}`);
  await tamper("delete from audit_chain where tenant_id = $t");
  await tamper("select chain_old_audit()");
  expect(await places()).toEqual([]);
  expect(await places([noted])).toEqual(["rewritten 4"]);
});

test("the application may neither write the chain nor chain old rows", async () => {
  await acts(1);
  const refused = (text: string) =>
    expect(
      withTenant(world.database, tenant.scope, (tx) => sql.raw(text).execute(tx)),
    ).rejects.toThrow(/permission denied/);
  await refused("update audit_chain set sequence = 9");
  await refused("delete from audit_chain");
  await refused("select chain_old_audit()");
  await refused("update audit_verification set is_intact = true");
  await refused("update audit set act = 'x'");
});
