import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedServicePolicy } from "../service-policy/shipped-service-policy.ts";
import { type BusinessCalendar, countingBetween } from "./business-calendar.ts";
import {
  type CaseClockSetting,
  checkClockSetting,
  shippedClockSetting,
} from "./case-clock-setting.ts";
import {
  type AgreedPause,
  type CasePromise,
  clockStands,
  nextDue,
  promiseFor,
  reckonCaseDues,
} from "./case-clocks.ts";
import { type CaseLevel, caseLevels } from "./case-kind.ts";

const calendar: BusinessCalendar = {
  zone: "Asia/Shanghai",
  different: new Map(),
  opensAtMinute: 540,
  closesAtMinute: 1080,
};
const at = (text: string) => new Date(text);
/** A Monday, ten o'clock. */
const monday = at("2026-11-23T10:00:00+08:00");
const none: CasePromise = {
  policyVersion: 0,
  reply: null,
  solve: null,
  solveOfAny: null,
  greenChannel: null,
};
const shipped = promiseFor(shippedServicePolicy, { segment: null, grade: null });
const reckon = (
  level: CaseLevel,
  promise: CasePromise,
  pauses: readonly AgreedPause[] = [],
  setting: CaseClockSetting = shippedClockSetting,
  from = monday,
) => reckonCaseDues({ level, from, promise, pauses, setting, calendar });
const hoursOf = (due: { dueAt: Date } | null) =>
  due && (due.dueAt.getTime() - monday.getTime()) / 3_600_000;

test("the shipped clocks: 24 and 48 hours; major 12 hours, two and five workdays; urgent 2 and 24 hours round the clock", () => {
  const general = reckon("general", shipped);
  expect([hoursOf(general.reply), general.feedback, hoursOf(general.solve)]).toEqual([
    24,
    null,
    48,
  ]);
  const major = reckon("major", shipped);
  expect([hoursOf(major.reply), hoursOf(major.feedback), hoursOf(major.solve)]).toEqual([
    12, 48, 168,
  ]);
  const urgent = reckon("urgent", shipped);
  expect([hoursOf(urgent.reply), urgent.feedback, hoursOf(urgent.solve)]).toEqual([2, null, 24]);
  expect(reckon("general", none).solve).toMatchObject({ line: "level" });
  expect(general.reply.line).toBe("default");
});

test("a green channel answers within its hour at every level, day and night", () => {
  const strategic = promiseFor(shippedServicePolicy, { segment: "core", grade: "strategic" });
  for (const level of caseLevels)
    expect(reckon(level, strategic).reply).toMatchObject({ line: "green_channel", mode: "always" });
  const saturday = reckon(
    "general",
    strategic,
    [],
    shippedClockSetting,
    at("2026-11-21T03:00:00+08:00"),
  );
  expect(saturday.reply.dueAt).toEqual(at("2026-11-21T04:00:00+08:00"));
});

test("the stricter of level and policy wins and is named; the default line says nothing of graver cases", () => {
  const policy = {
    version: 3,
    effectiveFrom: "2026-01-01",
    lines: {
      "segment:core": { replyHours: 1, solveHours: 8 },
      default: { replyHours: 30, solveHours: 6 },
    },
  };
  const core = promiseFor(policy, { segment: "core", grade: null });
  expect(reckon("urgent", core).reply).toMatchObject({ line: "segment:core" });
  expect(reckon("major", core).solve).toMatchObject({ line: "segment:core" });
  expect(hoursOf(reckon("general", core).solve)).toBe(6);
  const other = promiseFor(policy, { segment: "develop", grade: null });
  expect(hoursOf(reckon("general", other).reply)).toBe(30 + 0);
  expect(reckon("major", other).solve.line).toBe("level");
});

const hourMs = 3_600_000;
const instant = fc
  .integer({ min: 0, max: 24 * 400 })
  .map((hours) => new Date(monday.getTime() + hours * hourMs));
const level = fc.constantFrom(...caseLevels);
const pausesFrom = (from: Date) =>
  fc
    .array(fc.record({ wait: fc.nat({ max: 90 }), last: fc.integer({ min: 1, max: 200 }) }), {
      maxLength: 4,
    })
    .map((stretches) => {
      let time = from.getTime();
      return stretches.map(({ wait, last }) => {
        const begin = time + wait * hourMs;
        time = begin + last * hourMs;
        return { from: new Date(begin), to: new Date(time) };
      });
    });

