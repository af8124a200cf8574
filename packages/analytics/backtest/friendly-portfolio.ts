import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { renewalDays } from "./customer-rhythms.ts";
import { customerRandom } from "./customer-random.ts";
import {
  type CustomerKind,
  drawPortfolio,
  type SimulatedPortfolio,
  spanFrom,
} from "./simulated-portfolio.ts";

const annualFirstQuarter: CustomerKind = {
  name: "annual first quarter",
  drawOrderDays: (random, span) => {
    const centre = random.uniform(25, 60);
    return Array.from({ length: 8 }, (_, year) => dayNumberOf(span.firstYear + year, 1, 1)).flatMap(
      (newYear) =>
        Array.from({ length: random.bernoulli(0.4) ? 2 : 1 }, () =>
          Math.round(newYear + Math.min(110, Math.max(0, random.normal(centre, 10)))),
        ),
    );
  },
  drawLeavingDay: (_, span) => span.yearStart - 10,
};

const regular = (name: string, mean: number): CustomerKind => ({
  name,
  drawOrderDays: (random, span) => renewalDays(random, span, () => random.gamma(9, mean)),
});

const random = (name: string, mean: number): CustomerKind => ({
  name,
  drawOrderDays: (source, span) => renewalDays(source, span, () => source.exponential(mean)),
});

/** The five kinds of the published simulation, named as in its table. */
export const friendlyKinds: readonly CustomerKind[] = [
  annualFirstQuarter,
  regular("regular monthly", 30),
  regular("regular quarterly", 91),
  random("random monthly", 30),
  random("random quarterly", 91),
];

/**
 * The known-truth portfolio of the published simulation: five kinds in equal parts, six years of history,
 * a quarter leaving. It is friendly to a renewal model, so a win here alone proves little.
 */
export const friendlyPortfolio = (seed: number, perKind = 300): SimulatedPortfolio =>
  drawPortfolio(
    friendlyKinds,
    friendlyKinds.map(() => perKind),
    spanFrom(2015 + (Math.abs(seed) % 4)),
    customerRandom(seed),
  );
