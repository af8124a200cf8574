import { imports } from "@mainstay/contract/import";
import { recordBatches } from "@mainstay/contract/record-batch";
import { recordExports } from "@mainstay/contract/record-export";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { importBench } from "./import-test-bench.ts";

const accounts = "客户编号,名称\nK1,甲公司\nK2,乙公司\n";
const header = "人员编号,姓名,客户编号,部门,职务,电话,邮箱,汇报给,采购角色,任职日期,离任日期,备注";
const team = `${header}
N3,小兵,K1,采购部,采购员,138 0000 0001,a@x.test,N2,,2024-01-01,,爱喝酒
N2,主任,K1,采购部,主任,,,老总,技术把关,2023-01-01,,
,老总,K1,,总经理,,,,最高决策者,,,
N3,小兵,K2,,前职,,,,,2020-01-01,2023-12-31,
`;
const jobs = `select p.name, a.external_id as at, o.title, o.department, sp.name as superior, r.role, o.starts_on, o.ends_on,
    o.ended_because, c.external_id as came_from
  from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
  join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
  left join position s on s.tenant_id = o.tenant_id and s.id = o.reports_to_id
  left join person sp on sp.tenant_id = s.tenant_id and sp.id = s.person_id
  left join account c on c.tenant_id = o.tenant_id and c.id = o.came_from_account_id
  left join buying_role r on r.tenant_id = o.tenant_id and r.account_id = o.account_id and r.person_id = o.person_id
    and o.ends_on is null
  order by a.external_id, p.pinyin`;

const refusals = async (bench: Awaited<ReturnType<typeof importBench>>, importId: string) =>
  (
    await bench.call(imports.rejections, { params: { importId }, query: { limit: 50 } })
  ).body.items.map(({ line, code }: { line: number; code: string }) => [line, code]);

test("a list brings jobs past and present, superiors that stand below, default roles and door-openers; notes find no place", async () => {
  const bench = await importBench();
  await bench.take("account", accounts);
  const batch = await bench.take("contact", team);
  expect(batch).toMatchObject({ status: "committed", rowsRejected: 0, recordsCreated: 3 });
  const found = await bench.rows(jobs);
  expect(found).toMatchObject([
    { name: "老总", superior: null, role: "economic_buyer" },
    { name: "小兵", superior: "主任", role: null, came_from: "K2", title: "采购员" },
    { name: "主任", superior: "老总", role: "technical" },
    { name: "小兵", at: "K2", ends_on: "2023-12-31", ended_because: "left_company" },
  ]);
  const [row] = await bench.rows<{ all: string }>(
    "select jsonb_agg(to_jsonb(p))::text || (select jsonb_agg(to_jsonb(o))::text from position o) as all from person p",
  );
  expect(row?.all).not.toContain("喝酒");
  const [search] = await bench.rows<{ search_text: string }>(
    "select search_text from person where name = '小兵'",
  );
  expect(search?.search_text).toContain("xiaobing");
});

test("the same list again changes nothing; undoing a second list gives jobs, lines and roles back", async () => {
  const bench = await importBench();
  await bench.take("account", accounts);
  await bench.take("contact", team);
  const before = await bench.rows(jobs);
  await bench.take("contact", team);
  expect(await bench.rows(jobs)).toEqual(before);
  const second = await bench.take(
    "contact",
    `${header}\nN3,小兵,K1,销售部,,,,老总,使用者,2024-01-01,,\n,新人,K1,,,,,N3,,,,\n`,
  );
  expect(second.rowsRejected).toBe(0);
  expect(await bench.rows(jobs)).toMatchObject([
    { name: "老总" },
    { name: "小兵", department: "销售部", superior: "老总", role: "user" },
    { name: "新人", superior: "小兵" },
    { name: "主任" },
    { at: "K2" },
  ]);
  // Both said since: no undone file takes back an objection or a restriction.
  await withTenant((await testWorld()).database, bench.tenant.scope, (tx) =>
    sql`update person set no_profiling = true, restricted_at = now() where external_id = 'N3'`.execute(
      tx,
    ),
  );
  await bench.undo(second.id);
  expect(await bench.rows(jobs)).toEqual(before);
  expect(
    await bench.rows(`select no_profiling, restricted_at is not null as restricted from person
      where external_id = 'N3'`),
  ).toEqual([{ no_profiling: true, restricted: true }]);
});

