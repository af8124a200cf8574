import { consents } from "@mainstay/contract/consent";
import { facts } from "@mainstay/contract/fact";
import { privacy } from "@mainstay/contract/privacy";
import { type SubjectRequestView, subjectRequests } from "@mainstay/contract/subject-request";
import { beforeEach, expect, test } from "vitest";
import type { DB } from "../schema.gen.ts";
import { enter } from "../fact/fact-test-bench.ts";
import { sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeUser } from "../platform/test-world/make-tenant.ts";
import {
  consentTo,
  insertRow,
  pdfBytes,
  type PrivacyBench,
  privacyBench,
  todayInShanghai,
  uploadEvidence,
} from "../privacy/privacy-test-bench.ts";

let bench: PrivacyBench;
beforeEach(async () => {
  bench = await privacyBench();
});

const record = (more: object = {}, who = bench.manager) =>
  who(subjectRequests.record, {
    body: {
      kind: "copy",
      requester: "陈建华本人",
      personId: bench.personId,
      receivedOn: todayInShanghai(),
      receivedVia: "phone",
      ...more,
    },
  });
const any = { "if-match": "*" };
const check = (requestId: string, body: object = {}, who = bench.compliance) =>
  who(subjectRequests.checkIdentity, {
    params: { requestId },
    body: { how: "视频核对身份证", ...body },
    headers: any,
  });
const carryOut = (requestId: string, who = bench.compliance) =>
  who(subjectRequests.carryOut, {
    params: { requestId },
    body: { reply: "已按您的请求办理" },
    headers: any,
  });
const refuse = (requestId: string, reason = "身份无法核实", who = bench.compliance) =>
  who(subjectRequests.refuse, { params: { requestId }, body: { reason }, headers: any });
const rowsOf = (table: string, where = "true") =>
  askTenant<Record<string, unknown>>(
    bench.world,
    bench.tenant,
    `select * from ${table} where tenant_id = '${bench.tenant.tenantId}' and ${where}`,
  );
/** Everywhere people write about an account in their own words, with a name in each. */
const inOwnWords = (accountId: string, name: string) => {
  const [account_id, userId, on] = [accountId, bench.managerId, "2026-11-01"];
  return {
    approval: {
      account_id,
      kind: "gift",
      subject_kind: "gift",
      reason: "{}",
      note: `给${name}的月饼`,
      requested_by: userId,
      approver_role: "director",
      due_on: on,
    },
    rescue: {
      account_id,
      goal: `争取${name}支持`,
      stake_minor: 0,
      opened_by: userId,
      opened_on: on,
    },
    stage_entry: {
      account_id,
      stage: "stable",
      entered_on: on,
      how: "manual",
      reason: `${name}要求`,
    },
    health_adjustment: {
      account_id,
      points: 5,
      note: `${name}口头确认`,
      starts_on: on,
      ends_on: on,
    },
    account_team_member: {
      account_id,
      user_id: userId,
      seat: "service",
      since_on: on,
      note: `与${name}对接`,
    },
    programme_membership: {
      account_id,
      status: "nominated",
      rule_version: 1,
      scorecard: JSON.stringify({ fit: { score: 3, because: `${name}推荐`, reason: null } }),
      score: 50,
      because: `${name}推荐`,
      nominated_by: userId,
    },
    calendar_entry: {
      account_id,
      owner_user_id: userId,
      kind: "visit",
      title: `拜访${name}`,
      on_date: on,
    },
  };
};
const writeInOwnWords = async (accountId: string, name: string) => {
  for (const [table, row] of Object.entries(inOwnWords(accountId, name)))
    await insertRow(bench, table as keyof DB, row);
};

/** A request of a kind, its identity checked. */
const checked = async (kind: string): Promise<string> => {
  const { body } = await record({ kind });
  expect((await check(body.id)).body.status).toBe("identity_checked");
  return body.id;
};

test("a request is due after fifteen working days by the workspace's calendar, or what the workspace says", async () => {
  const { body } = await record({ receivedOn: "2026-09-28" });
  // 15 working days of the plain week; holidays move it on.
  expect(body.dueOn).toBe("2026-10-19");
  await askTenant(
    bench.world,
    bench.tenant,
    `insert into workday (tenant_id, on_date, is_workday) select '${bench.tenant.tenantId}', d::date, false
     from generate_series('2026-10-01'::date, '2026-10-07', interval '1 day') d`,
  );
  expect((await record({ receivedOn: "2026-09-28" })).body.dueOn).toBe("2026-10-26");
  const settings = { body: { requestWorkingDays: 3 } };
  expect((await bench.manager(privacy.editSettings, settings)).status).toBe(403);
  expect((await bench.compliance(privacy.editSettings, settings)).body.requestWorkingDays).toBe(3);
  expect((await record({ receivedOn: "2026-09-28" })).body.dueOn).toBe("2026-10-08");
  expect(await rowsOf("audit", "act = 'privacy.settings_changed'")).toHaveLength(1);
});

