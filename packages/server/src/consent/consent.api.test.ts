import { type ConsentView, consents, consentTexts } from "@mainstay/contract/consent";
import { privacy } from "@mainstay/contract/privacy";
import { facts } from "@mainstay/contract/fact";
import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { enter } from "../fact/fact-test-bench.ts";
import { jobContextOf } from "../import/import-test-bench.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import {
  consentTo,
  insertRow,
  pdfBytes,
  type PrivacyBench,
  privacyBench,
  textOf,
  todayInShanghai,
  uploadEvidence,
} from "../privacy/privacy-test-bench.ts";
import { consentJobs } from "./consent-jobs.ts";

let bench: PrivacyBench;
beforeAll(async () => {
  bench = await privacyBench();
});

const listed = async (): Promise<ConsentView[]> =>
  (await bench.manager(consents.listOfPerson, { params: { personId: bench.personId } })).body.items;
const rowsOf = (table: string, where = "true") =>
  askTenant<Record<string, unknown>>(
    bench.world,
    bench.tenant,
    `select * from ${table} where tenant_id = '${bench.tenant.tenantId}' and ${where}`,
  );
const withdraw = (consentId: string, who = bench.manager) =>
  who(consents.withdraw, { params: { consentId }, body: {}, headers: { "if-match": "*" } });

test("from the first day there is a text for every scope, sensitive ones apart", async () => {
  const { body } = await bench.manager(consentTexts.list);
  const scopes = body.items.flatMap((text: { scope: string[] }) => text.scope);
  expect(scopes.sort()).toEqual([...consentScopes].sort());
  expect(body.can.add).toBe(false);
  const trip = body.items.find((text: { scope: string[] }) => text.scope.includes("itinerary"));
  expect(trip).toMatchObject({ scope: ["itinerary"], isSensitive: true, isShipped: true });
});

test("a signed consent is recorded with its file; it lasts 24 months, a sensitive one 12", async () => {
  const file = await uploadEvidence(bench.manager, pdfBytes);
  expect(file).toMatchObject({ status: 201, body: { mediaType: "application/pdf" } });
  const more = { method: "paper", evidenceFileId: file.body.id };
  const { status, body } = await consentTo(bench, "sports", more);
  expect(status).toBe(201);
  const given = todayInShanghai();
  expect(body).toMatchObject({
    personId: bench.personId,
    isSensitive: false,
    state: "active",
    evidence: { name: "consent.pdf" },
    givenOn: given,
    expiresOn: `${Number(given.slice(0, 4)) + 2}${given.slice(4)}`,
  });
  expect(await auditOf(bench.world, bench.tenant, "consent.recorded", body.id)).toMatchObject([
    { actor_user_id: bench.managerId, detail: { personId: bench.personId } },
  ]);
  const evidence = await bench.manager(consents.evidence, { params: { consentId: body.id } });
  expect(evidence.bytes.equals(pdfBytes)).toBe(true);
  expect(evidence.headers["content-type"]).toBe("application/pdf");
  expect(await auditOf(bench.world, bench.tenant, "consent.evidence_read", body.id)).toHaveLength(
    1,
  );
  const again = await consentTo(bench, "birthday", more);
  expect(again.body.code).toBe("consent.evidence_not_found");
  const sensitive = await consentTo(bench, "itinerary");
  expect(sensitive.body.expiresOn).toBe(`${Number(given.slice(0, 4)) + 1}${given.slice(4)}`);
});

test("only what was ticked is consented to, and the text is kept as it was read", async () => {
  const text = await textOf(bench.manager, "food");
  const { body } = await consentTo(bench, "food", { scope: ["food"] });
  expect(body).toMatchObject({ scope: ["food"], purpose: text.purpose, words: text.words });
  const beyond = await consentTo(bench, "food", { scope: ["food", "birthday"] });
  expect(beyond.body.code).toBe("consent.scope_not_in_text");
});

