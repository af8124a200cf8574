import { facts } from "@mainstay/contract/fact";
import { type FactKind, factKinds } from "@mainstay/domain/fact/fact-kind";
import { userRoles } from "@mainstay/domain/user/user-role";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import {
  enter,
  inDays,
  makeAssessment,
  consentTo,
  makeManagedPerson,
  purpose,
  today,
} from "./fact-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
});

const any = { "if-match": "*" };
const personOfMine = (columns: object = {}) =>
  makeManagedPerson(world, tenant, managerId, { ...columns });
const dossierOf = async (personId: string, caller = manager) =>
  (await caller(facts.dossier, { params: { personId } })).body;
const roleOf = async (role: (typeof userRoles)[number]) =>
  sessionOf(app, tenant, await makeUser(world, tenant, role));

test("a fact is entered with its papers, shown in the dossier and recorded without its value", async () => {
  const personId = await personOfMine();
  const consentId = await consentTo(world, tenant, personId, ["birthday", "school"]);
  const value = {
    shape: "anniversary",
    calendar: "lunar",
    month: 6,
    day: 15,
    year: null,
    isLeapMonth: true,
  } as const;
  const made = await enter(manager, personId, {
    kind: "birthday",
    value,
    basis: "consent",
    consentId,
    purpose: "",
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    kind: "birthday",
    class: "P",
    value,
    isMasked: false,
    purpose,
    consentId,
    verifiedOn: today(),
    version: 1,
    can: { correct: true, verify: true, delete: true, reveal: false },
  });
  const dossier = await dossierOf(personId);
  expect(dossier.facts).toMatchObject([{ id: made.body.id, value }]);
  expect(dossier.completeness.known).toBe(1);
  const [audit] = await auditOf(world, tenant, "fact.entered", made.body.id);
  expect(audit).toMatchObject({ actor_user_id: managerId, detail: { personId, kind: "birthday" } });
  expect(JSON.stringify(audit)).not.toContain("lunar");
});

test("the catalogue names every kind with its class, bases, retention and what must come first", async () => {
  const { body } = await manager(facts.catalogue);
  expect(body.kinds.map(({ kind }: { kind: string }) => kind)).toEqual([...factKinds]);
  expect(body.kinds.find(({ kind }: { kind: string }) => kind === "itinerary")).toMatchObject({
    class: "S",
    bases: ["consent"],
    retention: { from: "occasion", count: 30 },
    needsAssessment: true,
  });
});

test("what the rules refuse is refused with its name, and nothing is half-saved", async () => {
  const personId = await personOfMine();
  const other = await personOfMine();
  const foreignConsent = await consentTo(world, tenant, other, ["school"]);
  const school = { kind: "school" as const, basis: "consent" as const };
  const past = { given_at: new Date("2020-01-01"), expires_at: new Date("2021-01-01") };
  const over = await consentTo(world, tenant, personId, ["school"], past);
  const gone = await consentTo(world, tenant, personId, ["school"], { withdrawn_at: new Date() });
  const old = await consentTo(world, tenant, personId, ["school"], { text_version: "replaced" });
  await askTenant(
    world,
    tenant,
    `insert into consent_text (tenant_id, id, scope, purpose, words, text_version, replaced_by)
     values ('${tenant.tenantId}', gen_random_uuid(), '{school}', 'x', 'x', 'replaced', gen_random_uuid())`,
  );
  const narrow = await consentTo(world, tenant, personId, ["birthday"]);
  const cases: [string, object][] = [
    ["fact.consent_missing", school],
    ["fact.consent_missing", { ...school, consentId: foreignConsent }],
    ["fact.consent_expired", { ...school, consentId: over }],
    ["fact.consent_withdrawn", { ...school, consentId: gone }],
    ["fact.consent_outdated", { ...school, consentId: old }],
    ["fact.consent_not_covering", { ...school, consentId: narrow }],
    ["fact.source_missing", { kind: "school", source: "" }],
    ["fact.basis_not_enough", { kind: "school", basis: "contract_party" }],
    ["fact.purpose_missing", { kind: "school", purpose: "" }],
    ["fact.value_form", { kind: "birth_year" }],
    ["fact.past_retention", { kind: "school", verifiedOn: "2020-01-01" }],
    ["fact.verified_in_future", { kind: "school", verifiedOn: inDays(3) }],
    ["fact.expires_too_late", { kind: "school", expiresOn: "2099-01-01" }],
  ];
  for (const [code, change] of cases) {
    const { status, body } = await enter(manager, personId, change as never);
    expect([body.code, status]).toEqual([code, 422]);
  }
  expect((await dossierOf(personId)).facts).toEqual([]);
  const zh = await enter(manager, personId, school);
  expect(zh.body.detail).toBe("还没有本人的同意。请先记录同意，再录入这一项。");
});

