import { expect, test } from "vitest";
import { dayNumberFromIso } from "../calendar/day-number.ts";
import { shippedWorkdays } from "../calendar/official-workdays.ts";
import { dutyPeriodOf } from "../service-policy/duty-period.ts";
import { dueDayIn } from "./due-day.ts";

const official = new Map(
  [2025, 2026].flatMap(shippedWorkdays).map(({ onDate, isWorkday }) => [onDate, isWorkday]),
);
const dueOn = (every: "month" | "quarter", on: string, different = official) => {
  const period = dutyPeriodOf(every, dayNumberFromIso(on) ?? 0);
  return period && dueDayIn(period, different);
};

test.each([
  ["an ordinary month ends on its last weekday", "month", "2026-11-10", "2026-11-30"],
  [
    "a month that ends on a weekend is due on the Friday before",
    "month",
    "2026-10-10",
    "2026-10-30",
  ],
  ["the third quarter is due before 国庆", "quarter", "2026-08-01", "2026-09-30"],
  [
    "February 2026 ends on a make-up Saturday, which is worked",
    "month",
    "2026-02-10",
    "2026-02-28",
  ],
  ["May 2026 ends on a Sunday", "month", "2026-05-02", "2026-05-29"],
] as const)("%s", (_, every, on, due) => {
  expect(dueOn(every, on)).toBe(due);
});

test("without a table the plain week decides", () => {
  expect(dueOn("month", "2026-02-10", new Map())).toBe("2026-02-27");
});

test("a period in which nobody works is due on its last day", () => {
  const closed = new Map([
    ["1970-01-01", false],
    ["1970-01-02", false],
  ]);
  expect(dueDayIn({ from: 0, to: 1 }, closed)).toBe("1970-01-02");
});
