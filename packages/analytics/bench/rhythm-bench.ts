import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { seededRandom } from "../src/numeric/seeded-random.ts";
import { fitRhythmModel } from "../src/rhythm/fit-rhythm-model.ts";
import type { OrderDayHistories } from "../src/rhythm/order-day-histories.ts";
import { scoreAllRhythms, scoreLost, scoreRhythm } from "../src/rhythm/score-rhythm.ts";
import type { RhythmModel } from "../src/rhythm/rhythm-model.ts";
import { type BenchLine, quickestSeconds } from "./bench-line.ts";
import type { LostSlice } from "./score-lost-worker.ts";

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

const shared = (values: Int32Array): Int32Array => {
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
};

// A thread does not inherit the loader of TypeScript sources on every supported Node.
const startWorker = `
  import("tsx/esm/api").then(({ register }) => {
    register();
    return import(${JSON.stringify(new URL("./score-lost-worker.ts", import.meta.url).href)});
  });
`;

/** Seconds in which `threads` threads score one portfolio in shared memory; they are started and warm before. */
const scoreOnThreads = async (
  model: RhythmModel,
  portfolio: OrderDayHistories,
  threads: number,
): Promise<number> => {
  const accounts = portfolio.offsets.length - 1;
  const offsets = shared(portfolio.offsets);
  const days = shared(portfolio.days);
  const result = new Float64Array(new SharedArrayBuffer(8 * accounts));
  const workers = Array.from({ length: threads }, (_, i) => {
    const from = Math.floor((i * accounts) / threads);
    const to = Math.floor(((i + 1) * accounts) / threads);
    const histories = { offsets: offsets.subarray(from, to + 1), days };
    const workerData: LostSlice = {
      model,
      asOf: today,
      histories,
      result: result.subarray(from, to),
    };
    return new Worker(startWorker, { eval: true, workerData });
  });
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const start = performance.now();
  const done = workers.map((worker) => once(worker, "message"));
  for (const worker of workers) worker.postMessage("score");
  await Promise.all(done);
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return seconds;
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
  const startCpu = process.cpuUsage();
  const millionSeconds = quickestSeconds(() => scoreLost(model, million, today), 0);
  const usedCpu = process.cpuUsage(startCpu);
  const cpuSeconds = ((usedCpu.user + usedCpu.system) / 1e6).toFixed(1);
  const twoThreadSeconds = await scoreOnThreads(model, million, 2);
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
      note: `full method, one thread, ${cpuSeconds} s of CPU, ${perAccount} order-days an account; first prototype (plain method) 4.75 s`,
    },
    {
      name: "order rhythm: P(lost) for 10⁶ accounts on 2 threads",
      rows: 1_000_000,
      seconds: twoThreadSeconds,
      limitSeconds: 10,
      note: "same accounts in shared memory, threads started before; the wish of 2 s is not reached",
    },
    {
      name: "order rhythm: one account on an event, explained",
      rows: 1,
      seconds: oneSeconds,
      limitSeconds: 0.001,
    },
  ];
};
