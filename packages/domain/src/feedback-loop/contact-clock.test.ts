import { expect, test } from "vitest";
import { contactDueAt, hasShortClock, shippedContactClock } from "./contact-clock.ts";

const due = (openedOn: string, isUrgent = false, different = new Map<string, boolean>()) =>
  contactDueAt(
    shippedContactClock,
    isUrgent,
    { openedAt: new Date(`${openedOn}T10:00:00+08:00`), openedOn, zone: "Asia/Shanghai" },
    different,
  ).toISOString();

test("two working days later at the same time of day; weekends and holidays do not count", () => {
  expect(due("2026-11-16")).toBe("2026-11-18T02:00:00.000Z");
  expect(due("2026-11-19")).toBe("2026-11-23T02:00:00.000Z");
  expect(
    due(
      "2026-09-30",
      false,
      new Map([
        ["2026-10-01", false],
        ["2026-10-02", false],
      ]),
    ),
  ).toBe("2026-10-06T02:00:00.000Z");
});

test("the same time of day by the clocks on the wall, also when they are put back in between", () => {
  const opened = { openedAt: new Date("2026-10-23T08:00:30Z"), openedOn: "2026-10-23" };
  const dueAt = contactDueAt(
    shippedContactClock,
    false,
    { ...opened, zone: "Europe/Berlin" },
    new Map(),
  );
  expect(dueAt.toISOString()).toBe("2026-10-27T09:00:30.000Z");
});

test("an answer given on a day off waits for two working days", () => {
  expect(due("2026-11-21")).toBe("2026-11-24T02:00:00.000Z");
});

test("an economic buyer or a core account is spoken with within 24 hours, on any day", () => {
  expect(due("2026-11-21", true)).toBe("2026-11-22T02:00:00.000Z");
  expect(hasShortClock("economic_buyer", "maintain")).toBe(true);
  expect(hasShortClock(null, "core")).toBe(true);
  expect(hasShortClock("coach", "maintain")).toBe(false);
});