test("what would be no consent under the law is refused, and nothing is saved", async () => {
  const before = (await rowsOf("consent")).length;
  const cases: [Parameters<typeof consentTo>[1], object, string][] = [
    ["itinerary", { scope: ["itinerary", "sports"] }, "consent.sensitive_bundled"],
    ["sports", { givenOn: todayInShanghai(1) }, "consent.given_in_future"],
    ["sports", { expiresOn: todayInShanghai(-1) }, "consent.expires_too_early"],
    ["sports", { expiresOn: "2999-01-01" }, "consent.expires_too_late"],
    ["sports", { witness: "" }, "consent.witness_missing"],
    ["child_birthday", {}, "consent.guardian_missing"],
    ["sports", { method: "paper" }, "consent.evidence_missing"],
    ["sports", { method: "wecom_reply" }, "consent.evidence_missing"],
    ["sports", { evidenceFileId: crypto.randomUUID() }, "consent.evidence_not_found"],
    ["sports", { textId: crypto.randomUUID() }, "consent.text_not_found"],
  ];
  for (const [scope, more, code] of cases) {
    const { status, body } = await consentTo(bench, scope, more);
    expect([code, body.code]).toEqual([code, code]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.detail).not.toMatch(/\{|^$/);
  }
  expect((await rowsOf("consent")).length).toBe(before);
  const child = await consentTo(bench, "child_birthday", { guardian: "陈建华（父亲）" });
  expect(child.body).toMatchObject({ guardian: "陈建华（父亲）", isSensitive: true });
});

test("a file is what its bytes say: a program called consent.pdf is refused, so is one too large", async () => {
  const program = await uploadEvidence(bench.manager, Buffer.from("MZ\x90\x00 program"));
  expect(program.body.code).toBe("consent.evidence_type");
  const empty = await uploadEvidence(bench.manager, Buffer.alloc(0));
  expect(empty.body.code).toBe("import.file_empty");
  const large = Buffer.concat([pdfBytes, Buffer.alloc(5 * 1024 * 1024)]);
  expect((await uploadEvidence(bench.manager, large)).status).toBe(413);
});

test("whoever has no business with consents is refused; another workspace finds nobody", async () => {
  const record = { textId: (await textOf(bench.manager, "sports")).id, method: "portal" as const };
  const input = {
    params: { personId: bench.personId },
    body: { ...record, givenOn: todayInShanghai() },
  };
  for (const role of ["sponsor", "service", "analyst", "admin"] as const) {
    const caller = await sessionOf(
      bench.app,
      bench.tenant,
      await makeUser(bench.world, bench.tenant, role),
    );
    expect((await caller(consents.record, input)).body.code).toBe("access.not_permitted");
    expect((await caller(consents.listOfPerson, input)).status).toBe(403);
  }
  const other = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "manager"),
  );
  expect((await other(consents.record, input)).body.code).toBe("person.not_found");
  const reader = await tokenOf(bench.app, bench.tenant, bench.managerId, ["read", "write"]);
  expect((await reader(consents.record, input)).body.code).toBe("access.scope_missing");
  const foreign = await privacyBench();
  const stranger = await foreign.manager(consents.record, input);
  expect(stranger.body.code).toBe("person.not_found");
  expect((await foreign.manager(consents.listOfPerson, input)).status).toBe(404);
});

test("withdrawing deletes at once what rests on the consent, and can be done once", async () => {
  const { body: consent, purpose } = await consentTo(bench, "hometown");
  const basis = { basis: "consent", purpose, consentId: consent.id } as const;
  const fact = await enter(bench.manager, bench.personId, { kind: "hometown", ...basis });
  expect(fact.status).toBe(201);
  expect((await listed()).find(({ id }) => id === consent.id)?.facts).toBe(1);
  const done = await withdraw(consent.id);
  expect(done.body).toMatchObject({ state: "withdrawn", facts: 0, can: { withdraw: false } });
  const gone = await bench.manager(facts.reveal, {
    params: { factId: fact.body.id },
    body: { reason: "安排接待需要" },
  });
  expect(gone.status).toBe(404);
  expect(await rowsOf("fact", `consent_id = '${consent.id}'`)).toEqual([]);
  const receipts = await bench.compliance(privacy.receipts, {
    query: { personId: bench.personId, reason: "consent_withdrawn" },
  });
  expect(receipts.body.items.map((one: { counts: object }) => one.counts)).toEqual(
    expect.arrayContaining([{ hometown: 1 }, { consent: 1 }]),
  );
  expect(JSON.stringify(receipts.body)).not.toContain("清华");
  expect(await auditOf(bench.world, bench.tenant, "consent.withdrawn", consent.id)).toMatchObject([
    { actor_user_id: bench.managerId, detail: { deleted: 1 } },
  ]);
  expect((await withdraw(consent.id)).body.code).toBe("consent.ended");
  const reused = await enter(bench.manager, bench.personId, { kind: "hometown", ...basis });
  expect(reused.body.code).toBe("fact.consent_withdrawn");
});

