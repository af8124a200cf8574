import { expect, test } from "vitest";
import { createStatementNames } from "./statement-names.ts";

test("a statement is named when it comes again, and always the same", () => {
  const nameOf = createStatementNames();
  expect(nameOf("select 1", 0)).toBeUndefined();
  const name = nameOf("select 1", 0);
  expect(name).toMatch(/^m\S+$/);
  expect(nameOf("select 1", 0)).toBe(name);
  nameOf("select 2", 0);
  expect(nameOf("select 2", 0)).not.toBe(name);
});

test("statements that are no queries, are huge, or take lists of values are never named", () => {
  const nameOf = createStatementNames();
  for (const [text, parameters] of [
    ["create temp table x (a int)", 0],
    ["set local lock_timeout = '10s'", 0],
    [`select '${"x".repeat(7_000)}'`, 0],
    ["insert into t values ($1)", 41],
  ] as const) {
    nameOf(text, parameters);
    expect(nameOf(text, parameters)).toBeUndefined();
  }
});

test("there are never more than 150 names, however many statements there are", () => {
  const nameOf = createStatementNames();
  const names = new Set<string>();
  for (let i = 0; i < 1_000; i++) {
    nameOf(`select ${i}`, 0);
    const name = nameOf(`select ${i}`, 0);
    if (name) names.add(name);
  }
  expect(names.size).toBe(150);
});
