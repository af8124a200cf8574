import {
  type Closure,
  newYearsDay,
  renewalDays,
  renewalDaysAround,
  type Season,
  seasonDays,
  yearsAround,
} from "./customer-rhythms.ts";
import { festivalDay, type LunarFestival } from "./festival-days.ts";
import type { CustomerRandom } from "./customer-random.ts";
import type { CustomerKind, SimulatedSpan } from "./simulated-portfolio.ts";

/** Some customers stay and yet skip a season now and then; most never do. */
const drawSkips = (random: CustomerRandom): number => (random.bernoulli(0.25) ? 0.06 : 0);

const lunarSeason: CustomerKind = {
  name: "lunar season",
  drawOrderDays: (random, span) => {
    const festival = random.pick<LunarFestival>([
      "new year",
      "new year",
      "dragon boat",
      "mid autumn",
    ]);
    const lead = festival === "new year" ? random.uniform(-40, 30) : random.uniform(-35, -3);
    const twice = random.uniform(0.2, 0.6);
    const season: Season = {
      centre: (year) => festivalDay(festival, year) + lead,
      sd: random.uniform(3, 9),
      drawCount: () => (random.bernoulli(twice) ? 2 : 1),
      skips: drawSkips(random) / 2,
    };
    return seasonDays(random, span, [season]);
  },
  drawLeavingDay: (_, span) => span.yearStart - 10,
};

const severalSeasons: CustomerKind = {
  name: "several seasons",
  drawOrderDays: (random, span) => {
    const count = random.integer(2, 4);
    const start = random.uniform(0, 365);
    const seasons = Array.from({ length: count }, (_, index): Season => {
      // Unequal spacing: each season keeps a part of the year and lies somewhere in its first half.
      const dayOfYear = start + (365 / count) * (index + random.uniform(0, 0.5));
      const orders = random.uniform(0, 1.5);
      return {
        centre: (year) => newYearsDay(year) + (dayOfYear % 365),
        sd: random.uniform(4, 11),
        drawCount: () => 1 + random.poisson(orders),
        skips: index === 0 ? 0 : drawSkips(random),
      };
    });
    return seasonDays(random, span, seasons);
  },
};

const drawClosures = (random: CustomerRandom, span: SimulatedSpan): Closure[] => {
  const length = random.integer(21, 56);
  const atNewYear = random.bernoulli(0.5);
  const dayOfYear = random.uniform(150, 330);
  const lead = random.uniform(7, 18);
  return yearsAround(span).map((year) => ({
    from: atNewYear ? festivalDay("new year", year) - lead : newYearsDay(year) + dayOfYear,
    length,
  }));
};

const yearlyShutdown: CustomerKind = {
  name: "yearly shutdown",
  drawOrderDays: (random, span) => {
    const [mean, shape] = [random.uniform(8, 40), random.uniform(5, 16)];
    const closures = drawClosures(random, span);
    return renewalDaysAround(random, span, closures, () => random.gamma(shape, mean));
  },
};

const irregular: CustomerKind = {
  name: "irregular",
  drawOrderDays: (random, span) => {
    const typical = random.uniform(15, 50);
    const style = random.pick(["lognormal", "bursty", "weibull"] as const);
    if (style === "lognormal") {
      const sigma = random.uniform(0.6, 1);
      return renewalDays(random, span, () => random.lognormal(typical * 0.7, sigma));
    }
    if (style === "weibull") {
      const shape = random.uniform(0.65, 0.95);
      return renewalDays(random, span, () => random.weibull(shape, typical));
    }
    const quick = random.uniform(0.5, 0.75);
    return renewalDays(random, span, () =>
      random.exponential(random.bernoulli(quick) ? typical * 0.3 : typical * 1.6),
    );
  },
};

const drifting: CustomerKind = {
  name: "drifting",
  drawOrderDays: (random, span) => {
    const [first, shape] = [random.uniform(15, 60), random.uniform(6, 14)];
    const factor = random.uniform(1.5, 3);
    const change = random.bernoulli(0.75) ? factor : 1 / factor;
    const meanOn = (day: number) =>
      first * change ** ((day - span.from) / (span.yearStart - span.from));
    return renewalDays(random, span, (day) => random.gamma(shape, meanOn(day)));
  },
};

/** The kinds a method may be developed on: the five weaknesses of a plain renewal model. */
export const developmentKinds: readonly CustomerKind[] = [
  lunarSeason,
  severalSeasons,
  yearlyShutdown,
  irregular,
  drifting,
];
