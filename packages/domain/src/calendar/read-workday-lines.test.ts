import { expect, test } from "vitest";
import { readWorkdayLines } from "./read-workday-lines.ts";

test("days are read in the ways people write them", () => {
  const text = "\uFEFF# 2026\n2026-02-17 休 春节\r\n2026/2/14,班,春节调休\n\n2026年10月10日 work";
  expect(readWorkdayLines(text)).toEqual({
    days: [
      { onDate: "2026-02-17", isWorkday: false, label: "春节" },
      { onDate: "2026-02-14", isWorkday: true, label: "春节调休" },
      { onDate: "2026-10-10", isWorkday: true, label: "" },
    ],
  });
});

test("the first line that is no day is named", () => {
  for (const bad of ["2026-02-30 休", "2026-02-17 perhaps", "tomorrow 休", "2999-01-01 休", "休"]) {
    expect(readWorkdayLines(`2026-01-01 休 元旦\n${bad}`)).toEqual({ badLine: 2 });
  }
});

test("a day named twice counts once, with what was said last", () => {
  expect(readWorkdayLines("2026-01-01 休\n2026-01-01 班")).toEqual({
    days: [{ onDate: "2026-01-01", isWorkday: true, label: "" }],
  });
});
