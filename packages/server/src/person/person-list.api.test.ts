import { people } from "@mainstay/contract/person";
import { type PersonRow, personLists } from "@mainstay/contract/person-list";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, type TestCaller } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { addTo, insertRow, personBench } from "./person-test-bench.ts";

let bench: Awaited<ReturnType<typeof personBench>>;
beforeAll(async () => {
  bench = await personBench();
  const { director, accounts } = bench;
  await addTo(director, accounts.here, {
    name: "单雄信",
    title: "采购总监",
    department: "采购部",
    workPhone: "021-5588 7766",
    workEmail: "Shan.XX@Example.test",
    buyingRole: "economic_buyer",
  });
  await addTo(director, accounts.here, { name: "Anna Smith", title: "CFO", department: "Finance" });
  await addTo(director, accounts.here, { name: "总工程师", isPlaceholder: true });
  await addTo(director, accounts.there, { name: "阿依古丽·买买提", title: "厂长" });
  const mover = await addTo(director, accounts.there, { name: "秦叔宝" });
  await director(people.move, {
    params: { positionId: mover.id },
    body: { toAccountId: accounts.here, movedOn: "2026-01-01" },
  });
  const gone = await addTo(director, accounts.there, { name: "程咬金" });
  await director(people.leave, {
    params: { positionId: gone.id },
    body: { endsOn: "2026-01-01", endedBecause: "retired" },
  });
});

const search = async (query: object, who: TestCaller = bench.director): Promise<string[]> => {
  const { status, body } = await who(personLists.search, { query });
  expect(status).toBe(200);
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ name }: PersonRow) => name);
};

test("people are found by characters, pinyin, initials, number, title, phone and mail", async () => {
  const shan = ["单雄信", "雄", "雄信", "shanxiongxin", "SHANXIONG", "sxx", "danxiong", "dx"];
  const work = [
    "采购总监",
    "总监",
    "采购部",
    "88 7766",
    "55887766",
    "7766",
    "shan.xx@example.test",
  ];
  for (const q of [...shan, ...work]) expect([q, await search({ q })]).toEqual([q, ["单雄信"]]);
  for (const q of ["anna", "Anna Sm", "SMITH", "annas", "cfo", "as"])
    expect([q, await search({ q })]).toEqual([q, ["Anna Smith"]]);
  for (const q of ["买买提", "古丽·买", "ayiguli", "ayglmmt"])
    expect([q, await search({ q })]).toEqual([q, ["阿依古丽·买买提"]]);
  expect(await search({ q: "c" })).toEqual(["程咬金"]);
  expect(await search({ q: "a" })).toEqual(["Anna Smith", "阿依古丽·买买提"]);
  for (const q of ["不存在", "%", "_", "\\", "100%", "'; drop table person"])
    expect(await search({ q })).toEqual([]);
});

test("the filters narrow by account, department, role, job, door-opener, placeholder", async () => {
  const { accounts } = bench;
  expect(await search({ accountId: accounts.there })).toEqual([
    "阿依古丽·买买提",
    "程咬金",
    "秦叔宝",
  ]);
  expect(await search({ department: "采购部" })).toEqual(["单雄信"]);
  expect(await search({ role: "economic_buyer,user" })).toEqual(["单雄信"]);
  expect(await search({ hasJob: "false" })).toEqual(["程咬金"]);
  expect(await search({ isDoorOpener: "true" })).toEqual(["秦叔宝"]);
  expect(await search({ isPlaceholder: "true" })).toEqual(["总工程师"]);
  expect(await search({ isPlaceholder: "false", isDoorOpener: "false", hasJob: "true" })).toEqual([
    "Anna Smith",
    "阿依古丽·买买提",
    "单雄信",
  ]);
  expect(await search({ q: "总", isPlaceholder: "false" })).toEqual(["单雄信"]);
});

