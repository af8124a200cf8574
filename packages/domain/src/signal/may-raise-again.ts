import type { DayNumber } from "../calendar/day-number.ts";
import type { SignalOutcome } from "./signal-kind.ts";

/** The last signal of the same kind on the account that somebody resolved. */
export interface ResolvedSignal {
  readonly outcome: SignalOutcome;
  readonly resolvedDay: DayNumber;
}

/** How long people's word holds when nothing new happens; a "lost" holds until the customer orders again. */
export const quietDays = { saved: 60, false_alarm: 180 } as const;

/**
 * Whether the same warning may be raised again. What people decided stands until the facts change: an order after the
 * decision, or for "saved" two and for "false alarm" six months without one. A signal that cleared by itself may
 * always come back.
 */
export const mayRaiseAgain = (
  last: ResolvedSignal | null,
  lastOrderDay: DayNumber | null,
  today: DayNumber,
): boolean => {
  if (last === null || last.outcome === "cleared") return true;
  if (lastOrderDay !== null && lastOrderDay > last.resolvedDay) return true;
  if (last.outcome === "lost") return false;
  return today - last.resolvedDay > quietDays[last.outcome];
};
