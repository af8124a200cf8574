import { facts } from "@mainstay/contract/fact";
import { beforeAll, expect, test } from "vitest";
import { jobContextOf } from "../import/import-test-bench.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { endExpiredFacts } from "./end-expired-facts.ts";
import { endFactsOfConsent, endFactsOfPerson, endProfileFactsOfPerson } from "./end-facts.ts";
import {
  enter,
  enterItinerary,
  inDays,
  makeAssessment,
  consentTo,
  makeManagedPerson,
} from "./fact-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});

/** A workspace of the test's own, because the nightly round looks at all of it. */
const fresh = async () => {
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  await makeAssessment(world, tenant, ["itinerary"]);
  return makeManagedPerson(world, tenant, managerId);
};
const author = () => ({ tenantId: tenant.tenantId, actor: { userId: managerId }, requestId: null });
const receiptsOf = (personId: string) =>
  askTenant<{ reason: string; counts: object; deleted_by: string | null }>(
    world,
    tenant,
    `select reason, counts, deleted_by from deletion_receipt where person_id = '${personId}' order by reason`,
  );
const heldOf = async (personId: string) =>
  (
    await askTenant<{ kind: string }>(
      world,
      tenant,
      `select kind from fact where person_id = '${personId}' order by kind`,
    )
  ).map(({ kind }) => kind);

const addPhoto = async (personId: string, consentId: string, expiresOn: string) => {
  const fileId = newId();
  await askTenant(
    world,
    tenant,
    `insert into stored_file (tenant_id, id, name, media_type, size_bytes, sha256, content)
     values ('${tenant.tenantId}', '${fileId}', 'x.png', 'image/png', 1, 'x', 'x');
     insert into person_photo (tenant_id, person_id, file_id, consent_id, expires_on)
     values ('${tenant.tenantId}', '${personId}', '${fileId}', '${consentId}', '${expiresOn}')`,
  );
};

test("withdrawing a consent deletes what rests on it, sealed facts and the photo too, and nothing else", async () => {
  const personId = await fresh();
  const { consentId } = await enterItinerary(world, tenant, manager, personId, "云南");
  await enter(manager, personId, { kind: "school" });
  await addPhoto(personId, consentId, inDays(100));
  // Whoever withdraws need not see what goes.
  const counts = await withTenant(world.database, tenant.ownScope(managerId), (tx) =>
    endFactsOfConsent(tx, author(), consentId, "consent_withdrawn"),
  );
  expect(counts).toEqual({ itinerary: 1, photo: 1 });
  expect(await heldOf(personId)).toEqual(["school"]);
  expect(await askTenant(world, tenant, "select 1 from stored_file")).toEqual([]);
  expect(await receiptsOf(personId)).toEqual([
    { reason: "consent_withdrawn", counts: { itinerary: 1, photo: 1 }, deleted_by: managerId },
  ]);
  const again = await withTenant(world.database, tenant.scope, (tx) =>
    endFactsOfConsent(tx, author(), consentId, "consent_withdrawn"),
  );
  expect(again).toEqual({});
  expect(await receiptsOf(personId)).toHaveLength(1);
});

test("deleting leaves the session's own sight as it was", async () => {
  const personId = await fresh();
  await enter(manager, personId, { kind: "school" });
  const seen = await withTenant(world.database, tenant.ownScope(managerId), async (tx) => {
    await endFactsOfConsent(tx, author(), newId(), "consent_withdrawn");
    return tx.selectFrom("fact").select("id").execute();
  });
  expect(seen).toEqual([]);
  expect(await heldOf(personId)).toEqual(["school"]);
});

test("erasing a person's facts takes all classes and open questions, restricted or not", async () => {
  const personId = await fresh();
  await enterItinerary(world, tenant, manager, personId, "云南");
  await enter(manager, personId, { kind: "school" });
  await manager(facts.prompt, { params: { personId, kind: "books" }, body: { state: "ask" } });
  await askTenant(
    world,
    tenant,
    `update person set restricted_at = now() where id = '${personId}'`,
  );
  const requestId = newId();
  const counts = await withTenant(world.database, tenant.ownScope(managerId), (tx) =>
    endFactsOfPerson(tx, author(), personId, "subject_request", requestId),
  );
  expect(counts).toEqual({ itinerary: 1, school: 1 });
  expect(await heldOf(personId)).toEqual([]);
  expect(await askTenant(world, tenant, "select 1 from fact_prompt")).toEqual([]);
  const stored = await askTenant<{ request_id: string }>(
    world,
    tenant,
    "select request_id from deletion_receipt",
  );
  expect(stored).toEqual([{ request_id: requestId }]);
});

test("an objection to profiling takes interests and character, and leaves the rest", async () => {
  const personId = await fresh();
  for (const kind of ["school", "sports", "personality_note"] as const)
    await enter(manager, personId, { kind });
  const counts = await withTenant(world.database, tenant.scope, (tx) =>
    endProfileFactsOfPerson(tx, author(), personId),
  );
  expect(counts).toEqual({ sports: 1, personality_note: 1 });
  expect(await heldOf(personId)).toEqual(["school"]);
});

test("the nightly round deletes what is past its end or its consent, with the reason; again finds nothing", async () => {
  const personId = await fresh();
  const consentId = await consentTo(world, tenant, personId, ["birth_year"]);
  const lapsing = await consentTo(world, tenant, personId, ["birth_year"]);
  for (const id of [consentId, lapsing]) {
    await enter(manager, personId, {
      kind: "school",
    });
    await askTenant(
      world,
      tenant,
      `update fact set basis = 'consent', consent_id = '${id}' where consent_id is null`,
    );
  }
  await enter(manager, personId, { kind: "books" });
  await enter(manager, personId, { kind: "leisure" });
  await addPhoto(personId, consentId, inDays(-1));
  await askTenant(
    world,
    tenant,
    `update consent set given_at = now() - interval '9 days', expires_at = now() - interval '1 hour' where id = '${lapsing}';
     update fact set verified_on = '2020-01-01', expires_on = '${inDays(-1)}' where kind = 'books'`,
  );
  const context = jobContextOf(app, tenant.tenantId);
  await endExpiredFacts(context);
  expect(await heldOf(personId)).toEqual(["leisure", "school"]);
  const receipts = [
    { reason: "consent_expired", counts: { school: 1 }, deleted_by: null },
    { reason: "expired", counts: { books: 1, photo: 1 }, deleted_by: null },
  ];
  expect(await receiptsOf(personId)).toEqual(receipts);
  await endExpiredFacts(context);
  expect(await receiptsOf(personId)).toEqual(receipts);
});

test("what is past its end is out of sight at once, also where no nightly round ran", async () => {
  const personId = await fresh();
  const { body: made } = await enter(manager, personId, { kind: "school" });
  await askTenant(
    world,
    tenant,
    `update fact set verified_on = '2020-01-01', expires_on = '${inDays(-1)}' where id = '${made.id}'`,
  );
  const { body } = await manager(facts.dossier, { params: { personId } });
  expect(body.facts).toEqual([]);
  await askTenant(
    world,
    tenant,
    `update fact set expires_on = '${inDays(-3)}' where id = '${made.id}'`,
  );
  const scope = { ...tenant.ownScope(managerId), factClasses: ["B", "P", "S"] as const };
  const seen = await withTenant(world.database, scope, (tx) =>
    tx.selectFrom("fact").select("id").execute(),
  );
  expect(seen).toEqual([]);
});