test("a consent to a photo takes the photo and its file with it", async () => {
  const { body: consent } = await consentTo(bench, "photo");
  const file = await insertRow(bench, "stored_file", {
    name: "photo.jpg",
    media_type: "image/jpeg",
    size_bytes: 3,
    sha256: Buffer.from("x"),
    content: Buffer.from("abc"),
  });
  await askTenant(
    bench.world,
    bench.tenant,
    `insert into person_photo (tenant_id, person_id, file_id, consent_id, expires_on)
     values ('${bench.tenant.tenantId}', '${bench.personId}', '${file}', '${consent.id}', '2027-01-01')`,
  );
  await withdraw(consent.id);
  expect(await rowsOf("person_photo")).toEqual([]);
  expect(await rowsOf("stored_file", `id = '${file}'`)).toEqual([]);
});

test("without the consent to be profiled there is no profile, whoever withdraws; a new consent allows one", async () => {
  const { body: consent } = await consentTo(bench, "profile");
  const { accountId: account_id, personId: person_id } = bench;
  // An account the manager does not see: the profile there goes too.
  const hidden = await insertRow(bench, "account", { name: "看不见的客户" });
  for (const on of [account_id, hidden]) {
    const of = { account_id: on, person_id, assessed_on: "2026-11-01" };
    await insertRow(bench, "stance_assessment", { ...of, stance: "ally" });
    await insertRow(bench, "influence_assessment", { ...of, influence: 4 });
  }
  await insertRow(bench, "style_assessment", {
    person_id,
    style: "driver",
    assessed_on: "2026-11-01",
  });
  const user_id = bench.managerId;
  const level = { current_level: 2, noted_on: "2026-11-01" };
  await insertRow(bench, "pair_level", { account_id, user_id, person_id, ...level });
  const other = await insertRow(bench, "person", { name: "某同学" });
  const tie = {
    account_id,
    from_person_id: person_id,
    to_person_id: other,
    noted_on: "2026-11-01",
  };
  await insertRow(bench, "tie", { ...tie, kind: "schoolmate" });
  await insertRow(bench, "tie", { ...tie, kind: "matrix_line" });
  await withTenant(bench.world.database, bench.tenant.scope, (tx) =>
    sql`insert into idempotency_key (tenant_id, user_id, key, request_hash, status, response)
      values (${bench.tenant.tenantId}, ${user_id}, 'drawn', sha256('x'), 201,
        ${JSON.stringify({ fromPersonId: person_id, evidence: "同班" })}::jsonb)`.execute(tx),
  );
  await withdraw(consent.id);
  expect(await rowsOf("idempotency_key", "key = 'drawn'")).toEqual([]);
  for (const table of [
    "stance_assessment",
    "influence_assessment",
    "style_assessment",
    "pair_level",
  ]) {
    expect(await rowsOf(table), table).toEqual([]);
  }
  expect((await rowsOf("tie")).map(({ kind }) => kind)).toEqual(["matrix_line"]);
  expect(await rowsOf("person", `id = '${person_id}'`)).toMatchObject([{ no_profiling: true }]);
  expect(await auditOf(bench.world, bench.tenant, "profile.ended", person_id)).toHaveLength(1);
  await consentTo(bench, "profile");
  expect(await rowsOf("person", `id = '${person_id}'`)).toMatchObject([{ no_profiling: false }]);
});

test("a judgement written while the consent is being withdrawn does not outlive it", async () => {
  const { body: consent } = await consentTo(bench, "profile");
  const { accountId, personId, world, tenant } = bench;
  const withdrawals: ReturnType<typeof withdraw>[] = [];
  await withTenant(world.database, tenant.scope, async (tx) => {
    // As whoever judges a person does it: the person's row is held, then the judgement written.
    await sql`select 1 from person where id = ${personId}::uuid for share`.execute(tx);
    await sql`insert into stance_assessment (tenant_id, id, account_id, person_id, stance, assessed_on)
      values (${tenant.tenantId}, gen_random_uuid(), ${accountId}, ${personId}, 'opponent', '2026-11-01')`.execute(
      tx,
    );
    withdrawals.push(withdraw(consent.id));
    for (let waiting = 0; waiting === 0; ) {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from pg_locks where not granted
        and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx);
      waiting = rows[0]?.n ?? 0;
    }
  });
  expect(await Promise.all(withdrawals)).toMatchObject([{ status: 200 }]);
  expect(await rowsOf("stance_assessment", `person_id = '${personId}'`)).toEqual([]);
});

