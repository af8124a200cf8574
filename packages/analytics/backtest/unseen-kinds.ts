import {
  newYearsDay,
  renewalDays,
  type Season,
  seasonDays,
  yearsAround,
} from "./customer-rhythms.ts";
import { festivalDay } from "./festival-days.ts";
import type { CustomerKind } from "./simulated-portfolio.ts";

const lunarSeason: CustomerKind = {
  name: "lunar season, wide",
  drawOrderDays: (random, span) => {
    const lead = random.uniform(-40, 30);
    const season: Season = {
      centre: (year) => festivalDay("new year", year) + lead,
      sd: 10,
      drawCount: () => (random.bernoulli(0.4) ? 2 : 1),
      skips: 0,
    };
    return seasonDays(random, span, [season]);
  },
  drawLeavingDay: (_, span) => span.yearStart - 45,
};

const fixedSeasons: CustomerKind = {
  name: "two or three fixed seasons",
  drawOrderDays: (random, span) => {
    const seasons = Array.from({ length: random.integer(2, 3) }, (): Season => {
      const centre = random.uniform(10, 355);
      return {
        centre: (year) => newYearsDay(year) + centre,
        sd: 8,
        drawCount: () => (random.bernoulli(0.4) ? 2 : 1),
        skips: 0.05,
      };
    });
    return seasonDays(random, span, seasons);
  },
};

/** Here the works stand still, but the need piles up: an order due in the closure comes right after it. */
const postponingShutdown: CustomerKind = {
  name: "shutdown with postponed orders",
  drawOrderDays: (random, span) => {
    const [mean, length] = [random.uniform(14, 45), random.integer(21, 56)];
    const winter = random.bernoulli(0.5);
    const firstDays = yearsAround(span).map((year) =>
      winter ? festivalDay("new year", year) - 14 : newYearsDay(year) + 197,
    );
    return renewalDays(random, span, () => random.gamma(9, mean)).map((day) => {
      const closedFrom = firstDays.find((from) => day >= from && day < from + length);
      return closedFrom === undefined ? day : closedFrom + length + random.uniform(0, 6);
    });
  },
};

const irregular: CustomerKind = {
  name: "irregular, one law",
  drawOrderDays: (random, span) => {
    const median = random.uniform(15, 60);
    return renewalDays(random, span, () => random.lognormal(median, 1));
  },
};

const slowing: CustomerKind = {
  name: "slowing down evenly",
  drawOrderDays: (random, span) => {
    const [first, growth] = [random.uniform(20, 45), random.uniform(1.5, 3)];
    const meanOn = (day: number) =>
      first * (1 + ((growth - 1) * (day - span.from)) / (span.yearStart - span.from));
    return renewalDays(random, span, (day) => random.gamma(9, meanOn(day)));
  },
};

/**
 * A plain second reading of the five weaknesses, written after the method and reported on once: nothing about
 * it was fed back. Like the confirmation kinds, it must never be tuned on.
 */
export const unseenKinds: readonly CustomerKind[] = [
  lunarSeason,
  fixedSeasons,
  postponingShutdown,
  irregular,
  slowing,
];