test("overdue requests stand first, closed ones apart", async () => {
  const late = await record({ receivedOn: "2026-01-05" });
  const fresh = await record();
  const shut = await record({ receivedOn: "2026-02-02" });
  await refuse(shut.body.id);
  const list = async (query: object) =>
    (await bench.compliance(subjectRequests.list, { query })).body as {
      items: SubjectRequestView[];
      total: number;
    };
  const working = await list({});
  expect(working.items.map(({ id }) => id)).toEqual([late.body.id, fresh.body.id]);
  expect(working.items[0]).toMatchObject({ isOverdue: true, person: { name: "陈建华" } });
  expect(working.items[1]).toMatchObject({ isOverdue: false });
  expect((await list({ status: "closed" })).items.map(({ id }) => id)).toEqual([shut.body.id]);
  const first = await bench.compliance(subjectRequests.list, {
    query: { status: "all", limit: 1 },
  });
  const cursor = first.body.nextCursor;
  const rest = await bench.compliance(subjectRequests.list, { query: { status: "all", cursor } });
  expect([...first.body.items, ...rest.body.items]).toHaveLength(3);
  const overview = await bench.compliance(privacy.overview);
  expect(overview.body).toMatchObject({ overdueRequests: 1, openRequests: 2 });
});

test("nothing is done before it is certain who asks, and a refusal has its reason", async () => {
  const { body } = await record({ kind: "erase" });
  expect((await carryOut(body.id)).body.code).toBe("subject_request.identity_unchecked");
  expect(await rowsOf("person", `id = '${bench.personId}'`)).toHaveLength(1);
  expect((await refuse(body.id, "")).body.code).toBe("request.invalid");
  const refused = await refuse(body.id);
  expect(refused.body).toMatchObject({ status: "refused", refusalReason: "身份无法核实" });
  for (const answer of [await check(body.id), await carryOut(body.id), await refuse(body.id)]) {
    expect(answer.body.code).toBe("subject_request.closed");
  }
  expect(await auditOf(bench.world, bench.tenant, "subject_request.refused", body.id)).toHaveLength(
    1,
  );
});

test("an act on nobody in particular is refused until the person is named", async () => {
  const { body } = await record({ kind: "restrict", personId: undefined });
  await check(body.id);
  expect((await carryOut(body.id)).body.code).toBe("subject_request.person_missing");
  expect((await check(body.id, { personId: crypto.randomUUID() })).body.code).toBe(
    "person.not_found",
  );
  expect((await check(body.id, { personId: bench.personId })).status).toBe(200);
  expect((await carryOut(body.id)).body.status).toBe("done");
});

test("erasing leaves nothing of the person but a receipt; our history stays without them", async () => {
  const { personId: person_id, accountId: account_id } = bench;
  const file = await uploadEvidence(bench.manager, pdfBytes);
  const { body: consent, purpose } = await consentTo(bench, "hometown", {
    method: "paper",
    evidenceFileId: file.body.id,
  });
  await enter(bench.manager, person_id, {
    kind: "hometown",
    basis: "consent",
    purpose,
    consentId: consent.id,
  });
  const of = { account_id, person_id, assessed_on: "2026-11-01" };
  await insertRow(bench, "stance_assessment", { ...of, stance: "ally" });
  await insertRow(bench, "interaction", {
    account_id,
    occurred_on: "2026-11-01",
    kind: "meeting",
    summary: "与陈建华讨论报价",
    topic: "陈建华的报价",
    person_ids: [person_id],
  });
  await insertRow(bench, "task", { account_id, title: "给陈建华回电", skip_reason: "陈建华没空" });
  await writeInOwnWords(account_id, "陈建华");
  await insertRow(bench, "signal", {
    account_id,
    kind: "stance_stale",
    severity: "watch",
    reason: JSON.stringify({ code: "x", params: { person: "陈建华", personId: person_id } }),
    first_seen_on: "2026-11-01",
    last_seen_on: "2026-11-01",
  });
  const requestId = await checked("erase");
  const done = await carryOut(requestId);
  expect(done.body).toMatchObject({ status: "done", person: null, isPersonGone: true });
  const tables = await askTenant<{ name: string }>(
    bench.world,
    bench.tenant,
    `select distinct table_name as name from information_schema.columns where column_name = 'person_id'
       and table_schema = 'public' and table_name not in ('deletion_receipt', 'subject_request')`,
  );
  expect(tables.length).toBeGreaterThan(8);
  for (const { name } of tables) {
    expect(await rowsOf(name, `person_id = '${person_id}'`), name).toEqual([]);
  }
  expect(await rowsOf("person", `id = '${person_id}'`)).toEqual([]);
  expect(await rowsOf("stored_file")).toEqual([]);
  expect(await rowsOf("interaction")).toMatchObject([
    { summary: "与某人讨论报价", topic: "某人的报价", person_ids: [] },
  ]);
  expect(await rowsOf("task")).toMatchObject([{ title: "给某人回电", skip_reason: "某人没空" }]);
  for (const table of Object.keys(inOwnWords(account_id, "")) as (keyof DB)[]) {
    const kept = JSON.stringify(await rowsOf(table));
    expect(kept, table).toContain("某人");
    expect(kept, table).not.toContain("陈建华");
  }
  expect(JSON.stringify(await rowsOf("signal"))).not.toContain("陈建华");
  const receipts = await rowsOf("deletion_receipt", `person_id = '${person_id}'`);
  expect(receipts.map(({ counts }) => counts)).toEqual(
    expect.arrayContaining([
      { hometown: 1 },
      { person: 1, position: 1, consent: 1, stance_assessment: 1, stored_file: 1 },
    ]),
  );
  expect(await auditOf(bench.world, bench.tenant, "person.erased", person_id)).toHaveLength(1);
});

