import { type AccountRow, accountSorts, accounts } from "@mainstay/contract/account";
import { accountColumnWords } from "@mainstay/phrases/account/account-column-words";
import { beforeAll, expect, test } from "vitest";
import { writeCursor } from "../platform/http/page-cursor.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let managerId: string;

/** Few values and many nulls, so that equal keys and missing ones meet at every page's edge. */
const spread = [
  { value_at_risk_minor: 500, revenue_12m_minor: 9_000, growth: 0.1, p_lost: 0.95, level: "lost" },
  { value_at_risk_minor: 500, revenue_12m_minor: -20, growth: null, p_lost: 0.1, level: "fine" },
  { value_at_risk_minor: 0, revenue_12m_minor: 9_000, growth: 1 / 3, p_lost: null },
  { value_at_risk_minor: -7, revenue_12m_minor: 0, growth: -1, p_lost: 0, level: "watch" },
];
const days = ["2026-11-01", "2026-11-01", null, "2020-02-29"];

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  for (let i = 0; i < 23; i++) {
    await makeAccount(
      world,
      tenant,
      {
        name: i % 3 === 0 ? "同名客户" : `客户${i}`,
        external_id: `L-${String(i).padStart(3, "0")}`,
        industry: i % 2 ? "化工" : "机械",
        region: i % 5 ? "华东" : "西南",
        kinds: i % 4 ? ["economic"] : ["economic", "group"],
        manager_user_id: i % 3 ? managerId : null,
      },
      {
        ...spread[i % 4],
        last_order_on: days[i % 4],
        next_expected_on: days[(i + 1) % 4],
        clv_mid_minor: i % 6 ? 1_000 * (i % 5) : null,
        segment: [null, "core", "maintain", "develop"][i % 4],
        grade: i % 2 ? "key" : "none",
        open_signals: i % 2,
        proposed_segment: i % 7 ? null : "core",
      },
    );
  }
});

/** Queries go over the wire as text, so tests write them as text. */
type Query = never;

const walk = async (query: object, who = admin): Promise<AccountRow[]> => {
  const rows: AccountRow[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await who(accounts.list, { query: { ...query, cursor } as Query });
    expect(status).toBe(200);
    rows.push(...body.items);
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  return rows;
};
const names = async (q: string) =>
  (await walk({ q, sort: "name", direction: "asc" })).map(({ name }) => name);

test.each(accountSorts.flatMap((sort) => [[sort, "asc"] as const, [sort, "desc"] as const]))(
  "paging by %s %s gives every account exactly once, in order",
  async (sort, direction) => {
    const rows = await walk({ sort, direction, limit: 4 });
    expect(rows).toHaveLength(23);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(23);
    const whole = await walk({ sort, direction, limit: 200 });
    expect(rows).toEqual(whole);
    const other = await walk({ sort, direction: direction === "asc" ? "desc" : "asc", limit: 5 });
    expect(other.toReversed()).toEqual(rows);
  },
);

test("the order is by the figure, what is not known last when the highest come first", async () => {
  const at = (await walk({ sort: "growth", direction: "desc" })).map(({ growth }) => growth);
  const known = at.filter((growth) => growth !== null);
  expect(known).toEqual(known.toSorted((a, b) => b - a));
  expect(at.slice(known.length).every((growth) => growth === null)).toBe(true);
});

const every = async (query: object, holds: (row: AccountRow) => boolean) => {
  const [all, found] = [await walk({ sort: "name" }), await walk({ ...query, sort: "name" })];
  expect(found).toEqual(all.filter(holds));
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all.length);
  const { body } = await admin(accounts.list, { query: { ...query, limit: 1 } as Query });
  expect(body.total).toBe(found.length);
  const summary = await admin(accounts.summary, { query: query as Query });
  expect(summary.body.accounts).toBe(found.length);
  expect(summary.body.revenue12mMinor).toBe(
    found.reduce((sum, row) => sum + row.revenue12mMinor, 0),
  );
};

test("filters say what they keep, alone and together, in list, total and summary", async () => {
  await every({ level: "lost,watch" }, ({ level }) => level === "lost" || level === "watch");
  await every({ segment: "core,none" }, ({ segment }) => segment === "core" || segment === null);
  await every({ segment: "none" }, ({ segment }) => segment === null);
  await every({ grade: "key" }, ({ grade }) => grade === "key");
  await every({ industry: "化工" }, ({ industry }) => industry === "化工");
  await every({ managerUserId: "none" }, (row) => row.managerUserId === null);
  await every({ managerUserId: managerId }, (row) => row.managerUserId === managerId);
  await every({ hasSignal: true }, ({ openSignals }) => openSignals > 0);
  await every({ hasSignal: false }, ({ openSignals }) => openSignals === 0);
  await every({ hasProposal: true }, (row) => row.proposedSegment !== null);
  await every({ revenueMin: 0, revenueMax: 8_999 }, (row) => row.revenue12mMinor === 0);
  await every({ q: "同名" }, ({ name }) => name === "同名客户");
  await every(
    { level: "lost", industry: "机械", region: "华东", q: "客户" },
    (row) => row.level === "lost" && row.industry === "机械" && row.region === "华东",
  );
  const group = await walk({ kind: "group" });
  expect(group).toHaveLength(6);
});

test("`me` and own sight keep to the reader", async () => {
  const manager = await sessionOf(app, tenant, managerId);
  const mine = (await walk({})).filter((row) => row.managerUserId === managerId);
  expect(await walk({}, manager)).toEqual(mine);
  expect(await walk({ managerUserId: "me" }, manager)).toEqual(mine);
  expect((await manager(accounts.list)).body.total).toBe(mine.length);
  expect((await manager(accounts.summary)).body.accounts).toBe(mine.length);
  expect((await admin(accounts.list, { query: { managerUserId: "me" } as Query })).body.total).toBe(
    0,
  );
});

