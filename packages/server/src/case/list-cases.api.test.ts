import { cases } from "@mainstay/contract/case";
import { beforeEach, expect, test } from "vitest";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { caseBench, type CaseBench } from "./case-test-bench.ts";

let bench: CaseBench;
beforeEach(async () => {
  bench = await caseBench();
});

const any = { "if-match": "*" };
const list = async (query: object, who = bench.director) =>
  (await who(cases.list, { query: query as never })).body;
const numbers = async (query: object, who = bench.director): Promise<number[]> =>
  (await list(query, who)).items.map(({ number }: { number: number }) => number);

/** 1 general, 2 urgent of the manager, 3 a question solved, 4 a major complaint. */
const openFour = async () => {
  await bench.open({ title: "二号泵异响" });
  await bench.open({ title: "三号线停机", level: "urgent" }, bench.manager);
  const { id } = await bench.open({ title: "发票抬头怎么改", kind: "question" });
  await bench.service(cases.solve, {
    params: { caseId: id },
    headers: any,
    body: { solution: "见附件", cause: "billing" },
  });
  await bench.open({ title: "送货晚了两周", kind: "complaint", level: "major" });
};

test("the next due comes first, what waits for the customer after it; pages meet without gap or overlap", async () => {
  await openFour();
  expect(await numbers({ order: "urgency" })).toEqual([2, 4, 1, 3]);
  expect(await numbers({ order: "newest" })).toEqual([4, 3, 2, 1]);
  for (const order of ["urgency", "newest"] as const) {
    const whole = await numbers({ order });
    const paged: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ order, limit: 1, ...(cursor && { cursor }) });
      paged.push(...page.items.map(({ number }: { number: number }) => number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole);
  }
  const { nextCursor } = await list({ order: "newest", limit: 1 });
  expect((await list({ order: "urgency", cursor: nextCursor })).code).toBe(
    "request.cursor_invalid",
  );
});

test("filters by whose, kind, level, status, overdue and escalated; counts stand for every status of the filter", async () => {
  await openFour();
  expect(await numbers({ whose: "mine" }, bench.manager)).toEqual([2]);
  expect(await numbers({ whose: "handling", status: "open" }, bench.service)).toEqual([4, 1]);
  expect(await numbers({ firstResponderUserId: bench.serviceId, kind: "question,fault" })).toEqual([
    1, 3,
  ]);
  expect(await numbers({ level: "urgent,major", order: "newest" })).toEqual([4, 2]);
  expect(await numbers({ status: "solved" })).toEqual([3]);
  const { id } = (await list({ level: "urgent" })).items[0];
  bench.moveClock(3);
  await bench.watch(id);
  expect(await numbers({ overdue: "true" })).toEqual([2]);
  expect(await numbers({ escalated: "true" })).toEqual([2]);
  const n = (count: number) => ({ n: count, isMore: false });
  expect((await list({ status: "solved" })).counts).toEqual({
    open: n(3),
    paused: n(0),
    solved: n(1),
    closed: n(0),
    duplicate: n(0),
    overdue: n(1),
    escalated: n(1),
  });
});

test("filters by cause, segment and the days they were opened on, as the analyses lead to them", async () => {
  await openFour();
  const { id: other } = (await list({ kind: "question" })).items[0];
  const opened = "2026-11-23";
  expect(await numbers({ cause: "billing,product" })).toEqual([3]);
  expect(await numbers({ cause: "product" })).toEqual([]);
  expect(await numbers({ openedFrom: opened, openedTo: opened, status: "solved" })).toEqual([3]);
  expect(await numbers({ openedTo: "2000-01-01" })).toEqual([]);
  expect(await numbers({ openedFrom: "2999-01-01" })).toEqual([]);
  expect(await numbers({ openedTo: "2026-11-22" })).toEqual([]);
  expect(await numbers({ segment: "develop" })).toEqual([]);
  await bench.ask(`update case_segment set segment = 'develop' where case_id = '${other}'`);
  expect(await numbers({ segment: "develop,maintain" })).toEqual([3]);
});

test("search finds a number, words, letters and digits of a title, and a name of an account", async () => {
  await openFour();
  const elsewhere = await makeAccount(bench.world, bench.tenant, { name: "远山重工" });
  await bench.director(cases.open, {
    params: { accountId: elsewhere },
    body: { kind: "fault", level: "general", title: "泵 P-7 漏油", channel: "phone" },
  });
  const found = async (search: string) => (await numbers({ search, order: "newest" })).toSorted();
  expect(await found("3")).toEqual([3]);
  expect(await found("#2")).toEqual([2]);
  expect(await found("停机")).toEqual([2]);
  expect(await found("泵")).toEqual([1, 5]);
  expect(await found("ｐ-7 漏")).toEqual([5]);
  expect(await found("p")).toEqual([5]);
  expect(await found("7")).toEqual([5]);
  expect(await found("远山重工")).toEqual([5]);
  expect(await found("海川")).toEqual([1, 2, 3, 4]);
  expect(await found("100%_")).toEqual([]);
  expect(await numbers({ search: "泵" }, bench.manager)).toEqual([1]);
});
