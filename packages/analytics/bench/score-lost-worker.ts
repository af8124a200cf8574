import { parentPort, workerData } from "node:worker_threads";
import type { OrderDayHistories } from "../src/rhythm/order-day-histories.ts";
import type { RhythmModel } from "../src/rhythm/rhythm-model.ts";
import { scoreLost } from "../src/rhythm/score-rhythm.ts";

/** A thread's slice of the accounts; all arrays lie in memory that the threads share. */
export interface LostSlice {
  model: RhythmModel;
  asOf: number;
  histories: OrderDayHistories;
  result: Float64Array;
}

const { model, asOf, histories, result } = workerData as LostSlice;

// The first accounts once, so that the compiler and the calendar tables are warm before the clock starts.
const warm = { offsets: histories.offsets.subarray(0, 3001), days: histories.days };
scoreLost(model, warm, asOf);
parentPort!.once("message", () => {
  result.set(scoreLost(model, histories, asOf));
  parentPort!.postMessage("done");
});
parentPort!.postMessage("ready");