test("search finds a Chinese name by any of its characters, pinyin, initials, number and credit code", async () => {
  const own = await makeAccount(world, tenant, {
    name: "重庆长安汽车股份有限公司",
    short_name: "长安",
    external_id: "CQ-7788",
    uscc: "91500000202863287X",
  });
  const latin = await makeAccount(world, tenant, { name: "BASF 50%_Polymers (Nanjing)" });
  const finds = async (q: string) => (await walk({ q })).map(({ id }) => id);
  for (const q of [
    "庆",
    "长安",
    "安汽车",
    "重庆长安汽车股份有限公司",
    "chongqing",
    "zhangan",
    "changan",
    "cqca",
    "cq-7788",
    "7788",
    "91500000202863287X",
    "长 安",
  ]) {
    const found = await finds(q);
    if (q === "zhangan" || q === "长 安") expect(found, q).toEqual([]);
    else expect(found, q).toEqual([own]);
  }
  for (const q of ["basf", "ＢＡＳＦ", "50%_poly", "0%", "%_", "ba", "b"]) {
    expect(await finds(q), q).toEqual([latin]);
  }
  for (const q of ["5_%", "ba%f", "_", "%", "\\", "basf_50"]) expect(await finds(q), q).toEqual([]);
});

test("search looks through spaces and case, and an empty search is none", async () => {
  expect(await names("  同名  ")).toHaveLength(8);
  expect((await walk({ q: " " })).length).toBeGreaterThanOrEqual(23);
});

test("a cursor of another order, or a damaged one, is refused", async () => {
  const { body } = await admin(accounts.list, { query: { limit: 2 } as Query });
  const ask = async (cursor: string, query: object = {}) =>
    (await admin(accounts.list, { query: { ...query, cursor } as Query })).body.code;
  expect(await ask(body.nextCursor, { sort: "name" })).toBe("request.cursor_invalid");
  expect(await ask(body.nextCursor, { direction: "asc" })).toBe("request.cursor_invalid");
  expect(await ask(`${body.nextCursor.slice(0, -4)}`)).toBe("request.cursor_invalid");
  expect(await ask("rubbish")).toBe("request.cursor_invalid");
  const forged = writeCursor("valueAtRisk.desc", { key: "abc", id: crypto.randomUUID() });
  expect(await ask(forged)).toBe("request.invalid");
});

test("the total is right at once after an account was opened or handed over", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, own.adminUserId);
  const count = async (query: object = {}) =>
    (await caller(accounts.list, { query: query as Query })).body.total;
  expect(await count()).toBe(0);
  const made = await caller(accounts.create, { body: { name: "刚开的" } });
  expect(await count()).toBe(1);
  expect(await count({ managerUserId: "me" })).toBe(0);
  await caller(accounts.edit, {
    params: { accountId: made.body.id },
    body: { managerUserId: own.adminUserId },
    headers: { "if-match": "*" },
  });
  expect(await count({ managerUserId: "me" })).toBe(1);
});

test("the matrix draws judged accounts, and says what it leaves out", async () => {
  const own = await makeTenant(world);
  const scored = { value_score: 0.8, potential_score: 0.4, segment: "core", revenue_12m_minor: 9 };
  await makeAccount(world, own, { name: "已评" }, scored);
  await makeAccount(world, own, { name: "未评" });
  const caller = await sessionOf(app, own, own.adminUserId);
  const { body } = await caller(accounts.matrix);
  expect(body).toMatchObject({ policyVersion: 0, omitted: 0 });
  expect(body.points).toMatchObject([{ name: "已评", value: 0.8, potential: 0.4 }]);
});

test("the export is the list as seen: same rows, order and filter, words and major units", async () => {
  const query = {
    sort: "revenue12m",
    direction: "asc",
    level: "lost",
    columns: "name,externalId,level,revenue12m,growth",
  };
  const { status, body, headers } = await admin(accounts.export, { query: query as Query });
  expect(status).toBe(200);
  expect(headers["content-type"]).toContain("text/csv");
  const rows = await walk({ sort: "revenue12m", direction: "asc", level: "lost" });
  const { lost } = accountColumnWords["zh-CN"].level;
  const lines = String(body)
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe("客户,客户编号,风险等级,近12个月收入,同比增长");
  expect(lines.slice(1)).toEqual(
    rows.map((row) => `${row.name},${row.externalId},${lost},90.00,0.1000`),
  );
});

test("the export tames formulas, speaks GBK to old spreadsheets, and is on record", async () => {
  const own = await makeTenant(world);
  for (const name of ['=HYPERLINK("http://x")', "@SUM(A1)", "+86 公司", '好,"名"']) {
    await makeAccount(world, own, { name });
  }
  const caller = await sessionOf(app, own, own.adminUserId);
  const columns = "name" as never;
  const plain = await caller(accounts.export, {
    query: { columns, sort: "name", direction: "asc" } as Query,
  });
  const cells = String(plain.body).split("\r\n").slice(1, -1);
  expect(cells.toSorted()).toEqual(
    ['"\'=HYPERLINK(""http://x"")"', "'+86 公司", "'@SUM(A1)", '"好,""名"""'].toSorted(),
  );
  const gbk = await caller(accounts.export, { query: { columns, encoding: "gbk" } as Query });
  expect(gbk.headers["content-type"]).toContain("gbk");
  const kept = await askTenant(world, own, "select 1 from audit where act = 'account.exported'");
  expect(kept).toHaveLength(2);
  const service = await sessionOf(app, own, await makeUser(world, own, "service"));
  expect((await service(accounts.export)).status).toBe(403);
});
