import { dayNumberOf, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { lunarNewYearDay } from "@mainstay/domain/calendar/lunar-calendar";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packOrderDays } from "./order-day-histories.ts";
import { defaultRhythmModel } from "./rhythm-model.ts";
import type { RhythmOptions } from "./rhythm-options.ts";
import { rhythmBases, rhythmClocks, rhythmLevels } from "./rhythm-score.ts";
import { scoreAllRhythms, scoreLost, scoreRhythm } from "./score-rhythm.ts";

const model = defaultRhythmModel(dayNumberOf(2026, 1, 1));
const day = dayNumberOf;
const score = (days: number[], asOf: number, options: RhythmOptions = {}) =>
  scoreRhythm(model, packOrderDays([days]), 0, asOf, options);

const annual = [2019, 2020, 2021, 2022, 2023, 2024].flatMap((year, i) => [
  day(year, 2, 4 + ((i * 5) % 13)),
  ...(i % 2 === 0 ? [day(year, 2, 24)] : []),
]);
const monthly = Array.from({ length: 30 }, (_, i) => day(2023, 1, 10) + 30 * i + (i % 3));
const lastMonthly = monthly.at(-1)!;

test("an account without orders has not enough history", () => {
  const none = score([], day(2025, 1, 1));
  expect([none.basis, none.pLost, none.level, none.nextOrder]).toEqual([
    "not_enough_history",
    null,
    "none",
    null,
  ]);
  expect(none.explanation.kind).toBe("none");
});

test("a one-time buyer is new, never lost and never safe", () => {
  const once = score([day(2015, 1, 1)], day(2025, 1, 1));
  expect([once.basis, once.pLost, once.pAlive, once.level]).toEqual(["new", null, null, "none"]);
});

test("orders dated in the future are ignored", () => {
  const today = lastMonthly + 12;
  expect(score([...monthly, today + 5, today + 900], today)).toEqual(score(monthly, today));
});

test("a monthly buyer in rhythm is alive and due within the month", () => {
  const now = score(monthly, lastMonthly + 5);
  expect(now.pLost).toBeLessThan(0.02);
  expect(now.level).toBe("none");
  expect(now.pOrder30).toBeGreaterThan(0.7);
  expect(now.explanation.kind).toBe("regular");
  expect(now.explanation.typicalGapDays).toBeGreaterThanOrEqual(29);
  expect(now.explanation.typicalGapDays).toBeLessThanOrEqual(32);
  expect(Math.abs(now.nextOrder!.expected - lastMonthly - 31)).toBeLessThanOrEqual(2);
});

test("a monthly buyer silent for three months is lost, and the reason counts the days", () => {
  const now = score(monthly, lastMonthly + 95);
  expect(now.level).not.toBe("none");
  expect(now.pLost).toBeGreaterThan(0.8);
  expect(now.explanation.overdueDays).toBeGreaterThan(60);
  expect(now.explanation.longerThanEver).toBe(true);
});

test("a buyer of every February is not missed in October, and is missed when February passed", () => {
  expect(score(annual, day(2024, 10, 15)).pLost).toBeLessThan(0.2);
  const late = score(annual, day(2025, 4, 10));
  expect(late.clock).toBe("solar_season");
  expect(late.level).not.toBe("none");
  expect(late.seasonClosed?.closed).toBe(true);
  expect(late.seasonClosed!.daysPast).toBeGreaterThan(14);
  const [season] = late.explanation.seasons;
  expect([season!.calendar, season!.from.month, season!.to.month]).toEqual(["solar", 2, 2]);
  expect(season!.firstOrders.map(isoFromDayNumber)).toEqual([
    "2019-02-04",
    "2020-02-09",
    "2021-02-14",
    "2022-02-06",
    "2023-02-11",
    "2024-02-16",
  ]);
  expect([late.explanation.kind, late.explanation.sinceYear]).toEqual(["seasonal", 2019]);
});

test("the season is not closed while its window may still bring the order", () => {
  expect(score(annual, day(2025, 2, 14)).seasonClosed).toBeNull();
  expect(score([...annual, day(2025, 2, 13)], day(2025, 4, 10)).seasonClosed).toBeNull();
});

test("a buyer of the weeks before 春节 is followed in the lunar calendar", () => {
  const days = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map(
    (year, i) => lunarNewYearDay(year) - 20 + (i % 3),
  );
  const waiting = score(days, lunarNewYearDay(2026) - 26);
  expect(waiting.clock).toBe("lunar_season");
  expect(waiting.level).toBe("none");
  const [season] = waiting.explanation.seasons;
  expect(season!.calendar).toBe("lunar");
  expect(season!.daysFromNewYear!.from).toBeGreaterThanOrEqual(-22);
  expect(season!.daysFromNewYear!.to).toBeLessThanOrEqual(-16);
  expect(Math.abs(waiting.nextOrder!.expected - (lunarNewYearDay(2026) - 19))).toBeLessThan(6);
  expect(score(days, lunarNewYearDay(2026) + 15).level).not.toBe("none");
});

test("an irregular buyer cannot be told yet, but is not silent for ever", () => {
  const gaps = [3, 90, 12, 40, 5, 150, 22, 7, 60, 110, 2, 33];
  const days = gaps.reduce((list, gap) => [...list, list.at(-1)! + gap], [day(2023, 1, 1)]);
  const last = days.at(-1)!;
  const soon = score(days, last + 100);
  expect(soon.basis).toBe("cannot_tell");
  expect(soon.explanation.kind).toBe("irregular");
  expect(score(days, last + 1500).pLost).toBeGreaterThan(0.6);
});