test("a child's birthday needs the guardian; the refusal suggests a yes or no instead", async () => {
  const personId = await personOfMine();
  await makeAssessment(world, tenant, ["child_birthday"]);
  const value = {
    shape: "anniversary",
    calendar: "solar",
    month: 5,
    day: 1,
    year: 2020,
    isLeapMonth: false,
  } as const;
  const own = await consentTo(world, tenant, personId, ["child_birthday"]);
  const child = { kind: "child_birthday", value, basis: "consent" } as const;
  const refused = await enter(manager, personId, { ...child, consentId: own });
  expect(refused.body).toMatchObject({
    code: "fact.guardian_missing",
    params: { suggest: "has_children" },
  });
  const guardian = { given_by_guardian: "王建国（父）" };
  const byParent = await consentTo(world, tenant, personId, ["child_birthday"], guardian);
  const made = await enter(manager, personId, { ...child, consentId: byParent });
  expect(made.body).toMatchObject({ class: "S", value: null, isMasked: true });
});

test("placeholders, restricted persons and profiles of who objected take nothing", async () => {
  const placeholder = await personOfMine({ is_placeholder: true, placeholder_since: "2026-11-01" });
  const restricted = await personOfMine({ restricted_at: new Date() });
  const objector = await personOfMine({ no_profiling: true });
  const refusals = [
    await enter(manager, placeholder, { kind: "school" }),
    await enter(manager, restricted, { kind: "school" }),
    await enter(manager, objector, { kind: "sports" }),
  ].map(({ body }) => body.code);
  expect(refusals).toEqual([
    "fact.person_is_placeholder",
    "fact.person_restricted",
    "fact.profiling_objected",
  ]);
  expect((await enter(manager, objector, { kind: "school" })).status).toBe(201);
  const { can, questions, completeness } = await dossierOf(restricted);
  expect({ can, questions, completeness }).toMatchObject({
    can: { enter: false },
    questions: [],
    completeness: null,
  });
});

test("one birthday a person; a second is refused as a correction of the first", async () => {
  const personId = await personOfMine();
  const town = { kind: "hometown", value: { shape: "words", words: "烟台" } } as const;
  expect((await enter(manager, personId, town)).status).toBe(201);
  expect((await enter(manager, personId, town)).body.code).toBe("fact.already_held");
  for (const words of ["清华大学", "中欧商学院"]) {
    const school = { kind: "school", value: { shape: "words", words } } as const;
    expect((await enter(manager, personId, school)).status).toBe(201);
  }
});

test("a correction replaces the value for good; the record keeps which fields, never what they said", async () => {
  const personId = await personOfMine();
  const { body: made } = await enter(manager, personId, {
    kind: "school",
    verifiedOn: inDays(-300),
  });
  const params = { factId: made.id };
  const value = { shape: "words", words: "北京大学" } as const;
  const corrected = await manager(facts.correct, { params, body: { value }, headers: any });
  expect(corrected.body).toMatchObject({ value, version: 2, verifiedOn: today() });
  expect(corrected.body.expiresOn > made.expiresOn).toBe(true);
  const source = await manager(facts.correct, { params, body: { source: "名片" }, headers: any });
  expect(source.body).toMatchObject({ source: "名片", expiresOn: corrected.body.expiresOn, value });
  const nothing = await manager(facts.correct, {
    params,
    body: { basis: "consent" },
    headers: any,
  });
  expect(nothing.body.code).toBe("fact.consent_missing");
  const stored = await askTenant<{ all: string }>(
    world,
    tenant,
    `select f::text as all from fact f where id = '${made.id}'`,
  );
  expect(stored[0]?.all).not.toContain("清华");
  const [audit] = await auditOf(world, tenant, "fact.corrected", made.id);
  expect(audit?.detail).toMatchObject({ fields: ["value"] });
  expect(JSON.stringify(audit)).not.toContain("大学");
});