test("an edited text is another text: consents to the old one carry nothing new", async () => {
  const { body: consent, purpose } = await consentTo(bench, "books", { scope: ["books"] });
  const old = await textOf(bench.compliance, "books");
  const publish = (body: object, who = bench.compliance) =>
    who(consentTexts.publish, { body: { scope: old.scope, purpose, words: old.words, ...body } });
  expect((await publish({})).body.code).toBe("consent.text_unchanged");
  expect((await publish({ words: "x" }, bench.manager)).status).toBe(403);
  const bundled = await publish({ scope: ["books", "itinerary"], words: "x" });
  expect(bundled.body.code).toBe("consent.sensitive_bundled");
  const edited = await publish({ words: `${old.words}（修订）`, replacesId: old.id });
  expect(edited.status).toBe(201);
  expect(edited.body).toMatchObject({ isShipped: false, can: { edit: true } });
  expect((await textOf(bench.manager, "books")).id).toBe(edited.body.id);
  const now = (await listed()).find(({ id }) => id === consent.id);
  expect(now).toMatchObject({ state: "outdated", words: old.words });
  const fact = { kind: "books", basis: "consent", purpose, consentId: consent.id } as const;
  const refused = await enter(bench.manager, bench.personId, fact);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  const retired = await bench.compliance(consentTexts.retire, {
    params: { textId: edited.body.id },
  });
  expect(retired.body.retiredAt).not.toBeNull();
  const again = await bench.compliance(consentTexts.retire, { params: { textId: edited.body.id } });
  expect(again.body.code).toBe("consent.text_retired");
  const { body: all } = await bench.compliance(consentTexts.list, { query: { all: "true" } });
  expect(
    all.items.filter((text: { scope: string[] }) => text.scope.includes("books")),
  ).toHaveLength(2);
  await expect(textOf(bench.manager, "books")).rejects.toThrow();
});

test("every night what rests on consents that have run out is deleted, once, with a receipt", async () => {
  const { body: consent, purpose } = await consentTo(bench, "school", { scope: ["school"] });
  const basis = { basis: "consent", purpose, consentId: consent.id } as const;
  await enter(bench.manager, bench.personId, { kind: "school", ...basis });
  await askTenant(
    bench.world,
    bench.tenant,
    `update consent set given_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = '${consent.id}'`,
  );
  const loose = await uploadEvidence(bench.manager, pdfBytes);
  await askTenant(
    bench.world,
    bench.tenant,
    `update stored_file set stored_at = now() - interval '2 days' where tenant_id = '${bench.tenant.tenantId}'`,
  );
  const context = jobContextOf(bench.app, bench.tenant.tenantId);
  for (let night = 0; night < 2; night++) {
    await consentJobs.end_expired_consents({ tenantId: bench.tenant.tenantId }, context);
  }
  expect(await rowsOf("fact", `consent_id = '${consent.id}'`)).toEqual([]);
  const receipts = await rowsOf(
    "deletion_receipt",
    `consent_id = '${consent.id}' and reason = 'consent_expired'`,
  );
  expect(receipts.map(({ counts }) => counts)).toEqual(
    expect.arrayContaining([{ school: 1 }, { consent: 1 }]),
  );
  expect(receipts).toHaveLength(2);
  expect((await withdraw(consent.id)).body.code).toBe("consent.ended");
  expect(await rowsOf("stored_file", `id = '${loose.body.id}'`)).toEqual([]);
  expect((await rowsOf("stored_file")).length).toBeGreaterThan(0);
});

test("another workspace can neither withdraw nor look", async () => {
  const { body: consent } = await consentTo(bench, "birth_year", { scope: ["birth_year"] });
  const foreign = await makeTenant(bench.world);
  const stranger = await sessionOf(
    bench.app,
    foreign,
    await makeUser(bench.world, foreign, "compliance"),
  );
  expect((await withdraw(consent.id, stranger)).body.code).toBe("consent.not_found");
  const params = { consentId: consent.id };
  expect((await stranger(consents.evidence, { params })).body.code).toBe("consent.not_found");
  expect((await stranger(consents.makeLink, { params })).body.code).toBe("consent.not_found");
  expect((await listed()).find(({ id }) => id === consent.id)?.state).toBe("active");
});