test("restricting leaves storage only: nobody but compliance sees facts or profile, until it is lifted", async () => {
  await enter(bench.manager, bench.personId, { kind: "school", source: "公司网站" });
  const seen = async (who: PrivacyBench["manager"]) =>
    (await who(facts.dossier, { params: { personId: bench.personId } })).body.facts?.length ?? 0;
  expect(await seen(bench.manager)).toBe(1);
  await carryOut(await checked("restrict"));
  expect(await seen(bench.manager)).toBe(0);
  expect((await bench.compliance(privacy.overview)).body.restrictedPersons).toMatchObject([
    { id: bench.personId },
  ]);
  const lift = (who: PrivacyBench["manager"]) =>
    who(subjectRequests.liftRestriction, {
      params: { personId: bench.personId },
      body: { reason: "争议已解决" },
    });
  expect((await lift(bench.manager)).status).toBe(403);
  expect((await lift(bench.compliance)).body).toEqual({ isRestricted: false });
  expect(await seen(bench.manager)).toBe(1);
});

test("an objection ends the profile and what describes interests, and keeps the rest", async () => {
  const { accountId: account_id, personId: person_id } = bench;
  await enter(bench.manager, person_id, { kind: "sports", source: "公司网站" });
  await enter(bench.manager, person_id, { kind: "school", source: "公司网站" });
  const of = { account_id, person_id, assessed_on: "2026-11-01" };
  await insertRow(bench, "stance_assessment", { ...of, stance: "ally" });
  await carryOut(await checked("object_profiling"));
  expect(await rowsOf("stance_assessment")).toEqual([]);
  expect((await rowsOf("fact")).map(({ kind }) => kind)).toEqual(["school"]);
  expect(await rowsOf("person", `id = '${person_id}'`)).toMatchObject([{ no_profiling: true }]);
});

test("a request to withdraw ends every living consent", async () => {
  await consentTo(bench, "sports");
  await consentTo(bench, "itinerary");
  await carryOut(await checked("withdraw"));
  const { body } = await bench.manager(consents.listOfPerson, {
    params: { personId: bench.personId },
  });
  expect(body.items.map(({ state }: { state: string }) => state)).toEqual([
    "withdrawn",
    "withdrawn",
  ]);
});

test("requests are recorded by who meets customers, seen by compliance and directors, handled by compliance", async () => {
  const as = async (role: "service" | "director" | "analyst") =>
    sessionOf(bench.app, bench.tenant, await makeUser(bench.world, bench.tenant, role));
  const [service, director, analyst] = [
    await as("service"),
    await as("director"),
    await as("analyst"),
  ];
  const { status, body } = await record({}, service);
  expect(status).toBe(201);
  expect((await record({}, analyst)).status).toBe(403);
  expect((await service(subjectRequests.list)).status).toBe(403);
  const seen = await director(subjectRequests.get, { params: { requestId: body.id } });
  expect(seen.body.can).toEqual({ checkIdentity: false, carryOut: false, refuse: false });
  expect((await check(body.id, {}, director)).status).toBe(403);
  expect((await record({ receivedOn: todayInShanghai(1) })).body.code).toBe(
    "subject_request.received_in_future",
  );
  const foreign = await privacyBench();
  expect((await record({}, foreign.manager)).body.code).toBe("person.not_found");
  for (const answer of [
    await check(body.id, {}, foreign.compliance),
    await refuse(body.id, "x", foreign.compliance),
  ]) {
    expect(answer.body.code).toBe("subject_request.not_found");
  }
});