test("verifying moves the end on, never beyond the consent, and takes a newer consent", async () => {
  const personId = await personOfMine();
  const short = { expires_at: new Date(`${inDays(100)}T00:00:00Z`) };
  const old = await consentTo(world, tenant, personId, ["school"], short);
  const consented = { kind: "school", basis: "consent", consentId: old } as const;
  const { body: made } = await enter(manager, personId, { ...consented, expiresOn: inDays(20) });
  expect(made).toMatchObject({ expiresOn: inDays(20), isDue: true });
  const params = { factId: made.id };
  const verified = await manager(facts.verify, { params, body: {}, headers: any });
  expect(verified.body).toMatchObject({ expiresOn: inDays(99), isDue: false, version: 2 });
  const consentId = await consentTo(world, tenant, personId, ["school"]);
  const renewed = await manager(facts.verify, { params, body: { consentId }, headers: any });
  expect(renewed.body.consentId).toBe(consentId);
  expect(renewed.body.expiresOn > inDays(700)).toBe(true);
  expect(await auditOf(world, tenant, "fact.verified", made.id)).toHaveLength(2);
});

test("facts that end soon are listed for verification, the soonest first, in sight only", async () => {
  const own = await makeTenant(world);
  const [one, two] = [await makeUser(world, own, "manager"), await makeUser(world, own, "manager")];
  const [first, second] = [await sessionOf(app, own, one), await sessionOf(app, own, two)];
  const personId = await makeManagedPerson(world, own, one);
  for (const days of [25, 5, 90]) {
    await enter(first, personId, { kind: "school", expiresOn: inDays(days) });
  }
  const page = await first(facts.due, { query: { limit: 1 } });
  expect(page.body).toMatchObject({ total: 2, items: [{ expiresOn: inDays(5), personId }] });
  const rest = await first(facts.due, { query: { cursor: page.body.nextCursor } });
  expect(rest.body.items).toMatchObject([{ expiresOn: inDays(25) }]);
  expect(JSON.stringify(rest.body)).not.toContain("清华");
  expect((await second(facts.due)).body.total).toBe(0);
});

test("deleting removes the row and leaves a receipt that says nothing of it", async () => {
  const personId = await personOfMine();
  const { body: made } = await enter(manager, personId, { kind: "school" });
  const params = { factId: made.id };
  const gone = await manager(facts.delete, { params, headers: any });
  expect(gone.status).toBe(204);
  expect(await askTenant(world, tenant, `select 1 from fact where id = '${made.id}'`)).toEqual([]);
  const receipts = await askTenant<{ reason: string; counts: object }>(
    world,
    tenant,
    `select reason, counts from deletion_receipt where person_id = '${personId}'`,
  );
  expect(receipts).toEqual([{ reason: "purpose_done", counts: { school: 1 } }]);
  expect(await auditOf(world, tenant, "fact.deleted", made.id)).toHaveLength(1);
  expect((await manager(facts.delete, { params, headers: any })).body.code).toBe("fact.not_found");
});

test("questions are taken up, put off, refused and opened again; an answer settles one", async () => {
  const personId = await personOfMine();
  const set = (kind: never, state: string) =>
    manager(facts.prompt, { params: { personId, kind }, body: { state: state as never } });
  const asked = async () =>
    (await dossierOf(personId)).questions.map(
      ({ kind, isTakenUp }: { kind: string; isTakenUp: boolean }) =>
        `${kind}${isTakenUp ? "!" : ""}`,
    );
  expect(await asked()).toEqual(["organisation_role", "birthday", "hometown"]);
  expect((await set("sports" as never, "ask")).status).toBe(204);
  await set("birthday" as never, "put_off");
  await set("hometown" as never, "refused");
  expect(await asked()).toEqual(["sports!", "organisation_role", "school", "leisure"]);
  await set("hometown" as never, "open");
  await enter(manager, personId, { kind: "sports" });
  expect(await asked()).toEqual(["organisation_role", "hometown", "school"]);
  const refused = await set("itinerary" as never, "ask");
  expect(refused.body.code).toBe("request.invalid");
  expect(await auditOf(world, tenant, "fact.prompt_set", personId)).toHaveLength(4);
});

