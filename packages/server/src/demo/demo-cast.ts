import type { SeededRandom } from "@mainstay/analytics/numeric/seeded-random";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { calendarParts, dayNumberOf } from "@mainstay/domain/calendar/day-number";
import {
  type DemoSpan,
  midAutumnDays,
  springFestivalDays,
  steadyDays,
  yearlyDays,
} from "./demo-rhythms.ts";

/** One part in the demo: when it orders, how much (yuan an order) and what is special about it. */
export interface DemoPart {
  readonly story: string;
  readonly days: (random: SeededRandom, span: DemoSpan) => DayNumber[];
  readonly orderYuan: number;
  /** Yearly change of the amount of an order; 0.2 grows by a fifth a year. */
  readonly amountGrowth?: number;
  /** From this many days before today on, orders are this share of what they were. */
  readonly lateShrink?: { readonly days: number; readonly share: number };
  readonly currency?: "USD" | "EUR" | "HKD" | "JPY";
  readonly paysLate?: boolean;
  /** The category it stopped buying a year ago. */
  readonly dropsCategory?: boolean;
}

/** Day of the year whose window closed eighteen days ago: the yearly customer that has gone silent. */
const closedWindow = (span: DemoSpan): { dayOfYear: number; lastYear: number } => {
  const centre = span.today - 38;
  const { year } = calendarParts(centre);
  return { dayOfYear: centre - dayNumberOf(year, 1, 1), lastYear: year - 1 };
};

const steady =
  (meanGapDays: number, shape: number, more: { driftPerYear?: number; silentDays?: number } = {}) =>
  (random: SeededRandom, span: DemoSpan): DayNumber[] =>
    steadyDays(random, span, {
      meanGapDays,
      shape,
      ...(more.driftPerYear !== undefined && { driftPerYear: more.driftPerYear }),
      ...(more.silentDays !== undefined && { stopsBefore: span.today - more.silentDays }),
    });

/** The 22 key accounts, each with a story worth finding. */
export const keyCast: readonly DemoPart[] = [
  {
    story: "yearly customer gone silent",
    days: (random, span) =>
      yearlyDays(random, span, { ...closedWindow(span), spreadDays: 5, secondOrder: 0.4 }),
    orderYuan: 4_800_000,
  },
  {
    story: "monthly, silent for ten weeks",
    days: steady(30, 12, { silentDays: 71 }),
    orderYuan: 620_000,
  },
  { story: "quarterly, silent", days: steady(91, 14, { silentDays: 171 }), orderYuan: 1_900_000 },
  {
    story: "fortnightly, silent for six weeks",
    days: steady(14, 9, { silentDays: 44 }),
    orderYuan: 180_000,
  },
  {
    story: "amounts shrink",
    days: steady(30, 10),
    orderYuan: 540_000,
    lateShrink: { days: 200, share: 0.38 },
  },
  { story: "amounts shrink slowly", days: steady(45, 8), orderYuan: 760_000, amountGrowth: -0.28 },
  { story: "category dropped", days: steady(28, 9), orderYuan: 480_000, dropsCategory: true },
  { story: "pays ever later", days: steady(30, 9), orderYuan: 520_000, paysLate: true },
  { story: "steady monthly", days: steady(30, 12), orderYuan: 880_000, amountGrowth: 0.05 },
  { story: "steady monthly", days: steady(31, 10), orderYuan: 460_000 },
  { story: "steady fortnightly", days: steady(15, 8), orderYuan: 260_000, amountGrowth: 0.08 },
  { story: "steady quarterly", days: steady(91, 16), orderYuan: 2_400_000 },
  { story: "steady quarterly", days: steady(92, 12), orderYuan: 1_300_000, amountGrowth: 0.04 },
  {
    story: "grows",
    days: steady(35, 8, { driftPerYear: -0.1 }),
    orderYuan: 300_000,
    amountGrowth: 0.32,
  },
  { story: "grows", days: steady(40, 6), orderYuan: 260_000, amountGrowth: 0.4 },
  {
    story: "grows, in dollars",
    days: steady(45, 9),
    orderYuan: 420_000,
    amountGrowth: 0.25,
    currency: "USD",
  },
  { story: "before and after the spring festival", days: springFestivalDays, orderYuan: 2_600_000 },
  { story: "before mid-autumn", days: midAutumnDays, orderYuan: 3_900_000 },
  { story: "orders at random", days: steady(40, 1), orderYuan: 500_000 },
  { story: "orders at random, in euros", days: steady(60, 1), orderYuan: 700_000, currency: "EUR" },
  {
    story: "slows down but stays",
    days: steady(30, 10, { driftPerYear: 0.16 }),
    orderYuan: 700_000,
  },
  {
    story: "every first quarter, kept",
    days: (random, span) =>
      yearlyDays(random, span, { dayOfYear: 44, spreadDays: 8, secondOrder: 0.6 }),
    orderYuan: 3_200_000,
  },
];

/** One of the many smaller accounts: any rhythm, a tenth of the size, some asleep, some that came once. */
export const smallPart = (random: SeededRandom): DemoPart => {
  const size = 8_000 * Math.exp(random.normal() * 0.9);
  const kind = random.uniform();
  const currency = random.uniform() < 0.06 ? (random.uniform() < 0.5 ? "HKD" : "JPY") : undefined;
  const part = (story: string, days: DemoPart["days"], orderYuan: number): DemoPart => ({
    story,
    days,
    orderYuan,
    amountGrowth: random.normal() * 0.08,
    ...(currency && { currency }),
  });
  const gap = 25 + random.uniform() * 120;
  if (kind < 0.12) {
    const ago = 20 + random.uniform() * 1400;
    return part("came once", (_, span) => [Math.round(span.today - ago)], size * 3);
  }
  if (kind < 0.3)
    return part("asleep", steady(gap, 2, { silentDays: 300 + random.uniform() * 900 }), size);
  if (kind < 0.6) return part("random", steady(gap, 1), size);
  if (kind < 0.85) return part("regular", steady(gap, 6 + random.uniform() * 6), size * 1.4);
  if (kind < 0.93) return part("spring festival", springFestivalDays, size * 4);
  const dayOfYear = random.uniform() * 340;
  return part(
    "yearly",
    (r, span) => yearlyDays(r, span, { dayOfYear, spreadDays: 8, secondOrder: 0.3 }),
    size * 6,
  );
};
