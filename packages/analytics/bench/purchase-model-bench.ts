import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { seededRandom } from "../src/numeric/seeded-random.ts";
import { bgNbdConditionalExpectation, fitBgNbd } from "../src/purchase-model/bg-nbd.ts";
import { fitMbgCnbdK, mbgCnbdKConditionalExpectation } from "../src/purchase-model/mbg-cnbd-k.ts";
import { fitMbgNbd, mbgNbdConditionalExpectation } from "../src/purchase-model/mbg-nbd.ts";
import { fitParetoNbd, paretoNbdConditionalExpectation } from "../src/purchase-model/pareto-nbd.ts";
import {
  cdnowIsPresent,
  cdnowOrderDays,
  onlineRetailIsPresent,
  onlineRetailOrderDays,
} from "../test-support/reference-data.ts";
import {
  type RepeatHistories,
  repeatHistoriesFromOrderDays,
} from "../src/purchase-model/repeat-history.ts";
import { simulateOrderDropout } from "../test-support/simulated-histories.ts";
import { type BenchLine, quickestSeconds } from "./bench-line.ts";

const truth = { r: 0.6, alpha: 9, a: 0.15, b: 2.4 };

/** Simulated accounts; on whole days (as order-days are) or at times that are all different. */
const simulated = (accounts: number, wholeDays: boolean): RepeatHistories => {
  const kind = { k: 1, leavesAfterFirst: false };
  const drawn = simulateOrderDropout(seededRandom(1), kind, truth, accounts, [1, 105]);
  if (!wholeDays) return drawn;
  const days = (times: Float64Array) => times.map((t) => Math.ceil(t * 7) / 7);
  return { x: drawn.x, tx: days(drawn.tx), T: days(drawn.T) };
};

const line = (
  name: string,
  histories: RepeatHistories,
  limitSeconds: number,
  work: () => { evaluations: number } | Float64Array,
  runs: number,
  peers = "",
): BenchLine => {
  let evaluations = 0;
  const seconds = quickestSeconds(() => {
    const result = work();
    if ("evaluations" in result) evaluations = result.evaluations;
  }, runs);
  const notes = [evaluations > 0 ? `${evaluations} evaluations` : "", peers];
  const note = notes.filter(Boolean).join("; ") || undefined;
  return { name, rows: histories.x.length, seconds, limitSeconds, note };
};

/** Fits and forecasts of the purchase models, each with the limit of spec/performance.md or analytics.md § 12. */
export const benchPurchaseModels = async (): Promise<BenchLine[]> => {
  const lines: BenchLine[] = [];
  if (cdnowIsPresent) {
    const window = { until: dayNumberOf(1997, 9, 30), unitDays: 7 } as const;
    const { histories } = repeatHistoriesFromOrderDays(cdnowOrderDays("sample"), window);
    const peers = "R BTYD 0.87–1.81 s, CLVTools 0.58 s, lifetimes 0.29 s";
    const cold = line("BG/NBD fit, CDNOW, first run", histories, 0.1, () => fitBgNbd(histories), 0);
    lines.push({
      ...cold,
      note: `${cold.note}; the compiler still cold, no stated limit of its own`,
    });
    lines.push(line("BG/NBD fit, CDNOW", histories, 0.01, () => fitBgNbd(histories), 15, peers));
  }
  if (onlineRetailIsPresent) {
    const window = { until: dayNumberOf(2011, 12, 9), unitDays: 7 } as const;
    const { histories } = repeatHistoriesFromOrderDays(onlineRetailOrderDays(), window);
    const part = "the shared part of the data; limit is for all 5,878";
    const name = "Online Retail II";
    lines.push(
      line(`BG/NBD fit, ${name}`, histories, 0.012, () => fitBgNbd(histories), 15, part),
      line(`MBG/NBD fit, ${name}`, histories, 0.012, () => fitMbgNbd(histories), 15, part),
      line(`Pareto/NBD fit, ${name}`, histories, 0.3, () => fitParetoNbd(histories), 3, part),
      line(
        `MBG/CNBD-2 fit, ${name}`,
        histories,
        0.3,
        () => fitMbgCnbdK(histories, { k: 2 }),
        5,
        part,
      ),
    );
  }
  const few = simulated(10_000, false);
  lines.push(line("BG/NBD fit, 10⁴ distinct rows", few, 0.1, () => fitBgNbd(few), 5));
  lines.push(line("MBG/NBD fit, 10⁴ distinct rows", few, 0.1, () => fitMbgNbd(few), 5));

  const many = simulated(1_000_000, true);
  lines.push(line("BG/NBD fit, 10⁶ accounts on whole days", many, 0.5, () => fitBgNbd(many), 4));
  const allDifferent = simulated(1_000_000, false);
  const fitAll = () => fitBgNbd(allDifferent);
  lines.push(line("BG/NBD fit, 10⁶ rows all different", allDifferent, 2, fitAll, 1));
  const pareto = { r: 0.6, alpha: 9, s: 0.2, beta: 50 };
  const rhythm = { k: 2, ...truth };
  const forecasts: [string, RepeatHistories, number, () => Float64Array][] = [
    ["BG/NBD, on whole days", many, 0.3, () => bgNbdConditionalExpectation(truth, many, 26)],
    [
      "BG/NBD, all different",
      allDifferent,
      0.3,
      () => bgNbdConditionalExpectation(truth, allDifferent, 26),
    ],
    ["MBG/NBD, on whole days", many, 0.3, () => mbgNbdConditionalExpectation(truth, many, 26)],
    [
      "Pareto/NBD, on whole days",
      many,
      10,
      () => paretoNbdConditionalExpectation(pareto, many, 26),
    ],
    ["MBG/CNBD-2, on whole days", many, 10, () => mbgCnbdKConditionalExpectation(rhythm, many, 26)],
  ];
  for (const [name, histories, limit, work] of forecasts) {
    lines.push(line(`expected orders of 10⁶ accounts, ${name}`, histories, limit, work, 3));
  }
  return lines;
};