test("circles, strangers as superiors, second decision makers, overlapping jobs and days the wrong way round are refused by line", async () => {
  const bench = await importBench();
  await bench.take("account", accounts);
  const batch = await bench.take(
    "contact",
    `${header}
,甲,K1,,,,,乙,,,,
,乙,K1,,,,,甲,,,,
,丙,K1,,,,,丙,,,,
,丁,K1,,,,,无此人,,,,
,戊,K1,,,,,,最高决策者,,,
,己,K1,,,,,,EB,,,
,庚,K1,,,,,,教练,,,
,辛,K1,,,,,,,2024-05-01,2024-04-01,
,壬,K1,,,,,,,2020-01-01,2022-01-01,
,壬,K1,,,,,,,2021-01-01,2023-01-01,
,壬,K1,,,,,,,2022-01-01,,
,甲,K1,,,,,,,,,
`,
  );
  expect(await refusals(bench, batch.id)).toEqual([
    [3, "superior_cycle"],
    [4, "superior_cycle"],
    [5, "superior_unknown"],
    [7, "role_taken"],
    [8, "value_unknown"],
    [9, "days_reversed"],
    [11, "job_overlaps"],
    [13, "duplicate_in_file"],
  ]);
  expect(await bench.rows("select 1 from buying_role")).toHaveLength(1);
});

test("a program sends the same as JSON, and what is exported can be taken again", async () => {
  const bench = await importBench();
  await bench.take("account", accounts);
  const { body } = await bench.call(recordBatches.contact, {
    body: {
      records: [
        { name: "下级", account: "K1", reportsTo: "上级", buyingRole: "user" },
        { name: "上级", account: "K1", startsOn: "2024-01-01" },
        { name: "自己", account: "K1", reportsTo: "自己" },
      ],
    },
  });
  expect(body).toMatchObject({ taken: 2, rejected: 1 });
  expect(body.results[2]).toMatchObject({ outcome: "rejected", code: "superior_cycle" });
  const before = await bench.rows(jobs);
  const file = await bench.call(recordExports.csv, { params: { kind: "contact" } });
  const again = await bench.take("contact", file.bytes);
  expect(again).toMatchObject({ rowsRejected: 0, recordsCreated: 0 });
  expect(await bench.rows(jobs)).toEqual(before);
});

test("whose use is restricted is not changed by a list, and people with a consent are not taken back with theirs", async () => {
  const bench = await importBench();
  await bench.take("account", accounts);
  const batch = await bench.take("contact", `${header}\nN9,小林,K1,,采购员,,,,,,,\n`);
  const { database } = await testWorld();
  const write = (text: string) =>
    withTenant(database, bench.tenant.scope, (tx) => sql.raw(text).execute(tx));
  await write("update person set restricted_at = now()");
  const again = await bench.take("contact", `${header}\nN9,小林,K1,,总监,,,,,,,\n`);
  expect(await refusals(bench, again.id)).toEqual([[2, "person_restricted"]]);
  expect(await bench.rows("select title from position")).toEqual([{ title: "采购员" }]);
  const undo = () => bench.call(imports.undo, { params: { importId: batch.id } });
  expect((await undo()).body.code).toBe("import.undo_blocked");
  await write("update person set restricted_at = null");
  await write(
    `insert into consent (tenant_id, id, person_id, scope, is_sensitive, purpose, text_version, method, given_at, expires_at)
     select tenant_id, gen_random_uuid(), id, '{school}', false, 'x', 'x', 'paper', now(), now() + interval '1 year' from person`,
  );
  expect((await undo()).body.code).toBe("import.undo_blocked");
  await write("delete from consent");
  expect((await undo()).status).toBeLessThan(300);
});
