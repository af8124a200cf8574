import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { personSearchText } from "../packages/server/src/person/person-search-text.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makePeople } from "./make-people.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { ask, quantile, timesOf } from "./measure-http.ts";

const accounts = 10_000;
const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕",
];
const given = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建国志文海波宁鹏飞雪梅琳晨曦浩然子轩",
];
const titles = [
  "总经理",
  "副总经理",
  "采购经理",
  "采购员",
  "技术总监",
  "工程师",
  "财务经理",
  "厂长",
];
const departments = ["采购部", "技术部", "财务部", "生产部", "质量部"];

const nameOf = (n: number): string => {
  const one = surnames[n % surnames.length] ?? "";
  const two = given[Math.floor(n / 7) % given.length] ?? "";
  const three = n % 5 === 0 ? "" : (given[Math.floor(n / 41) % given.length] ?? "");
  return one + two + three;
};

/** Gives the drawn people names as people have them, with what search reads, and their jobs titles and numbers. */
const nameThem = async (adminUrl: string, tenantId: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const names = Array.from({ length: 9_000 }, (_, n) => {
      const name = nameOf(n);
      return { n, name, ...personSearchText({ name }) };
    });
    await admin.query(
      `create temp table called as select * from jsonb_to_recordset($1::jsonb) as c
       (n integer, name text, pinyin text, initials text, name_key text, search_text text, search_bigrams text[])`,
      [JSON.stringify(names)],
    );
    await admin.query(
      `update person p set name = c.name, pinyin = c.pinyin, initials = c.initials, name_key = c.name_key,
         search_text = c.search_text, search_bigrams = c.search_bigrams
       from (select id, row_number() over (order by id) % 9000 as n from person where tenant_id = $1) d join called c on c.n = d.n
       where p.tenant_id = $1 and p.id = d.id`,
      [tenantId],
    );
    await admin.query(
      `update position o set title = ($2::text[])[1 + n % 8], department = ($3::text[])[1 + n % 5],
         work_phone = '138' || lpad((n * 7919 % 100000000)::text, 8, '0'), work_email = 'u' || n || '@example.test',
         last_contact_on = current_date - (n % 400)::int
       from (select id, row_number() over (order by id) as n from position where tenant_id = $1) d
       where o.tenant_id = $1 and o.id = d.id`,
      [tenantId, titles, departments],
    );
    await admin.query("analyze");
  } finally {
    await admin.end();
  }
};

const searches: Record<string, (n: number) => string> = {
  "a full name": (n) => nameOf(n * 37),
  "two characters of a name": (n) => nameOf(n * 53).slice(0, 2),
  "one character": (n) => nameOf(n * 11).slice(1, 2),
  "full pinyin": (n) => personSearchText({ name: nameOf(n * 29) }).pinyin,
  initials: (n) => personSearchText({ name: nameOf(n * 43) }).initials,
  "the last digits of a phone": (n) => String((n * 7919 * 113) % 100_000_000).slice(-6),
  "a title that every eighth has": (n) => titles[n % titles.length] ?? "",
  mail: (n) => `u${n * 613}@`,
};

/** Search and pages of 100,000 people at 10,000 accounts. */
export const benchPeople = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  const add = (name: string, times: readonly number[], limitSeconds: number) => {
    for (const [label, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const)
      lines.push({
        name: `${name}, ${label}`,
        rows: accounts * 10,
        seconds: quantile(times, share) / 1000,
        limitSeconds,
      });
  };
  try {
    await makePortfolio(space.adminUrl, space.tenantId, accounts);
    await makePeople(space.adminUrl, space.tenantId);
    await nameThem(space.adminUrl, space.tenantId);
    const list = (query: string) => `/people?limit=50${query}`;
    const all: number[] = [];
    for (const [name, words] of Object.entries(searches)) {
      const times = await timesOf(space, 60, (n) => list(`&q=${encodeURIComponent(words(n))}`));
      all.push(...times);
      add(`search people by ${name}`, times, 0.025);
    }
    add("search people, all of these", all, 0.025);
    add("list of people", await timesOf(space, 60, () => list("")), 0.025);
    const filters = ["&role=economic_buyer", "&isPlaceholder=true", "&hasJob=true"];
    const filtered = await timesOf(space, 60, (n) => list(filters[n % filters.length] ?? ""));
    add("list of people, filtered", filtered, 0.025);
    const { items } = JSON.parse((await ask(space, "/people?limit=100")).body) as {
      items: { id: string }[];
    };
    const page = (n: number) => `/people/${items[n % items.length]?.id}`;
    add("person page", await timesOf(space, 100, page), 0.05);
  } finally {
    await space.end();
  }
  return lines;
};
