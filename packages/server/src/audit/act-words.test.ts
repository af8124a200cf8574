import { auditActKey, auditActOfKey } from "@mainstay/phrases/audit/act-key";
import { auditEn } from "@mainstay/phrases/audit/en";
import { auditZh } from "@mainstay/phrases/audit/zh";
import { expect, test } from "vitest";
import { actsInSource } from "./acts-in-source.ts";

const { acts, details, unread } = actsInSource();
/** Ids are not shown: what they stand for is linked. */
const isId = (name: string) => /Ids?$|^id$/.test(name);

test("the walk through the source reads every act that is recorded", () => {
  expect(unread).toEqual([]);
  for (const act of ["account.edited", "task.completed", "signal.woken", "user.deactivated"]) {
    expect([...acts.keys()]).toContain(act);
  }
});

test("every act that the source records has words in both languages", () => {
  expect([...acts].filter(([act]) => auditActKey(act) === null)).toEqual([]);
  for (const key of Object.keys(auditZh.act)) {
    expect(auditEn.act[key as keyof typeof auditEn.act]?.length).toBeGreaterThan(2);
  }
});

test("every name under which a detail is kept has words, so that no raw key reaches the page", () => {
  expect(
    [...details].filter(([name]) => !isId(name) && !Object.hasOwn(auditZh.detail, name)),
  ).toEqual([]);
});

test("the act is found again from its phrase key, so that the page can filter by it", () => {
  expect([...acts.keys()].filter((act) => auditActOfKey(auditActKey(act) ?? "") !== act)).toEqual(
    [],
  );
});
