import { saveCycleSignals } from "../cycle-signal/save-cycle-signals.ts";
import { measureHealth } from "../health/measure-health.ts";
import { keepObligations } from "../obligation/keep-obligations.ts";
import { tellGivers } from "../promise/tell-givers.ts";
import type { CycleStep } from "./cycle-step.ts";

/** In this order: what is owed and promised, what it warns of, how the account stands. */
export const cycleSteps: readonly CycleStep[] = [
  keepObligations,
  tellGivers,
  saveCycleSignals,
  measureHealth,
];
