import { audits } from "@mainstay/contract/audit";
import { pauses } from "@mainstay/contract/pause";
import { savedViews } from "@mainstay/contract/saved-view";
import { sessions } from "@mainstay/contract/session";
import { exchangeRates, workspaces } from "@mainstay/contract/setting";
import { workdays } from "@mainstay/contract/workday";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let tenant: TestTenant;
let admin: TestCaller;
beforeEach(async () => {
  app = await testApp();
  tenant = await makeTenant(await testWorld());
  admin = await sessionOf(app, tenant, tenant.adminUserId);
});

const as = async (role: "manager" | "director" | "analyst" | "compliance") =>
  sessionOf(app, tenant, await makeUser(await testWorld(), tenant, role));
const acts = async () =>
  (await admin(audits.list)).body.items.map((item: { act: string }) => item.act);
const openAccount = async (managerUserId: string | null = null) => {
  const id = randomUUID();
  await withTenant(app.database, tenant.scope, (tx) =>
    tx
      .insertInto("account")
      .values({ tenant_id: tenant.tenantId, id, name: "万华", manager_user_id: managerUserId })
      .execute(),
  );
  return id;
};
const jobsOf = async (task: string) => {
  const client = new pg.Client((await testWorld()).ownerUrl);
  await client.connect();
  const { rows } = await client.query(
    "select j.key from graphile_worker.jobs j where task_identifier = $1 and key like '%' || $2 || '%'",
    [task, tenant.tenantId],
  );
  await client.end();
  return rows.length;
};

test("the workspace's settings change for everybody on the next request", async () => {
  const manager = await as("manager");
  expect((await manager(sessions.current)).body.workspace.name).toBe("测试公司");
  const body = { name: "砥柱", amountUnit: "ten_thousand_yuan", timeZone: "Asia/Tokyo" } as const;
  const edited = await admin(workspaces.edit, { body });
  expect(edited.body).toMatchObject({ ...body, isCurrencyFixed: false, can: { edit: true } });
  const habit = { leapMonthHabit: "both" } as const;
  expect((await admin(workspaces.edit, { body: habit })).body).toMatchObject({ ...body, ...habit });
  expect((await manager(sessions.current)).body.workspace).toMatchObject(body);
  expect((await manager(workspaces.get)).body.can.edit).toBe(false);
  expect((await manager(workspaces.edit, { body })).status).toBe(403);
  const odd = await admin(workspaces.edit, { body: { timeZone: "Mars/Olympus" } });
  expect(odd.body.fields[0]).toMatchObject({ path: "timeZone", problem: "unknown_value" });
  expect(await acts()).toContain("workspace.edited");
});

test("the base currency is free until trade is booked in it", async () => {
  expect((await admin(workspaces.edit, { body: { baseCurrency: "EUR" } })).status).toBe(200);
  const account_id = await openAccount();
  await withTenant(app.database, tenant.scope, (tx) =>
    tx
      .insertInto("sales_order")
      .values({
        tenant_id: tenant.tenantId,
        id: randomUUID(),
        external_id: "1",
        account_id,
        kind: "order",
        ordered_on: "2026-01-01",
        booked_on: "2026-01-01",
        currency: "EUR",
        net_minor: 100,
        base_net_minor: 100,
      })
      .execute(),
  );
  const refused = await admin(workspaces.edit, { body: { baseCurrency: "CNY" } });
  expect(refused.body.code).toBe("setting.currency_in_use");
  expect((await admin(workspaces.edit, { body: { baseCurrency: "EUR" } })).status).toBe(200);
});

test("a rate is kept exactly, ordered once for restating, and only finance and administrators set it", async () => {
  const analyst = await as("analyst");
  const params = { currency: "USD", fromOn: "2026-01-01" };
  const put = (rate: string) => analyst(exchangeRates.put, { params, body: { rate } });
  expect((await put("7.1234567891")).body.rate).toBe("7.1234567891");
  expect((await put("7.10")).body.rate).toBe("7.1");
  expect(await jobsOf("revalue_trade")).toBe(1);
  const listed = await (await as("manager"))(exchangeRates.list);
  expect(listed.body).toEqual({
    baseCurrency: "CNY",
    items: [{ currency: "USD", fromOn: "2026-01-01", rate: "7.1" }],
  });
  for (const rate of ["0", "-1", "7.12345678912", "1e5", "", "12345678901"]) {
    expect((await put(rate)).status, rate).toBe(400);
  }
  const own = { currency: "CNY", fromOn: "2026-01-01" };
  expect((await analyst(exchangeRates.put, { params: own, body: { rate: "1" } })).status).toBe(400);
  const director = await as("director");
  expect((await director(exchangeRates.put, { params, body: { rate: "7" } })).status).toBe(403);
  expect((await analyst(exchangeRates.remove, { params })).status).toBe(204);
  expect((await analyst(exchangeRates.list)).body.items).toEqual([]);
  expect(await acts()).toEqual(["exchange_rate.removed", "exchange_rate.set", "exchange_rate.set"]);
});

