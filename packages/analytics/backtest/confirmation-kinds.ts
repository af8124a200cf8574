import {
  type Closure,
  newYearsDay,
  renewalDays,
  renewalDaysAround,
  seasonDays,
  yearsAround,
} from "./customer-rhythms.ts";
import { festivalDay } from "./festival-days.ts";
import type { CustomerKind, SimulatedSpan } from "./simulated-portfolio.ts";

const closuresEachYear = (
  span: SimulatedSpan,
  ...closureIn: ((year: number) => Closure)[]
): Closure[] => yearsAround(span).flatMap((year) => closureIn.map((closure) => closure(year)));

const fortnightly: CustomerKind = {
  name: "fortnightly with holidays",
  drawOrderDays: (random, span) => {
    const [forgets, jitter] = [random.uniform(0, 0.08), random.uniform(0.5, 1.6)];
    const days: number[] = [];
    const closures = closuresEachYear(
      span,
      (year) => ({ from: festivalDay("new year", year) - 6, length: 19 }),
      (year) => ({ from: newYearsDay(year) + 273, length: 8 }),
    );
    for (let due = span.from + random.uniform(0, 14); due < span.until; due += 14) {
      const isClosed = closures.some(({ from, length }) => due >= from && due < from + length);
      if (!isClosed && !random.bernoulli(forgets)) days.push(random.normal(due, jitter));
    }
    return days;
  },
};

const lunarStocking: CustomerKind = {
  name: "lunar stocking in waves",
  drawOrderDays: (random, span) => {
    const festival = random.bernoulli(0.6) ? "new year" : "mid autumn";
    const [lead, spread] = [random.uniform(8, 55), random.uniform(1.5, 4.5)];
    const waves = random.uniform(0.3, 2);
    return yearsAround(span).flatMap((year) => {
      if (random.bernoulli(0.012)) return [];
      const laplace = random.exponential(spread) - random.exponential(spread);
      const first = festivalDay(festival, year) - lead + laplace;
      let day = first;
      const later = Array.from({ length: random.poisson(waves) }, () => {
        day += 2 + random.exponential(7);
        return day;
      });
      return [first, ...later];
    });
  },
  drawLeavingDay: (random, span) => span.yearStart - random.uniform(20, 60),
};

const festivalRound: CustomerKind = {
  name: "five festivals, mostly lunar",
  drawOrderDays: (random, span) => {
    const lead = random.uniform(4, 24);
    const days = [
      (year: number) => festivalDay("new year", year),
      (year: number) => newYearsDay(year) + 94,
      (year: number) => festivalDay("dragon boat", year),
      (year: number) => festivalDay("mid autumn", year),
      (year: number) => festivalDay("double ninth", year) + 30,
    ];
    const seasons = days.map((day) => ({
      centre: (year: number) => day(year) - lead,
      sd: random.uniform(2, 6),
      drawCount: () => 1,
      skips: random.uniform(0, 0.25),
    }));
    return seasonDays(random, span, seasons);
  },
};

const trimodalGaps: CustomerKind = {
  name: "three typical gaps",
  drawOrderDays: (random, span) => {
    const typical = [random.uniform(5, 10), random.uniform(25, 40), random.uniform(80, 120)];
    const weighted = [0, 0, 0, 1, 1, 1, 1, 2, 2];
    return renewalDays(random, span, () => random.gamma(12, typical[random.pick(weighted)]!));
  },
};

const projectBuyer: CustomerKind = {
  name: "project bursts",
  drawOrderDays: (random, span) => {
    const [between, within] = [random.uniform(80, 200), random.uniform(5, 14)];
    const days: number[] = [];
    for (let start = span.from + random.uniform(0, between); start < span.until; ) {
      let day = start;
      for (let left = random.integer(2, 7); left > 0; left--) {
        days.push(day);
        day += 1 + random.exponential(within);
      }
      start = day + random.gamma(2.5, between);
    }
    return days;
  },
};

const changedPace: CustomerKind = {
  name: "one change of pace",
  drawOrderDays: (random, span) => {
    const [before, shape] = [random.uniform(18, 50), random.uniform(6, 12)];
    const after =
      before * (random.bernoulli(0.5) ? random.uniform(0.35, 0.7) : random.uniform(1.5, 2.6));
    const changedOn = span.from + random.uniform(2, 5) * 365;
    return renewalDays(random, span, (day) =>
      random.gamma(shape, day < changedOn ? before : after),
    );
  },
};

const monthEnd: CustomerKind = {
  name: "month end",
  drawOrderDays: (random, span) => {
    const [orders, spread] = [random.uniform(0.55, 0.97), random.uniform(1, 4)];
    return Array.from(
      { length: 100 },
      (_, month) => newYearsDay(span.firstYear) + (month + 1) * 30.4375,
    )
      .filter(() => random.bernoulli(orders))
      .map((end) => end - random.exponential(spread));
  },
};

const budgetRush: CustomerKind = {
  name: "year-end budget rush",
  drawOrderDays: (random, span) => {
    const rare = random.uniform(60, 120);
    const rush = yearsAround(span).flatMap((year) =>
      Array.from(
        { length: random.integer(2, 6) },
        () => newYearsDay(year) + random.uniform(312, 360),
      ),
    );
    return [...renewalDays(random, span, () => random.exponential(rare)), ...rush];
  },
};

const semesterBuyer: CustomerKind = {
  name: "semester buyer",
  drawOrderDays: (random, span) => {
    const [spring, autumn] = [random.uniform(8, 30), random.uniform(225, 258)];
    const [sd, more] = [random.uniform(4, 8), random.uniform(0.1, 1.2)];
    const drawCount = () => 1 + random.poisson(more);
    return seasonDays(random, span, [
      { centre: (year) => festivalDay("new year", year) + spring, sd, drawCount, skips: 0.02 },
      { centre: (year) => newYearsDay(year) + autumn, sd, drawCount, skips: 0 },
    ]);
  },
};

const twoClosures: CustomerKind = {
  name: "two closures a year",
  drawOrderDays: (random, span) => {
    const [scale, shape] = [random.uniform(10, 30), random.uniform(2, 3.5)];
    const [winter, summer] = [random.integer(14, 30), random.integer(18, 40)];
    const closures = closuresEachYear(
      span,
      (year) => ({ from: festivalDay("new year", year) - 10, length: winter }),
      (year) => ({ from: newYearsDay(year) + 205, length: summer }),
    );
    return renewalDaysAround(random, span, closures, () => random.weibull(shape, scale));
  },
};

/**
 * The hold-out kinds: other shapes and other numbers than the development kinds. They exist to find out
 * whether a method generalises. NEVER tune a method, a prior or a threshold on them; report what they say.
 */
export const confirmationKinds: readonly CustomerKind[] = [
  lunarStocking,
  festivalRound,
  semesterBuyer,
  fortnightly,
  monthEnd,
  twoClosures,
  changedPace,
  trimodalGaps,
  budgetRush,
  projectBuyer,
];
