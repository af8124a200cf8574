import { type DayView, days } from "@mainstay/contract/day";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeFact, makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let director: TestCaller;
let managerId: string;
let accountId: string;
let personId: string;

const lunarBirthday = { calendar: "lunar", month: 1, day: 1, year: null, isLeapMonth: false };

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  managerId = await makeUser(world, tenant, "manager");
  accountId = await makeAccount(world, tenant, {
    name: "纪念日客户",
    manager_user_id: managerId,
    contract_start_on: "2021-02-10",
  });
  ({ personId } = await makePerson(world, tenant, accountId, "张总", {
    title: "总经理",
    starts_on: "2022-02-08",
  }));
  await makeFact(world, tenant, personId, "birthday", lunarBirthday);
});

const upcoming = async (query: object, who = director): Promise<DayView[]> =>
  (await who(days.upcoming, { query: { days: 30, limit: 500, ...query } })).body.items;
const lines = (items: DayView[]) =>
  items.map(({ kind, on, person, account }) =>
    [kind, on, person?.name ?? account?.name ?? ""].join(" ").trim(),
  );

test("a lunar birthday shows on the right day of 2027 and 2030", async () => {
  for (const [fromOn, on] of [
    ["2027-01-20", "2027-02-06"],
    ["2030-01-20", "2030-02-03"],
  ] as const) {
    const [found] = await upcoming({ fromOn, kind: "birthday" });
    expect(found).toMatchObject({
      on,
      calendar: "lunar",
      lunar: { month: 1, day: 1, isLeapMonth: false },
      person: { id: personId, name: "张总", title: "总经理" },
      account: { id: accountId },
      manager: { id: managerId },
      years: null,
    });
  }
});

test("birthdays, five years in the job, cooperation and festivals come in the order of their days", async () => {
  expect(lines(await upcoming({ fromOn: "2027-02-01", days: 20 }))).toEqual([
    "birthday 2027-02-06 张总",
    "festival 2027-02-06",
    "work_anniversary 2027-02-08 张总",
    "cooperation_anniversary 2027-02-10 纪念日客户",
    "festival 2027-02-20",
  ]);
});

test("only round years of a job are remembered, every year of a cooperation is", async () => {
  const found = await upcoming({
    fromOn: "2026-02-01",
    kind: "work_anniversary,cooperation_anniversary",
  });
  expect(found).toMatchObject([{ kind: "cooperation_anniversary", years: 5, isRound: true }]);
});

test("a leap-month birthday is kept in the leap month, or in both months where the workspace says so", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, await makeUser(world, own, "director"));
  const account = await makeAccount(world, own, { name: "闰月" });
  const { personId: leap } = await makePerson(world, own, account, "闰六月");
  await makeFact(world, own, leap, "birthday", {
    ...lunarBirthday,
    month: 6,
    day: 15,
    isLeapMonth: true,
  });
  const year = async (fromOn: string) =>
    (await upcoming({ fromOn, days: 92, kind: "birthday" }, caller)).map(({ on }) => on);
  expect(await year("2025-06-20")).toEqual(["2025-08-08"]);
  expect(await year("2026-06-20")).toEqual(["2026-07-28"]);
  await withTenant(world.database, own.scope, (tx) =>
    tx
      .updateTable("tenant")
      .set({ leap_month_habit: "both" })
      .where("id", "=", own.tenantId)
      .execute(),
  );
  expect(await year("2025-06-20")).toEqual(["2025-07-09", "2025-08-08"]);
});

test("who may not know personal facts sees no birthday, but the job and the festival", async () => {
  for (const role of ["service", "analyst", "admin"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const kinds = (await upcoming({ fromOn: "2027-02-01", days: 20 }, caller)).map(
      ({ kind }) => kind,
    );
    expect(kinds).not.toContain("birthday");
    expect(kinds).toContain("work_anniversary");
  }
});

test("the days of one account or one person can be asked for alone", async () => {
  const other = await makeAccount(world, tenant, { name: "别家", contract_start_on: "2020-02-11" });
  const query = { fromOn: "2027-02-01", days: 20, kind: "cooperation_anniversary" };
  expect(lines(await upcoming({ ...query, accountId }))).toEqual([
    "cooperation_anniversary 2027-02-10 纪念日客户",
  ]);
  expect(lines(await upcoming({ ...query, accountId: other }))).toEqual([
    "cooperation_anniversary 2027-02-11 别家",
  ]);
  expect(await upcoming({ ...query, personId })).toEqual([]);
});

test("own sight and other workspaces see no foreign days", async () => {
  const query = {
    fromOn: "2027-02-01",
    days: 20,
    kind: "birthday,work_anniversary,cooperation_anniversary",
  };
  const outsider = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "director"));
  const owner = await sessionOf(app, tenant, managerId);
  expect((await upcoming(query, owner)).length).toBe(3);
  for (const caller of [outsider, stranger]) {
    expect(await upcoming(query, caller)).toEqual([]);
    const { body } = await caller(days.briefing, { params: { personId } });
    expect(body.code).toBe("person.not_found");
  }
});

test("the briefing names the last contacts and on what right the birthday is kept", async () => {
  const { body } = await director(days.briefing, { params: { personId } });
  expect(body).toMatchObject({
    person: { name: "张总", title: "总经理" },
    account: { id: accountId },
    interactions: [],
    birthday: { basis: "consent", expiresOn: "2035-12-31" },
  });
  const service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  expect((await service(days.briefing, { params: { personId } })).body.birthday).toBeNull();
});

test("a window beyond the lunar tables or no window at all is refused", async () => {
  for (const query of [
    { fromOn: "2100-01-01" },
    { fromOn: "1899-01-01" },
    { days: 0 },
    { days: 93 },
  ]) {
    const { body } = await director(days.upcoming, { query: query as never });
    expect(body.code).toBe("request.invalid");
  }
});
