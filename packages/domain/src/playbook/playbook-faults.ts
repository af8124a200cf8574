import { orderSteps } from "./order-steps.ts";
import { playbookLimits, type PlaybookStep } from "./playbook-step.ts";

export const playbookFaultCodes = [
  "no_steps",
  "too_many_steps",
  "bad_key",
  "duplicate_key",
  "words_missing",
  "unknown_step",
  "cycle",
  "before_its_step",
  "offset_out_of_range",
  "repeat_out_of_range",
] as const;
export type PlaybookFaultCode = (typeof playbookFaultCodes)[number];

/** What keeps a playbook from being published, and the steps it is about. */
export interface PlaybookFault {
  readonly code: PlaybookFaultCode;
  readonly steps: readonly string[];
}

const keyForm = /^[a-z][a-z0-9_]{0,39}$/;
const { earliestOffset, latestOffset, longestEvery, mostTimes, mostSteps } = playbookLimits;

const faultsOfStep = (step: PlaybookStep, keys: ReadonlySet<string>): PlaybookFaultCode[] => {
  const codes: PlaybookFaultCode[] = [];
  if (!keyForm.test(step.key)) codes.push("bad_key");
  const words = [step.title, step.why, step.done].flatMap(({ zh, en }) => [zh, en]);
  if (words.some((one) => one.trim() === "")) codes.push("words_missing");
  if (step.after !== null && !keys.has(step.after)) codes.push("unknown_step");
  if (step.after !== null && step.offset < 0) codes.push("before_its_step");
  if (!Number.isInteger(step.offset) || step.offset < earliestOffset || step.offset > latestOffset)
    codes.push("offset_out_of_range");
  const { repeat } = step;
  if (
    repeat !== null &&
    !(
      Number.isInteger(repeat.every) &&
      Number.isInteger(repeat.times) &&
      repeat.every >= 1 &&
      repeat.every <= longestEvery &&
      repeat.times >= 2 &&
      repeat.times <= mostTimes
    )
  )
    codes.push("repeat_out_of_range");
  return codes;
};

/** Everything wrong with a playbook; none means that it may be published. Steps waiting for each other in a circle are named. */
export const findPlaybookFaults = (steps: readonly PlaybookStep[]): PlaybookFault[] => {
  if (steps.length === 0) return [{ code: "no_steps", steps: [] }];
  const faults: PlaybookFault[] = [];
  if (steps.length > mostSteps) faults.push({ code: "too_many_steps", steps: [] });
  const keys = new Set(steps.map(({ key }) => key));
  const twice = steps.filter(({ key }, index) => steps.findIndex((one) => one.key === key) < index);
  if (twice.length > 0)
    faults.push({ code: "duplicate_key", steps: [...new Set(twice.map(({ key }) => key))] });
  for (const code of playbookFaultCodes) {
    const about = steps.filter((step) => faultsOfStep(step, keys).includes(code));
    if (about.length > 0) faults.push({ code, steps: about.map(({ key }) => key) });
  }
  const order = orderSteps(steps);
  if ("cycle" in order) faults.push({ code: "cycle", steps: order.cycle });
  return faults;
};
