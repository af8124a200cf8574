import { calendars } from "@mainstay/contract/calendar";
import { interactions } from "@mainstay/contract/interaction";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let otherId: string;
let other: TestCaller;
let accountId: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  otherId = await makeUser(world, tenant, "manager");
  other = await sessionOf(app, tenant, otherId);
  accountId = await makeAccount(world, tenant, { name: "日历客户", manager_user_id: managerId });
});

const any = { "if-match": "*" };
const plan = (body: object, who = manager) =>
  who(calendars.add, {
    body: { kind: "visit", title: "拜访", onDate: "2026-09-07", ...body } as never,
  });
const read = async (query: object, who = manager) => {
  const answer = await who(calendars.range, {
    query: { from: "2026-09-01", to: "2026-10-13", ...query } as never,
  });
  return answer;
};
const act = (
  name: "edit" | "skip" | "remove",
  entryId: string,
  body?: object,
  headers: Record<string, string> = any,
  who = manager,
) =>
  who(calendars[name] as typeof calendars.edit, {
    params: { entryId },
    body: body as never,
    headers,
  });

test("a repeated plan is read on its days, one day is left out, all are moved, then removed; each act on record", async () => {
  const { status, body: made } = await plan({
    accountId,
    recurrence: "freq=weekly;count=4",
    startsMinute: 540,
    lastsMinutes: 60,
  });
  expect(status).toBe(201);
  expect(made).toMatchObject({
    recurrence: "FREQ=WEEKLY;COUNT=4",
    owner: { id: managerId },
    version: 1,
  });
  const daysOf = async () =>
    (await read({})).body.occurrences
      .filter(({ entryId }: { entryId: string }) => entryId === made.id)
      .map(({ on }: { on: string }) => on);
  expect(await daysOf()).toEqual(["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"]);
  const skipped = await act("skip", made.id, { on: "2026-09-14" });
  expect(skipped.body).toMatchObject({ skippedOn: ["2026-09-14"], version: 2 });
  expect((await act("skip", made.id, { on: "2026-09-15" })).body.code).toBe(
    "calendar_entry.no_such_day",
  );
  expect(await daysOf()).toEqual(["2026-09-07", "2026-09-21", "2026-09-28"]);
  const moved = await act("edit", made.id, { onDate: "2026-09-08" });
  expect(moved.body).toMatchObject({ onDate: "2026-09-08", skippedOn: [], startsMinute: 540 });
  expect((await act("remove", made.id)).status).toBe(204);
  expect(await daysOf()).toEqual([]);
  for (const done of ["planned", "skipped", "edited", "removed"])
    expect(await auditOf(world, tenant, `calendar_entry.${done}`, made.id), done).toHaveLength(1);
});

test("one answer holds plans, what is owed, tasks, handovers, festivals, lunar days and make-up workdays", async () => {
  await plan({ title: "国庆前拜访", onDate: "2026-09-29", accountId });
  const row = (table: Parameters<typeof makeRow>[2], columns: object) =>
    makeRow(world, tenant, table, { account_id: accountId, ...columns });
  await row("obligation", {
    kind: "review",
    policy_version: 1,
    policy_line: "default",
    period_from: "2026-07-01",
    period_to: "2026-09-30",
    due_on: "2026-09-30",
    owner_user_id: managerId,
  });
  await row("task", {
    title: "旧题",
    words: JSON.stringify({ title: { zh: "启动会", en: "Kick-off" } }),
    due_on: "2026-09-28",
    owner_user_id: managerId,
  });
  await row("handover", {
    side: "ours",
    seat: "manager",
    owner_user_id: managerId,
    due_at: "2026-09-29T16:30:00Z",
  });
  for (const query of [{}, { accountId }, { userId: managerId }]) {
    const { body } = await read(query);
    expect(body.obligations).toMatchObject([{ kind: "review", dueOn: "2026-09-30" }]);
    expect(body.tasks).toMatchObject([{ title: "启动会", dueOn: "2026-09-28" }]);
    // Half past midnight of the next day in the workspace's zone.
    expect(body.handovers).toMatchObject([{ dueOn: "2026-09-30", account: { id: accountId } }]);
    expect(body.days.map(({ festival }: { festival: string }) => festival)).toEqual([
      "teachers_day",
      "mid_autumn",
      "national_day",
    ]);
    expect(body.marks).toHaveLength(42);
    const mark = (on: string) => body.marks.find((one: { on: string }) => one.on === on);
    expect(mark("2026-10-01")).toMatchObject({ isWorkday: false });
    expect(mark("2026-10-10")).toMatchObject({ isWorkday: true });
    expect(mark("2026-09-25").lunar).toEqual({ month: 8, day: 15, isLeapMonth: false });
  }
});