test("slowing down is told apart from leaving", () => {
  const days = [day(2019, 1, 1)];
  for (let i = 0; days.at(-1)! < day(2024, 12, 1); i++)
    days.push(days.at(-1)! + Math.round(20 * 1.045 ** i));
  const last = days.at(-1)!;
  const steady = Array.from({ length: days.length }, (_, i) => last - 20 * (days.length - 1 - i));
  const slowing = score(days, last + 70);
  expect(slowing.explanation.trendPerYear).toBeGreaterThan(0.05);
  expect(slowing.pLost!).toBeLessThan(score(steady, last + 70).pLost! - 0.3);
});

test("a planned pause freezes the clock", () => {
  const asOf = lastMonthly + 100;
  const pause = new Map([[0, [{ from: lastMonthly + 11, to: asOf }]]]);
  const paused = score(monthly, asOf, { plannedPauses: pause });
  expect(paused.pLost).toBeCloseTo(score(monthly, lastMonthly + 10).pLost!, 1);
  expect(paused.level).toBe("none");
  const closed = score(monthly, asOf, { closures: pause.get(0)! });
  expect(closed.pLost).toBeCloseTo(paused.pLost!, 9);
});

test("a pause of one account leaves the next account alone", () => {
  const histories = packOrderDays([monthly, monthly]);
  const asOf = lastMonthly + 100;
  const plannedPauses = new Map([[0, [{ from: lastMonthly + 5, to: asOf }]]]);
  const { pLost } = scoreAllRhythms(model, histories, asOf, { plannedPauses });
  expect(pLost[0]).toBeLessThan(0.1);
  expect(pLost[1]).toBe(score(monthly, asOf).pLost);
});

test("the batch, the nightly screen and the single account say the same", () => {
  const lists = [
    [],
    [day(2024, 1, 1)],
    monthly,
    annual,
    [day(2022, 1, 1), day(2022, 9, 1), day(2023, 8, 1)],
  ];
  const histories = packOrderDays(lists);
  for (const asOf of [day(2024, 6, 30), day(2025, 4, 10), lastMonthly + 9]) {
    const columns = scoreAllRhythms(model, histories, asOf);
    const lost = scoreLost(model, histories, asOf);
    lists.forEach((_, i) => {
      const single = scoreRhythm(model, histories, i, asOf);
      expect(columns.pLost[i]).toBe(single.pLost ?? Number.NaN);
      expect(lost[i]).toBe(single.pLost ?? Number.NaN);
      expect(columns.pOrder90[i]).toBe(single.pOrder90 ?? Number.NaN);
      expect(columns.nextExpected[i]).toBe(single.nextOrder?.expected ?? Number.NaN);
      expect(rhythmLevels[columns.level[i]!]).toBe(single.level);
      expect(rhythmBases[columns.basis[i]!]).toBe(single.basis);
      expect(rhythmClocks[columns.clock[i]!]).toBe(single.clock);
    });
  }
});

test("tenant levels move the warnings", () => {
  const levels = { watch: 0.0001, act: 0.9999, lost: 1 };
  expect(score(monthly, lastMonthly + 20, { levels }).level).toBe("watch");
});

const orderDays = fc
  .array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 })
  .map((gaps) => gaps.reduce((list, gap) => [...list, list.at(-1)! + gap], [day(2012, 3, 1)]));

test("probabilities are probabilities, and the next order comes after the last", () => {
  fc.assert(
    fc.property(orderDays, fc.integer({ min: 0, max: 1500 }), (days, silence) => {
      const now = score(days, days.at(-1)! + silence);
      for (const p of [now.pLost, now.pAlive, now.pOrder30, now.pOrder90, now.pOrderHorizon]) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
      expect(now.pOrder90!).toBeGreaterThanOrEqual(now.pOrder30!);
      const { from, expected, to } = now.nextOrder!;
      expect(from).toBeGreaterThan(days.at(-1)!);
      expect(expected).toBeGreaterThanOrEqual(from);
      expect(to).toBeGreaterThanOrEqual(expected);
      const { plain, solar_season, lunar_season } = now.clockWeights;
      expect(plain + solar_season + lunar_season).toBeCloseTo(1, 9);
    }),
    { numRuns: 60 },
  );
});

test("P(lost) never falls while the silence lasts", () => {
  fc.assert(
    fc.property(orderDays, (days) => {
      const histories = packOrderDays([days]);
      let before = 0;
      for (let silence = 0; silence < 900; silence += 11) {
        const { pLost } = scoreRhythm(model, histories, 0, days.at(-1)! + silence);
        expect(pLost!).toBeGreaterThanOrEqual(before - 1e-9);
        before = pLost!;
      }
    }),
    { numRuns: 25 },
  );
});

test("moving everything by four years leaves a plain rhythm's score as it is", () => {
  const shift = 1461;
  const moved = score(
    monthly.map((d) => d - shift),
    lastMonthly + 50 - shift,
  );
  expect(moved.pLost).toBeCloseTo(score(monthly, lastMonthly + 50).pLost!, 3);
});