test("whom we neglect is found by the last two-way contact", async () => {
  const { world, tenant, accounts } = bench;
  const [shan] = await askTenant<{ id: string }>(
    world,
    tenant,
    "select id from person where name = '单雄信'",
  );
  await insertRow(world, tenant, "interaction", {
    id: crypto.randomUUID(),
    account_id: accounts.here,
    occurred_on: "2026-06-01",
    kind: "call",
    is_two_way: true,
    summary: "谈话",
    person_ids: [shan?.id],
  });
  expect(await search({ noContactSince: "2026-06-02" })).toContain("单雄信");
  expect(await search({ noContactSince: "2026-06-01" })).not.toContain("单雄信");
});

test("a row says where the person works, what they decide and when we last spoke", async () => {
  const { body } = await bench.director(personLists.search, { query: { q: "单雄信" } });
  expect(body.items).toMatchObject([
    {
      hasJob: true,
      isDoorOpener: false,
      lastContactOn: "2026-06-01",
      jobs: [{ title: "采购总监", account: { name: "本地客户" }, role: "economic_buyer" }],
    },
  ]);
  const { body: left } = await bench.director(personLists.search, { query: { q: "程咬金" } });
  expect(left.items).toMatchObject([{ hasJob: false, jobs: [{ endsOn: "2026-01-01" }] }]);
});

test("pages follow each other without gap or repeat, by pinyin", async () => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await bench.director(personLists.search, { query: { cursor, limit: 2 } });
    expect(body.total).toBe(6);
    names.push(...body.items.map(({ name }: PersonRow) => name));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(names).toEqual([
    "Anna Smith",
    "阿依古丽·买买提",
    "程咬金",
    "秦叔宝",
    "单雄信",
    "总工程师",
  ]);
  const bad = await bench.director(personLists.search, { query: { cursor: "x" } });
  expect(bad.body.code).toBe("request.cursor_invalid");
});

test("words of a job out of sight find nobody, nor does a restricted person's name", async () => {
  const { app, tenant, world, director, accounts } = bench;
  const managerId = await makeUser(world, tenant, "manager");
  const manager = await sessionOf(app, tenant, managerId);
  const own = await makeAccount(world, tenant, { name: "自管", manager_user_id: managerId });
  const job = await addTo(director, own, { name: "尉迟恭", title: "本职务" });
  await director(people.takeUp, {
    params: { personId: job.personId },
    body: { accountId: accounts.there, title: "隐秘职务", workPhone: "13912345678" },
  });
  expect(await search({ q: "隐秘职务" })).toEqual(["尉迟恭"]);
  expect(await search({ q: "尉迟" }, manager)).toEqual(["尉迟恭"]);
  expect(await search({ q: "本职务" }, manager)).toEqual(["尉迟恭"]);
  expect(await search({ q: "隐秘职务" }, manager)).toEqual([]);
  expect(await search({ q: "12345678" }, manager)).toEqual([]);
  expect(await search({}, manager)).toEqual(["尉迟恭"]);
  expect(await search({ accountId: accounts.there }, manager)).toEqual([]);
  await askTenant(
    world,
    tenant,
    `update person set restricted_at = now() where id = '${job.personId}'`,
  );
  // Totals are remembered for moments: words that nobody has asked for yet.
  expect(await search({ q: "yuchigong" }, manager)).toEqual([]);
  expect(await search({ q: "尉迟恭" })).toEqual([]);
  const compliance = await sessionOf(app, tenant, await makeUser(world, tenant, "compliance"));
  expect(await search({ q: "尉迟恭" }, compliance)).toEqual(["尉迟恭"]);
});

test("another workspace finds nobody of ours", async () => {
  const { app, world, accounts } = bench;
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect(await search({}, stranger)).toEqual([]);
  expect(await search({ q: "单雄信" }, stranger)).toEqual([]);
  const hint = await stranger(personLists.duplicates, {
    query: { accountId: accounts.here, name: "单雄信" },
  });
  expect(hint.body.code).toBe("account.not_found");
});
