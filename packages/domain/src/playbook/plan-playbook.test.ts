import { expect, test } from "vitest";
import { officialWorkdays, preliminaryWorkdays } from "../calendar/official-workdays.ts";
import { planPlaybook } from "./plan-playbook.ts";
import type { PlaybookStep } from "./playbook-step.ts";

const different = new Map(
  [...officialWorkdays(2026), ...preliminaryWorkdays(2027)].map((day) => [
    day.onDate,
    day.isWorkday,
  ]),
);
const words = { zh: "词", en: "words" };
const step = (key: string, more: Partial<PlaybookStep> = {}): PlaybookStep => ({
  key,
  title: words,
  why: words,
  done: words,
  ownerRole: "manager",
  after: null,
  offset: 0,
  repeat: null,
  contactKinds: [],
  ...more,
});
const daysOf = (
  steps: PlaybookStep[],
  startOn: string,
  more: Parameters<typeof planPlaybook>[3] = {},
) =>
  Object.fromEntries(
    planPlaybook(steps, startOn, different, more).map((one) => [one.key, one.dueOn]),
  );

test("offsets around 国庆 2026 skip the holidays and count the make-up days", () => {
  const steps = [-4, -1, 0, 3, 4, 5, 6, 7].map((offset) => step(`s${offset + 10}`, { offset }));
  expect(daysOf(steps, "2026-09-24")).toEqual({
    s6: "2026-09-20",
    s9: "2026-09-23",
    s10: "2026-09-24",
    s13: "2026-09-30",
    s14: "2026-10-08",
    s15: "2026-10-09",
    s16: "2026-10-10",
    s17: "2026-10-12",
  });
});

test("a step that comes again counts workdays between its rounds, and its windows do not overlap", () => {
  const [first, second, third] = planPlaybook(
    [step("sync", { offset: 3, repeat: { every: 5, times: 3 } })],
    "2026-09-24",
    different,
  );
  expect([first?.dueOn, second?.dueOn, third?.dueOn]).toEqual([
    "2026-09-30",
    "2026-10-13",
    "2026-10-20",
  ]);
  expect([first?.windowFromOn, second?.windowFromOn, third?.windowFromOn]).toEqual([
    "2026-09-24",
    "2026-10-01",
    "2026-10-14",
  ]);
});

test("春节 2027 is counted by the law's four days while nothing is published", () => {
  expect(daysOf([step("a", { offset: 1 }), step("b", { offset: 2 })], "2027-02-03")).toEqual({
    a: "2027-02-04",
    b: "2027-02-09",
  });
});

test("a step that waits is expected from its step's day, and firm from the day that is finished", () => {
  const steps = [step("review", { after: "meet", offset: 2 }), step("meet", { offset: 1 })];
  const [meet, review] = planPlaybook(steps, "2026-11-16", different);
  expect([meet?.dueOn, meet?.isFirm]).toEqual(["2026-11-17", true]);
  expect([review?.dueOn, review?.isFirm]).toEqual(["2026-11-19", false]);
  const late = { today: "2026-11-23" };
  expect(daysOf(steps, "2026-11-16", late)["review"]).toBe("2026-11-25");
  const finishedOn = new Map([["meet", "2026-11-20"]]);
  const firm = planPlaybook(steps, "2026-11-16", different, { finishedOn }).at(-1);
  expect(firm).toMatchObject({ dueOn: "2026-11-24", windowFromOn: "2026-11-21", isFirm: true });
});

test("a day before the start may be met by a contact before it", () => {
  const [ahead] = planPlaybook([step("prepare", { offset: -2 })], "2026-11-18", different);
  expect(ahead).toMatchObject({ dueOn: "2026-11-16", windowFromOn: "2026-11-02" });
});
