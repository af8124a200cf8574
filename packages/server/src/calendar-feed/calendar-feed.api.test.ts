import { calendarFeeds, calendars } from "@mainstay/contract/calendar";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { nobody, sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let accountId: string;

const soon = (days: number) => testDay(days);

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  accountId = await makeAccount(world, tenant, { name: "订阅客户", manager_user_id: managerId });
});

const make = async (who = manager): Promise<string> => {
  const { status, body } = await who(calendarFeeds.make);
  expect(status).toBe(201);
  return body.url.split("/").at(-1) ?? "";
};
const actsOf = async () =>
  (
    await askTenant<{ act: string }>(
      world,
      tenant,
      "select act from audit where act like 'calendar_feed%' order by at",
    )
  ).map(({ act }) => act);
const fetchFeed = (file: string) => nobody(app)(calendarFeeds.read, { params: { file } });
const titlesOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one).summary);

test("a calendar program reads the owner's plans and dues without signing in, privately", async () => {
  await manager(calendars.add, {
    body: {
      kind: "visit",
      title: "拜访",
      onDate: soon(3),
      accountId,
      recurrence: "FREQ=WEEKLY;COUNT=3",
    },
  });
  await makeRow(world, tenant, "task", {
    account_id: accountId,
    title: "寄样品",
    due_on: soon(5),
    owner_user_id: managerId,
  });
  const file = await make();
  expect(file).toMatch(/^[0-9a-f-]{36}\.[\w-]{43}\.ics$/);
  const answer = await fetchFeed(file);
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(answer.headers["cache-control"]).toBe("private, max-age=300");
  const titles = titlesOf(answer.body);
  expect(titles).toContain("订阅客户 · 拜访");
  expect(titles).toContain("订阅客户 · 寄样品");
  expect((await fetchFeed(file.replace(/\.ics$/, ""))).status).toBe(200);
  expect((await manager(calendarFeeds.get)).body.feed.lastUsedAt).not.toBeNull();
  expect(await actsOf()).toEqual(["calendar_feed.made"]);
});

test("the secret is kept as a hash only", async () => {
  const file = await make();
  const secret = file.split(".")[1] ?? "";
  const rows = await askTenant(
    world,
    tenant,
    `select row_to_json(f)::text as text from calendar_feed f`,
  );
  expect(JSON.stringify(rows)).not.toContain(secret);
  const acts = await askTenant(world, tenant, "select row_to_json(a)::text as text from audit a");
  expect(JSON.stringify(acts)).not.toContain(secret);
});

test("birthdays and work anniversaries stay out of what leaves the workspace; cooperation anniversaries are in", async () => {
  const personId = await makeRow(world, tenant, "person", { name: "金丝雀王五" });
  await makeRow(world, tenant, "position", {
    account_id: accountId,
    person_id: personId,
    starts_on: `${Number(soon(10).slice(0, 4)) - 5}${soon(10).slice(4)}`,
  });
  await askTenant(
    world,
    tenant,
    `update account set contract_start_on = (date '${soon(8)}' - interval '3 years')::date where id = '${accountId}'`,
  );
  const { body } = await fetchFeed(await make());
  expect(body.replaceAll("\r\n ", "")).not.toContain("金丝雀");
  expect(titlesOf(body)).toContain("与 订阅客户 合作满 3 年");
});

test("an address that was revoked, replaced, cut, swapped to another workspace or whose owner has gone is 404", async () => {
  const first = await make();
  const second = await make();
  expect((await fetchFeed(first)).status).toBe(404);
  expect((await fetchFeed(second)).status).toBe(200);
  const foreign = await makeTenant(world);
  const swapped = `${foreign.tenantId}.${second.split(".")[1]}.ics`;
  for (const file of [swapped, second.slice(0, 60), "x", `${second}.ics`, "%27;drop", "..%2f.ics"])
    expect((await fetchFeed(file)).status, file).toBe(404);
  expect((await manager(calendarFeeds.revoke)).status).toBe(204);
  expect((await fetchFeed(second)).status).toBe(404);
  expect((await manager(calendarFeeds.revoke)).body.code).toBe("calendar_feed.not_found");
  expect((await manager(calendarFeeds.get)).body.feed).toBeNull();
  expect((await actsOf()).at(-1)).toBe("calendar_feed.revoked");
  const leaver = await makeUser(world, tenant, "manager");
  const gone = await make(await sessionOf(app, tenant, leaver));
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${leaver}'`);
  expect((await fetchFeed(gone)).status).toBe(404);
});

test("a feed shows what its owner sees now, not what they saw when it was made; a token makes none", async () => {
  const file = await make();
  await askTenant(
    world,
    tenant,
    `update account set manager_user_id = null where id = '${accountId}'`,
  );
  expect((await fetchFeed(file)).body).not.toContain("订阅客户");
  const program = await tokenOf(app, tenant, managerId, ["read", "write"]);
  expect((await program(calendarFeeds.make)).body.code).toBe("access.scope_missing");
});
