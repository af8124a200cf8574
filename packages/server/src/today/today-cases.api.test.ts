import { cases } from "@mainstay/contract/case";
import { type TodayItem, today } from "@mainstay/contract/today";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let colleagueId: string;
let manager: TestCaller;
let colleague: TestCaller;
let director: TestCaller;
let accountId: string;
let number = 0;

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const makeCase = (title: string, more: object) =>
  makeRow(world, tenant, "service_case", {
    number: ++number,
    account_id: accountId,
    kind: "fault",
    level: "general",
    title,
    channel: "phone",
    first_responder_id: managerId,
    handler_user_id: managerId,
    policy_version: 0,
    opened_at: hours(-500),
    reply_due_at: hours(2),
    solve_due_at: hours(48),
    ...more,
  });
const shownTo = async (who: TestCaller, query: object = {}) => {
  const { body } = await who(today.get, { query: { show: "case,promise", ...query } as never });
  return body as { items: TodayItem[]; counts: Record<string, number> };
};
const told = ({ items }: { items: TodayItem[] }) =>
  items.map((item) =>
    item.kind === "case"
      ? `${item.case.title}: ${item.because}, ${item.urgency}`
      : item.kind === "promise"
        ? `${item.promise.title}: ${item.urgency}`
        : item.kind,
  );

beforeAll(async () => {
  world = await testWorld();
  const app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  colleagueId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  colleague = await sessionOf(app, tenant, colleagueId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  accountId = await makeAccount(world, tenant, {
    name: "今日客户",
    manager_user_id: managerId,
    backup_user_id: colleagueId,
  });
  await makeCase("逾期", { reply_due_at: hours(-3) });
  const offered = await makeCase("转来", { replied_at: hours(-1) });
  await makeRow(world, tenant, "case_transfer", {
    case_id: offered,
    from_user_id: managerId,
    to_user_id: colleagueId,
    offered_by: managerId,
    offered_at: hours(-1),
    reason: "忙",
  });
  const solved = { status: "solved", replied_at: hours(-99), handler_user_id: colleagueId };
  await makeCase("没确认", { ...solved, solved_at: hours(-80) });
  await makeCase("刚解决", { ...solved, solved_at: hours(-2) });
  await makeCase("还早", { reply_due_at: hours(400), solve_due_at: hours(500) });
  const departmentId = await makeRow(world, tenant, "department", { name: "研发" });
  await makeRow(world, tenant, "promise", {
    account_id: accountId,
    title: "年底前给样机",
    department_id: departmentId,
    giver_user_id: managerId,
    made_on: "2026-01-01",
    due_on: "2026-01-05",
    first_due_on: "2026-01-05",
  });
});

test("who handles cases sees what is due, what they have to ask the customer, and what they promised", async () => {
  const shown = await shownTo(manager, { whose: "me" });
  expect(told(shown)).toEqual([
    "逾期: clock, now",
    "年底前给样机: overdue",
    "转来: clock, soon",
    "没确认: unconfirmed, soon",
  ]);
  expect(shown.counts).toMatchObject({ case: 3, promise: 1, overdue: 2 });
});

test("a case offered by a colleague stands on the list of who is to take it over, with who asks", async () => {
  const { items } = await shownTo(colleague, { whose: "me" });
  expect(items).toMatchObject([
    { kind: "case", because: "offered", offeredBy: { id: managerId }, case: { title: "转来" } },
  ]);
});

test("who oversees sees what is overdue or due by tomorrow", async () => {
  expect(told(await shownTo(director, { whose: "all" }))).toEqual([
    "逾期: clock, now",
    "年底前给样机: overdue",
  ]);
});

test("the list of cases finds what is offered to me and what nobody works on", async () => {
  await makeCase("没人管", { handler_user_id: null });
  const found = async (query: object) =>
    (await colleague(cases.list, { query: query as never })).body.items.map(
      ({ title }: { title: string }) => title,
    );
  expect(await found({ offeredToMe: "true" })).toEqual(["转来"]);
  expect(await found({ unassigned: "true" })).toEqual(["没人管"]);
  expect(await found({ greenChannel: "true" })).toEqual([]);
});