test("pauses never bring a due instant nearer, leave the answer alone, and move the rest by exactly the counting time they last", () => {
  fc.assert(
    fc.property(
      instant.chain((from) => fc.tuple(fc.constant(from), level, pausesFrom(from))),
      ([from, how, pauses]) => {
        const plain = reckon(how, shipped, [], shippedClockSetting, from);
        const paused = reckon(how, shipped, pauses, shippedClockSetting, from);
        expect(paused.reply).toEqual(plain.reply);
        for (const clock of ["feedback", "solve"] as const) {
          const [before, after] = [plain[clock], paused[clock]];
          if (!before || !after) continue;
          const waited = pauses
            .filter(({ from: begin }) => begin < after.dueAt)
            .reduce(
              (sum, pause) => sum + countingBetween(calendar, after.mode, pause.from, pause.to),
              0,
            );
          expect(countingBetween(calendar, after.mode, before.dueAt, after.dueAt)).toBe(waited);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("a case that comes in later is never due earlier; overlapping pauses count once", () => {
  fc.assert(
    fc.property(instant, level, fc.nat({ max: 100 }), (from, how, later) => {
      const [early, late] = [from, new Date(from.getTime() + later * hourMs)].map((start) =>
        reckon(how, shipped, [], shippedClockSetting, start),
      );
      expect(late!.solve.dueAt.getTime()).toBeGreaterThanOrEqual(early!.solve.dueAt.getTime());
    }),
    { numRuns: 100 },
  );
  const [a, b] = [at("2026-11-23T11:00:00+08:00"), at("2026-11-23T14:00:00+08:00")];
  const inside = { from: at("2026-11-23T12:00:00+08:00"), to: at("2026-11-23T13:00:00+08:00") };
  expect(hoursOf(reckon("urgent", shipped, [{ from: a, to: b }, inside]).solve)).toBe(27);
});

test("clocks stand as running, paused, overdue, met or late; the nearest one that still runs is next", () => {
  const facts = {
    status: "open" as const,
    replyDueAt: at("2026-11-23T12:00:00Z"),
    feedbackDueAt: at("2026-11-24T12:00:00Z"),
    solveDueAt: at("2026-11-25T12:00:00Z"),
    repliedAt: at("2026-11-23T13:00:00Z"),
    feedbackAt: null,
    solvedAt: null,
  };
  const states = (now: string, more = {}) =>
    clockStands({ ...facts, ...more }, at(now)).map(({ state }) => state);
  expect(states("2026-11-23T14:00:00Z")).toEqual(["late", "running", "running"]);
  expect(states("2026-11-24T12:00:00Z")).toEqual(["late", "overdue", "running"]);
  expect(states("2026-11-23T14:00:00Z", { status: "paused" })).toEqual([
    "late",
    "paused",
    "paused",
  ]);
  expect(
    states("2026-11-23T14:00:00Z", { status: "solved", solvedAt: at("2026-11-23T14:00:00Z") }),
  ).toEqual(["late", "ended", "met"]);
  // A reply that is owed stays owed while the rest is paused; whoever answers on the very instant is in time.
  expect(states("2026-11-23T11:00:00Z", { status: "paused", repliedAt: null })[0]).toBe("running");
  expect(states("2026-11-23T14:00:00Z", { repliedAt: facts.replyDueAt })[0]).toBe("met");
  expect(nextDue(facts, at("2026-11-24T13:00:00Z"))).toMatchObject({
    clock: "feedback",
    state: "overdue",
  });
  expect(nextDue({ ...facts, status: "duplicate" }, monday)).toBeNull();
});

test("a pause agreed when a clock has run out makes it no less late, not at the very instant either", () => {
  const due = reckon("urgent", shipped).solve;
  const pause = { from: due.dueAt, to: new Date(due.dueAt.getTime() + 3_600_000) };
  expect(reckon("urgent", shipped, [pause]).solve.dueAt).toEqual(due.dueAt);
});

test("a setting that contradicts itself is named; the shipped one does not", () => {
  expect(checkClockSetting(shippedClockSetting)).toEqual([]);
  const { general, major } = shippedClockSetting.levels;
  const wrong = {
    ...shippedClockSetting,
    closesAtMinute: 560,
    levels: {
      ...shippedClockSetting.levels,
      general: { ...general, reply: { count: 3, unit: "workdays" as const } },
      major: { ...major, feedback: { count: 6, unit: "workdays" as const } },
    },
  };
  expect(checkClockSetting(wrong)).toEqual([
    { field: "closesAtMinute", code: "closes_before_opens" },
    { field: "levels.general.reply", code: "reply_after_solve" },
    { field: "levels.major.feedback", code: "feedback_after_solve" },
  ]);
});
