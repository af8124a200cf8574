import { facts } from "@mainstay/contract/fact";
import { userRoles } from "@mainstay/domain/user/user-role";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, testConfig } from "../platform/http/test-app.ts";
import { newSealingKey, ringOf, type SealingKey } from "../platform/secrets/key-ring.ts";
import { resealWorkspace } from "../platform/secrets/reseal.ts";
import { keyIdOf } from "../platform/secrets/seal.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import {
  enter,
  enterItinerary,
  inDays,
  makeAssessment,
  consentTo,
  makeManagedPerson,
  trip,
} from "./fact-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
const secret = "西双版纳秘境";

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  await makeAssessment(world, tenant, ["itinerary"]);
});

const reveal = (factId: string, reason = "安排接待", caller = manager) =>
  caller(facts.reveal, { params: { factId }, body: { reason } });

/** Everything the database holds, tables and jobs, as the superuser sees it. */
const wholeDatabase = async (): Promise<string> => {
  const client = new pg.Client(world.adminUrl);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r'`,
    );
    let text = "";
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      text += rows.rows.map(({ row }) => row).join("\n");
    }
    return text;
  } finally {
    await client.end();
  }
};

test("a sensitive fact needs its separate consent and an approved assessment of its kind", async () => {
  const own = await makeTenant(world);
  const userId = await makeUser(world, own, "manager");
  const caller = await sessionOf(app, own, userId);
  const personId = await makeManagedPerson(world, own, userId);
  const draft = (consentId: string | null) =>
    enter(caller, personId, {
      kind: "itinerary",
      value: trip("云南"),
      basis: "consent",
      consentId,
      occasionOn: inDays(10),
    });
  expect((await draft(null)).body.code).toBe("fact.consent_missing");
  const bundled = await consentTo(world, own, personId, ["itinerary", "birthday"]);
  expect((await draft(bundled)).body.code).toBe("fact.consent_not_separate");
  const separate = await consentTo(world, own, personId, ["itinerary"]);
  await makeAssessment(world, own, ["itinerary"], "draft");
  await makeAssessment(world, own, ["diet_restriction"]);
  expect((await draft(separate)).body.code).toBe("fact.assessment_missing");
  const assessmentId = await makeAssessment(world, own, ["itinerary"]);
  const made = await draft(separate);
  expect(made.body).toMatchObject({ value: null, isMasked: true, assessmentId, class: "S" });
  expect(made.body.expiresOn).toBe(inDays(40));
  const open = { basis: "public_source", source: "朋友圈", value: trip("云南") } as const;
  const refused = await enter(caller, personId, { kind: "itinerary", ...open });
  expect(refused.body.code).toBe("fact.basis_not_enough");
});

test("the database never holds a sensitive value in the clear: no table, no audit, no job", async () => {
  const personId = await makeManagedPerson(world, tenant, managerId);
  const { fact } = await enterItinerary(world, tenant, manager, personId, secret);
  await manager(facts.correct, {
    params: { factId: fact.id },
    body: { value: trip(`${secret}二`), occasionOn: inDays(12) },
    headers: { "if-match": "*" },
  });
  expect((await reveal(fact.id)).body.value.region).toBe(`${secret}二`);
  const everything = await wholeDatabase();
  expect(everything).not.toContain(secret);
  expect(everything).not.toContain(Buffer.from(secret).toString("hex"));
  expect(everything).toContain("fact.revealed");
});

test("revealing shows the value once, for a reason, and leaves person, kind and reason in the audit", async () => {
  const personId = await makeManagedPerson(world, tenant, managerId);
  const { fact } = await enterItinerary(world, tenant, manager, personId, secret);
  const dossier = await manager(facts.dossier, { params: { personId } });
  expect(JSON.stringify(dossier.body)).not.toContain(secret);
  expect(dossier.body.completeness.known).toBe(0);
  expect((await reveal(fact.id, "看看")).body.code).toBe("request.invalid");
  const shown = await reveal(fact.id);
  expect(shown.body).toEqual({ value: trip(secret) });
  expect(shown.headers["cache-control"]).toBe("no-store");
  expect(await auditOf(world, tenant, "fact.revealed", fact.id)).toEqual([
    { actor_user_id: managerId, detail: { personId, kind: "itinerary", reason: "安排接待" } },
  ]);
});

test("who may not reveal gets nothing and leaves no audit row; a personal fact is not revealed", async () => {
  const personId = await makeManagedPerson(world, tenant, managerId);
  const { fact } = await enterItinerary(world, tenant, manager, personId, secret);
  for (const role of userRoles) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const { status } = await reveal(fact.id, "安排接待", caller);
    const expected = { director: 200, compliance: 200, manager: 404 }[role as "director"] ?? 403;
    expect([role, status]).toEqual([role, expected]);
    const dossier = await caller(facts.dossier, { params: { personId } });
    const sees = role === "director" || role === "compliance";
    expect([role, JSON.stringify(dossier.body).includes(fact.id)]).toEqual([role, sees]);
  }
  expect(await auditOf(world, tenant, "fact.revealed", fact.id)).toHaveLength(2);
  const school = await enter(manager, personId, { kind: "school" });
  expect((await reveal(school.body.id)).body.code).toBe("access.not_permitted");
});

test("a consent withdrawn or over meanwhile shows nothing any more", async () => {
  const personId = await makeManagedPerson(world, tenant, managerId);
  const { fact, consentId } = await enterItinerary(world, tenant, manager, personId, secret);
  await askTenant(
    world,
    tenant,
    `update consent set withdrawn_at = now() where id = '${consentId}'`,
  );
  expect((await reveal(fact.id)).body.code).toBe("fact.consent_withdrawn");
  expect(await auditOf(world, tenant, "fact.revealed", fact.id)).toEqual([]);
});

test("rotating the keys seals every fact anew; each still opens, in its own row only", async () => {
  const keys: SealingKey[] = [newSealingKey()];
  const ring = ringOf(() => keys);
  const rotating = await buildApp({
    database: world.database,
    config: testConfig(),
    keyRing: ring,
  });
  const own = await makeTenant(world);
  const userId = await makeUser(world, own, "manager");
  const caller = await sessionOf(rotating, own, userId);
  await makeAssessment(world, own, ["itinerary"]);
  const personId = await makeManagedPerson(world, own, userId);
  const first = await enterItinerary(world, own, caller, personId, "云南");
  const second = await enterItinerary(world, own, caller, personId, "贵州");
  keys.unshift(newSealingKey());
  const done = await resealWorkspace(ring, own.tenantId, (work) =>
    withTenant(world.database, own.scope, work),
  );
  expect(done).toBe(2);
  const stored = await askTenant<{ value_sealed: Buffer }>(
    world,
    own,
    "select value_sealed from fact",
  );
  expect(stored.map(({ value_sealed }) => keyIdOf(value_sealed))).toEqual([
    keys[0]?.id,
    keys[0]?.id,
  ]);
  keys.pop();
  expect((await reveal(first.fact.id, "安排接待", caller)).body.value.region).toBe("云南");
  await askTenant(
    world,
    own,
    `update fact set value_sealed = (select value_sealed from fact where id = '${first.fact.id}')
     where id = '${second.fact.id}'`,
  );
  const moved = await reveal(second.fact.id, "安排接待", caller);
  expect(moved.body.code).toBe("fact.value_unreadable");
  await rotating.http.close();
});
