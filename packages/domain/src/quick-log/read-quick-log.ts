import type { QuickLogReading, QuickLogWorld } from "./quick-log-reading.ts";

/** Lines beyond this are kept whole in the log, but only so much is read. */
export const readUpTo = 2000;

export const readQuickLog = (_line: string, _world: QuickLogWorld): QuickLogReading => ({
  account: null,
  people: [],
  occurredOn: null,
  kind: null,
  isTwoWay: null,
  topic: null,
  mood: null,
  nextSteps: [],
  isPlan: false,
});
