import { seededRandom } from "../src/numeric/seeded-random.ts";
import { fitRhythmModel } from "../src/rhythm/fit-rhythm-model.ts";
import type { OrderDayHistories } from "../src/rhythm/order-day-histories.ts";
import { scoreAllRhythms, scoreLost, scoreRhythm } from "../src/rhythm/score-rhythm.ts";
import { type BenchLine, quickestSeconds } from "./bench-line.ts";

const today = 20_400;
const mostOrders = 40;

/** Six years of customers: monthly, quarterly, twice-a-year and random buyers, up to 40 order-days each. */
const drawHistories = (accounts: number, seed: number): OrderDayHistories => {
  const { uniform } = seededRandom(seed);
  const offsets = new Int32Array(accounts + 1);
  const days = new Int32Array(accounts * mostOrders);
  let at = 0;
  for (let account = 0; account < accounts; account++) {
    const mean = [30, 60, 91, 182, 365, 90][account % 6]!;
    const isRandom = account % 6 === 5;
    let day = today - Math.floor(uniform() * 2190);
    for (let order = 0; order < mostOrders && day <= today; order++) {
      days[at++] = day;
      const gap = isRandom ? -mean * Math.log(uniform()) : mean * (0.75 + 0.5 * uniform());
      day += Math.max(1, Math.round(gap));
    }
    offsets[account + 1] = at;
  }
  return { offsets, days: days.slice(0, at) };
};

/** Order rhythm: the weekly fit, the nightly scoring of a portfolio, a million accounts, one account on an event. */
export const benchRhythm = async (): Promise<BenchLine[]> => {
  const portfolio = drawHistories(10_000, 1);
  const model = fitRhythmModel(portfolio, today);
  const fitSeconds = quickestSeconds(() => fitRhythmModel(portfolio, today), 1);
  const nightlySeconds = quickestSeconds(() => scoreAllRhythms(model, portfolio, today), 2);
  const oneSeconds =
    quickestSeconds(() => {
      for (let account = 0; account < 1000; account++)
        scoreRhythm(model, portfolio, account, today);
    }, 2) / 1000;
  const million = drawHistories(1_000_000, 2);
  const millionSeconds = quickestSeconds(() => scoreLost(model, million, today), 0);
  const perAccount = (million.days.length / 1_000_000).toFixed(1);
  return [
    {
      name: "order rhythm: weekly fit (sample of 2,000)",
      rows: 10_000,
      seconds: fitSeconds,
      limitSeconds: 7,
      note: "a seventh of it belongs to each night",
    },
    {
      name: "order rhythm: nightly, all figures",
      rows: 10_000,
      seconds: nightlySeconds + fitSeconds / 7,
      limitSeconds: 1,
      note: "scoring and a seventh of the weekly fit",
    },
    {
      name: "order rhythm: P(lost)",
      rows: 1_000_000,
      seconds: millionSeconds,
      limitSeconds: 10,
      note: `full method, one thread, ${perAccount} order-days an account; first prototype (plain method) 4.75 s`,
    },
    {
      name: "order rhythm: one account on an event, explained",
      rows: 1,
      seconds: oneSeconds,
      limitSeconds: 0.001,
    },
  ];
};
