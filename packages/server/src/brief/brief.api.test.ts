import { briefs } from "@mainstay/contract/brief";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeFact, makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let director: TestCaller;
let directorId: string;
let accountId: string;
let bossId: string;
let techId: string;

const insert = (table: string, row: Record<string, unknown>) =>
  withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto(table as "tie")
      .values({ tenant_id: tenant.tenantId, id: newId(), ...row } as never)
      .execute(),
  );

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  directorId = await makeUser(world, tenant, "director");
  director = await sessionOf(app, tenant, directorId);
  accountId = await makeAccount(world, tenant, { name: "简报客户" });
  bossId = (await makePerson(world, tenant, accountId, "张总", { title: "总经理" })).personId;
  techId = (
    await makePerson(world, tenant, accountId, "李工", { title: "总工程师", department: "技术部" })
  ).personId;
  await makePerson(world, tenant, accountId, "路人", { title: "前台" });
  const about = { account_id: accountId, assessed_by: directorId };
  await insert("buying_role", { account_id: accountId, person_id: bossId, role: "economic_buyer" });
  await insert("buying_role", { account_id: accountId, person_id: techId, role: "technical" });
  await insert("stance_assessment", {
    ...about,
    person_id: techId,
    stance: "sceptic",
    assessed_on: "2026-11-01",
  });
  await insert("style_assessment", {
    person_id: techId,
    style: "analytical",
    assessed_by: directorId,
    assessed_on: "2026-11-01",
  });
  await insert("interaction", {
    account_id: accountId,
    occurred_on: "2026-10-20",
    kind: "visit",
    summary: "谈交期",
    person_ids: [techId],
    logged_by: directorId,
  });
  await insert("task", { account_id: accountId, title: "给方案", due_on: "2026-01-01" });
  await insert("account_profile", {
    account_id: accountId,
    topic: "latent_needs",
    answer: "减少停机",
    source: "拜访",
    answered_on: "2026-10-20",
  });
  const params = {
    gapDays: 30,
    spreadDays: 5,
    sinceYear: 2023,
    lastOn: "2026-09-01",
    expectedOn: "2026-10-01",
    overdueDays: 50,
    probability: 0.8,
  };
  const reason = JSON.stringify({ code: "signal.rhythm_broken", params });
  await makeSignal(world, tenant, accountId, { reason });
  await makeFact(world, tenant, bossId, "birthday", {
    shape: "anniversary",
    calendar: "solar",
    month: 12,
    day: 5,
    year: null,
    isLeapMonth: false,
  });
});

const brief = (query: object = {}, who = director) =>
  who(briefs.get, { params: { accountId }, query });

test("the brief names whom to meet by weight, how to meet them and what to bring", async () => {
  const { body } = await brief({ purpose: "续约", visitOn: "2026-12-01" });
  expect(body).toMatchObject({ purpose: "续约", visitOn: "2026-12-01", profileHidden: false });
  expect(body.people).toMatchObject([
    {
      name: "张总",
      role: "economic_buyer",
      stance: null,
      play: "find_out",
      material: "industry_value",
      lastContactOn: null,
    },
    {
      name: "李工",
      role: "technical",
      stance: { value: "sceptic" },
      play: "proof",
      style: "analytical",
      material: "technical_proof",
      lastContactOn: "2026-10-20",
    },
  ]);
  expect(body.promises).toMatchObject([{ title: "给方案", dueOn: "2026-01-01" }]);
  expect(body.interactions).toMatchObject([{ summary: "谈交期", people: ["李工"] }]);
  expect(body.profile).toMatchObject([{ topic: "latent_needs", answer: "减少停机" }]);
  expect(body.days).toContainEqual(expect.objectContaining({ kind: "birthday", on: "2026-12-05" }));
});

test("the questions come from what is owed, warned of and unknown", async () => {
  const { body } = await brief();
  expect(body.questions.map(({ code }: { code: string }) => code)).toEqual([
    "promise",
    "signal",
    "stance",
    "topic",
    "topic",
    "topic",
  ]);
  expect(body.questions[2].params).toEqual({ name: "张总" });
});

test("whoever is named is on the page, also from outside the chain; strangers are refused", async () => {
  const other = await makeAccount(world, tenant, { name: "别家" });
  const { personId } = await makePerson(world, tenant, other, "外人");
  expect((await brief({ personIds: techId })).body.people).toHaveLength(1);
  for (const personIds of [personId, crypto.randomUUID()])
    expect((await brief({ personIds })).body.code).toBe("person.not_found");
  expect((await brief({ personIds: "nonsense" })).body.code).toBe("request.invalid");
});

test("who may not see profiles gets the people without stance, style and birthday", async () => {
  const service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  const { body } = await brief({ visitOn: "2026-12-01" }, service);
  expect(body.profileHidden).toBe(true);
  expect(body.people.map(({ name }: { name: string }) => name).sort()).toEqual(["张总", "李工"]);
  for (const person of body.people)
    expect(person).toMatchObject({ stance: null, style: null, play: null, pair: null });
  expect(JSON.stringify(body.days)).not.toContain("birthday");
});

test("own sight and other workspaces find no such account", async () => {
  const foreign = await makeTenant(world);
  const callers = [
    await sessionOf(app, tenant, await makeUser(world, tenant, "manager")),
    await sessionOf(app, foreign, await makeUser(world, foreign, "director")),
  ];
  for (const caller of callers) {
    expect((await brief({}, caller)).body.code).toBe("account.not_found");
    const printed = await caller(briefs.print, { params: { accountId } });
    expect(printed.status).toBe(404);
  }
});

test("the print is a PDF of one page in the caller's language, and is on record", async () => {
  for (const locale of ["zh-CN", "en"]) {
    const { status, bytes } = await director(briefs.print, {
      params: { accountId },
      query: { visitOn: "2026-12-01" },
      headers: { "accept-language": locale },
    });
    expect(status).toBe(200);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  }
  const audits = await auditOf(world, tenant, "brief.printed", accountId);
  expect(audits).toHaveLength(2);
  expect(JSON.stringify(audits)).toContain(techId);
});