test("a planned visit becomes a logged contact, once, never before its day", async () => {
  const { body: made } = await plan({ accountId, recurrence: "FREQ=WEEKLY;COUNT=2" });
  const log = (on: string, who = manager) =>
    who(calendars.log, { params: { entryId: made.id }, body: { on, summary: "谈了新线" } });
  const { status, body: logged } = await log("2026-09-07");
  expect(status).toBe(201);
  expect(logged).toMatchObject({ kind: "visit", occurredOn: "2026-09-07", summary: "谈了新线" });
  expect((await log("2026-09-07")).body.code).toBe("calendar_entry.already_logged");
  expect((await log("2026-09-08")).body.code).toBe("calendar_entry.no_such_day");
  const contacts = await manager(interactions.list, { params: { accountId } });
  expect(contacts.body.items.map(({ id }: { id: string }) => id)).toContain(logged.id);
  const { body } = await read({});
  expect(body.occurrences.filter(({ isLogged }: { isLogged: boolean }) => isLogged)).toEqual([
    { entryId: made.id, on: "2026-09-07", isLogged: true },
  ]);
  expect(await auditOf(world, tenant, "calendar_entry.logged", made.id)).toHaveLength(1);
  const { body: future } = await plan({ accountId, onDate: "2099-01-05" });
  const early = await manager(calendars.log, {
    params: { entryId: future.id },
    body: { on: "2099-01-05", summary: "x" },
  });
  expect(early.body.code).toBe("interaction.in_future");
  const { body: bare } = await plan({ title: "写方案", kind: "other" });
  const without = await manager(calendars.log, {
    params: { entryId: bare.id },
    body: { on: "2026-09-07", summary: "x" },
  });
  expect(without.body.code).toBe("calendar_entry.without_account");
});

test("bombs, far years and half times are refused with their reason; tags in a title are text", async () => {
  const foreign = await makeTenant(world);
  const hidden = await makeAccount(world, tenant, { name: "看不见" });
  const refused: [object, string][] = [
    [{ recurrence: "FREQ=SECONDLY" }, "calendar_entry.recurrence_invalid"],
    [{ recurrence: "FREQ=DAILY;COUNT=1000000000" }, "calendar_entry.recurrence_invalid"],
    [{ recurrence: "FREQ=DAILY;UNTIL=20200101" }, "calendar_entry.recurrence_invalid"],
    [{ recurrence: "FREQ=DAILY\nRRULE:FREQ=DAILY" }, "calendar_entry.recurrence_invalid"],
    [{ onDate: "9999-12-31" }, "request.invalid"],
    [{ onDate: "1999-12-31" }, "request.invalid"],
    [{ onDate: "2026-02-30" }, "request.invalid"],
    [{ startsMinute: 540 }, "request.invalid"],
    [{ lastsMinutes: 30 }, "request.invalid"],
    [{ startsMinute: 1440, lastsMinutes: 30 }, "request.invalid"],
    [{ title: " " }, "request.invalid"],
    [{ title: "x".repeat(201) }, "request.invalid"],
    [{ accountId: hidden }, "account.not_found"],
    [{ ourUserIds: [foreign.adminUserId] }, "user.not_found"],
  ];
  for (const [body, code] of refused)
    expect((await plan(body)).body.code, JSON.stringify(body)).toBe(code);
  const title = `<img src=x onerror="alert(1)">`;
  expect((await plan({ title })).body.title).toBe(title);
  for (const query of [
    { from: "2026-09-01", to: "2026-12-01" },
    { from: "2026-09-01", to: "2026-09-01" },
    { from: "9999-12-01", to: "9999-12-31" },
    { from: "1800-01-01", to: "1800-02-01" },
  ])
    expect((await read(query)).body.code).toBe("request.invalid");
});

test("a plan of one's own without an account is nobody else's; one with an account is seen by who sees the account, and changed by its owner", async () => {
  const { body: own } = await plan({ title: "写周报", kind: "other" });
  const { body: shared } = await plan({ title: "一起去", accountId, ourUserIds: [otherId] });
  const director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const seen = (await read({ userId: managerId }, director)).body.entries.map(
    ({ id }: { id: string }) => id,
  );
  expect(seen).toContain(shared.id);
  expect(seen).not.toContain(own.id);
  expect((await act("edit", shared.id, { title: "改" }, any, director)).status).toBe(403);
  expect((await act("edit", own.id, { title: "改" }, any, director)).body.code).toBe(
    "calendar_entry.not_found",
  );
  // Who takes part sees the plan in their own calendar, the account they may not see unnamed.
  const theirs = (await read({}, other)).body.entries;
  expect(theirs).toMatchObject([
    { id: shared.id, account: null, can: { edit: false, log: false } },
  ]);
  expect((await read({ userId: managerId }, other)).body.code).toBe("user.not_found");
  expect((await read({ accountId }, other)).body.code).toBe("account.not_found");
});

test("another workspace finds nothing, an old version is refused, none named is 428, a repeated key plans once", async () => {
  const { body: made } = await plan({});
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await act("edit", made.id, { title: "x" }, any, stranger)).status).toBe(404);
  expect((await act("remove", made.id, undefined, any, stranger)).status).toBe(404);
  const match = { "if-match": '"1"' };
  const both = await Promise.all([
    act("edit", made.id, { title: "一" }, match),
    act("edit", made.id, { title: "二" }, match),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await act("edit", made.id, { title: "三" }, {})).status).toBe(428);
  const headers = { "idempotency-key": `plan-${tenant.tenantId}` };
  const body = { kind: "call" as const, title: "一次", onDate: "2026-09-07" };
  const [one, two] = [
    await manager(calendars.add, { body, headers }),
    await manager(calendars.add, { body, headers }),
  ];
  expect(two.body.id).toBe(one.body.id);
});
