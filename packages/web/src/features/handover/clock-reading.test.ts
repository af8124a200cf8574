import { expect, test } from "vitest";
import { readClock } from "./clock-reading.ts";

const dueAt = "2026-11-24T02:00:00.000Z";
const at = (text: string) => Date.parse(text);

test("time left is rounded down to the minute, the last one stays a minute", () => {
  expect(readClock(dueAt, at("2026-11-23T16:29:30Z"), false)).toEqual({
    kind: "left",
    hours: 9,
    minutes: 30,
  });
  expect(readClock(dueAt, at("2026-11-24T01:59:45Z"), false)).toEqual({
    kind: "left",
    hours: 0,
    minutes: 1,
  });
});

test("past the due instant it tells whole hours; what the server holds overdue is overdue, whatever this clock says", () => {
  expect(readClock(dueAt, at("2026-11-24T05:59:00Z"), false)).toEqual({ kind: "past", hours: 3 });
  expect(readClock(dueAt, at("2026-11-23T02:00:00Z"), true)).toEqual({ kind: "past", hours: 0 });
});
