import fc from "fast-check";
import { expect, test } from "vitest";
import { cameFromAccount, isPresentJob, isSameJobTwice, type JobSpan } from "./job-history.ts";

const job = (accountId: string, startsOn: string | null, endsOn: string | null): JobSpan => ({
  accountId,
  startsOn,
  endsOn,
});

test("a job is held up to and on its last day", () => {
  expect(isPresentJob({ endsOn: null }, "2026-11-22")).toBe(true);
  expect(isPresentJob({ endsOn: "2026-11-22" }, "2026-11-22")).toBe(true);
  expect(isPresentJob({ endsOn: "2026-11-21" }, "2026-11-22")).toBe(false);
});

test("the same account twice for a stretch in common is one job entered twice", () => {
  expect(isSameJobTwice(job("a", "2020-01-01", null), job("a", "2024-01-01", null))).toBe(true);
  expect(isSameJobTwice(job("a", null, null), job("a", "2024-01-01", "2025-01-01"))).toBe(true);
  expect(isSameJobTwice(job("a", "2020-01-01", null), job("b", "2020-01-01", null))).toBe(false);
});

test("coming back, even on the day of leaving, is another job", () => {
  const first = job("a", "2020-01-01", "2023-06-30");
  expect(isSameJobTwice(first, job("a", "2023-06-30", null))).toBe(false);
  expect(isSameJobTwice(first, job("a", "2023-06-29", null))).toBe(true);
});

test("a job entered by mistake never was", () => {
  const mistake = { ...job("a", null, "2023-06-30"), endedBecause: "entered_by_mistake" as const };
  expect(isSameJobTwice(mistake, job("a", null, null))).toBe(false);
  expect(cameFromAccount([mistake, job("b", null, null)], "b")).toBeNull();
});

test("whether a job is entered twice does not depend on which is named first", () => {
  const day = fc.option(fc.constantFrom("2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"), {
    nil: null,
  });
  const span = fc
    .tuple(fc.constantFrom("a", "b"), day, day)
    .filter(([, from, to]) => from === null || to === null || from <= to)
    .map(([account, from, to]) => job(account, from, to));
  fc.assert(
    fc.property(span, span, (one, other) => {
      expect(isSameJobTwice(one, other)).toBe(isSameJobTwice(other, one));
    }),
  );
});

test("a mover opens the door from the account left last", () => {
  const jobs = [job("a", null, "2019-01-01"), job("b", null, "2024-01-01"), job("c", null, null)];
  expect(cameFromAccount(jobs, "c")).toBe("b");
  expect(cameFromAccount([job("c", null, null)], "c")).toBeNull();
});

test("somebody who still works at the other account has not moved", () => {
  expect(cameFromAccount([job("a", null, null), job("b", null, null)], "b")).toBeNull();
  const back = [job("a", null, "2019-01-01"), job("a", "2020-01-01", null), job("b", null, null)];
  expect(cameFromAccount(back, "b")).toBeNull();
});
