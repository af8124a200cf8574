import { dayNumberFromIso, type IsoDay, isoFromDayNumber } from "../calendar/day-number.ts";
import { addWorkingDays, type DifferentDays } from "../calendar/working-days.ts";
import { orderSteps } from "./order-steps.ts";
import { occurrenceKey, type PlaybookStep } from "./playbook-step.ts";

/** When one occurrence of a step is due. */
export interface PlannedStep {
  readonly key: string;
  readonly stepKey: string;
  readonly round: number;
  readonly dueOn: IsoDay;
  /** From when on a matching contact meets it. */
  readonly windowFromOn: IsoDay;
  /** False while the step it waits for is open: then the day is an expectation. */
  readonly isFirm: boolean;
}

const plusDays = (on: IsoDay, days: number): IsoDay =>
  isoFromDayNumber((dayNumberFromIso(on) ?? 0) + days);

/** How long before the start a contact may meet a step that is due before it. */
const daysAheadOfStart = 14;

/**
 * Every occurrence of every step with its due day, in workdays from the start or from the day its step was finished.
 * A step that waits for an open one is expected from the day that one is due, or from `today` when that has passed.
 * The steps must be without faults; a circle throws.
 */
export const planPlaybook = (
  steps: readonly PlaybookStep[],
  startOn: IsoDay,
  different: DifferentDays,
  { finishedOn, today }: { finishedOn?: ReadonlyMap<string, IsoDay>; today?: IsoDay } = {},
): PlannedStep[] => {
  const order = orderSteps(steps);
  if ("cycle" in order) throw new Error(`Steps wait for each other: ${order.cycle.join(", ")}`);
  const lastDue = new Map<string, IsoDay>();
  const planned: PlannedStep[] = [];
  for (const step of order.ordered) {
    const finished = step.after === null ? startOn : finishedOn?.get(step.after);
    const expected = step.after === null ? startOn : (lastDue.get(step.after) ?? startOn);
    const anchorOn = finished ?? (today !== undefined && today > expected ? today : expected);
    const isFirm = step.after === null || finished !== undefined;
    const firstDue = addWorkingDays(anchorOn, step.offset, different);
    let windowFromOn = step.after === null ? startOn : plusDays(anchorOn, 1);
    if (windowFromOn > firstDue)
      windowFromOn = step.offset < 0 ? plusDays(firstDue, -daysAheadOfStart) : firstDue;
    for (let round = 1; round <= (step.repeat?.times ?? 1); round++) {
      const dueOn =
        round === 1
          ? firstDue
          : addWorkingDays(firstDue, (round - 1) * (step.repeat?.every ?? 1), different);
      const key = occurrenceKey(step, round);
      planned.push({ key, stepKey: step.key, round, dueOn, windowFromOn, isFirm });
      lastDue.set(step.key, dueOn);
      windowFromOn = plusDays(dueOn, 1);
    }
  }
  return planned;
};