test("two who change one fact from the same version: one wins, the other gets 412; none named is 428", async () => {
  const personId = await personOfMine();
  const { body: made, headers } = await enter(manager, personId, { kind: "school" });
  const params = { factId: made.id };
  const missing = await manager(facts.verify, { params, body: {} });
  expect(missing.status).toBe(428);
  const match = { "if-match": String(headers["etag"]) };
  const both = await Promise.all([
    manager(facts.verify, { params, body: {}, headers: match }),
    manager(facts.correct, { params, body: { source: "名片" }, headers: match }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("each role does what its rights say, and sees only its classes", async () => {
  const personId = await personOfMine();
  await enter(manager, personId, { kind: "school" });
  await enter(manager, personId, {
    kind: "organisation_role",
    value: { shape: "words", words: "分管采购" },
  });
  for (const role of userRoles) {
    const caller = await roleOf(role);
    const mayEnter = role === "director";
    const seesAll = role !== "manager";
    const entered = await enter(caller, personId, { kind: "books" });
    const expected = role === "manager" ? 404 : mayEnter ? 201 : 403;
    expect([role, entered.status]).toEqual([role, expected]);
    if (!seesAll) continue;
    const dossier = await dossierOf(personId, caller);
    const classes = new Set(dossier.facts.map((fact: { class: string }) => fact.class));
    const personal = ["director", "compliance", "sponsor"].includes(role);
    expect([role, classes.has("P")]).toEqual([role, personal]);
    expect([role, classes.has("B")]).toEqual([role, true]);
    expect(dossier.completeness === null).toBe(!personal);
    for (const kind of dossier.kinds as { kind: FactKind; class: string }[]) {
      expect(dossier.classes).toContain(kind.class);
    }
  }
});

test("what is not in sight, or belongs to another workspace, is not there", async () => {
  const personId = await personOfMine();
  const { body: made } = await enter(manager, personId, { kind: "school" });
  const other = await roleOf("manager");
  const foreign = await makeTenant(world);
  const director = await makeUser(world, foreign, "director");
  const stranger = await sessionOf(app, foreign, director);
  const params = { factId: made.id };
  for (const caller of [other, stranger]) {
    const codes = [
      (await enter(caller, personId, { kind: "books" })).body.code,
      (await caller(facts.dossier, { params: { personId } })).body.code,
      (await caller(facts.correct, { params, body: {}, headers: any })).body.code,
      (await caller(facts.verify, { params, body: {}, headers: any })).body.code,
      (await caller(facts.delete, { params, headers: any })).body.code,
      (await caller(facts.reveal, { params, body: { reason: "准备拜访" } })).body.code,
      (await caller(facts.prompt, { params: { personId, kind: "books" }, body: { state: "ask" } }))
        .body.code,
    ];
    expect(codes).toEqual([
      "person.not_found",
      "person.not_found",
      ...Array.from({ length: 4 }, () => "fact.not_found"),
      "person.not_found",
    ]);
  }
});

test("a token without the scope for personal facts sees business ones only and may enter none", async () => {
  const personId = await personOfMine();
  await enter(manager, personId, { kind: "school" });
  const plain = await tokenOf(app, tenant, managerId, ["read", "write"]);
  expect((await dossierOf(personId, plain)).facts).toEqual([]);
  expect((await enter(plain, personId, { kind: "books" })).status).toBe(403);
  const personal = await tokenOf(app, tenant, managerId, ["read", "personal"]);
  expect((await dossierOf(personId, personal)).facts).toHaveLength(1);
});