test("a year's official holidays are adopted, single days changed, a pasted table taken or refused whole", async () => {
  expect((await admin(workdays.adoptOfficial, { body: { year: 2026 } })).body.days).toBe(39);
  const list = async () => (await admin(workdays.list, { query: { year: 2026 } })).body.items;
  expect((await list())[0]).toEqual({ onDate: "2026-01-01", isWorkday: false, label: "元旦" });
  const params = { onDate: "2026-12-25" };
  await admin(workdays.put, { params, body: { isWorkday: false, label: "公司日" } });
  expect((await list()).at(-1)).toEqual({ ...params, isWorkday: false, label: "公司日" });
  await admin(workdays.remove, { params });
  expect((await list()).length).toBe(39);
  const bad = await admin(workdays.importText, { body: { text: "2026-12-26 休\nrubbish" } });
  expect(bad.body).toMatchObject({ code: "workday.invalid", params: { line: 2 } });
  expect((await list()).length).toBe(39);
  const good = await admin(workdays.importText, { body: { text: "2026-12-26 休 盘点" } });
  expect(good.body.days).toBe(1);
  const none = await admin(workdays.adoptOfficial, { body: { year: 2031 } });
  expect(none.body.fields[0].detail).toContain("2026");
  expect((await (await as("director"))(workdays.remove, { params })).status).toBe(403);
});

test("an account's pause belongs to who sees and edits the account, everybody's to the administrator", async () => {
  const userId = await makeUser(await testWorld(), tenant, "manager");
  const manager = await sessionOf(app, tenant, userId);
  const mine = await openAccount(userId);
  const foreign = await openAccount();
  const add = (caller: TestCaller, accountId: string | null) =>
    caller(pauses.add, {
      body: { accountId, fromOn: "2026-02-01", toOn: "2026-02-28", reason: "停产检修" },
    });
  const added = await add(manager, mine);
  expect(added.body).toMatchObject({ accountName: "万华", can: { remove: true } });
  expect((await add(manager, foreign)).body.code).toBe("account.not_found");
  expect((await add(manager, null)).body.code).toBe("access.not_permitted");
  const everybody = await add(admin, null);
  expect(everybody.status).toBe(201);
  const seen = await manager(pauses.list, { query: { accountId: mine } });
  expect(seen.body.items.length).toBe(2);
  const removeAll = await manager(pauses.remove, { params: { pauseId: everybody.body.id } });
  expect(removeAll.body.code).toBe("access.not_permitted");
  expect((await manager(pauses.remove, { params: { pauseId: added.body.id } })).status).toBe(204);
  const backwards = { accountId: null, fromOn: "2026-02-02", toOn: "2026-02-01", reason: "x" };
  expect((await admin(pauses.add, { body: backwards })).body.fields[0].path).toBe("toOn");
  expect(await acts()).toEqual(["pause.removed", "pause.added", "pause.added"]);
});

test("a view is its owner's; sharing shows it to others without giving it away", async () => {
  const manager = await as("manager");
  const body = { place: "accounts" as const, name: "沉睡客户", query: { level: "lost" } };
  const mine = await manager(savedViews.save, { body });
  expect(mine.body).toMatchObject({ ...body, isMine: true, isShared: false });
  expect((await manager(savedViews.save, { body })).body.code).toBe("view.name_taken");
  expect((await admin(savedViews.list)).body.items).toEqual([]);
  const params = { viewId: mine.body.id };
  await manager(savedViews.change, { params, body: { isShared: true } });
  const seen = (await admin(savedViews.list, { query: { place: "accounts" } })).body.items;
  expect(seen).toMatchObject([{ name: "沉睡客户", isMine: false, ownerName: "manager" }]);
  const stolen = await admin(savedViews.change, { params, body: { name: "我的" } });
  expect(stolen.body.code).toBe("view.not_found");
  expect((await admin(savedViews.remove, { params })).status).toBe(404);
  expect((await manager(savedViews.remove, { params })).status).toBe(204);
});

test("the record of acts filters, pages without gaps, and is for compliance and administrators", async () => {
  for (let day = 1; day <= 7; day++) {
    const params = { onDate: `2026-03-0${day}` };
    await admin(workdays.put, { params, body: { isWorkday: false } });
  }
  const compliance = await as("compliance");
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { act: "workday.set", limit: 3, cursor };
    const { body } = await compliance(audits.list, { query });
    seen.push(...body.items.map((item: { subjectId: string }) => item.subjectId));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((day) => `2026-03-0${day}`));
  const one = await compliance(audits.list, { query: { subjectId: "2026-03-03" } });
  expect(one.body.items[0]).toMatchObject({ actor: { id: tenant.adminUserId } });
  const old = await compliance(audits.list, { query: { toOn: "2020-01-01" } });
  expect(old.body.items).toEqual([]);
  const broken = await compliance(audits.list, { query: { cursor: "abc" } });
  expect(broken.body.code).toBe("request.cursor_invalid");
  expect((await (await as("director"))(audits.list)).status).toBe(403);
});
