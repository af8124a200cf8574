/** What a handover's clock shows at an instant: time left in hours and minutes, or how long it is past. */
export type ClockReading =
  | { readonly kind: "left"; readonly hours: number; readonly minutes: number }
  | { readonly kind: "past"; readonly hours: number };

const hour = 3_600_000;

/** Reads the clock; time left is never shown as more than there is, and the last minute counts as one. */
export const readClock = (dueAt: string, now: number, isOverdue: boolean): ClockReading => {
  const left = Date.parse(dueAt) - now;
  if (isOverdue || left <= 0) return { kind: "past", hours: Math.max(0, Math.floor(-left / hour)) };
  const minutes = Math.max(1, Math.floor(left / 60_000));
  return { kind: "left", hours: Math.floor(minutes / 60), minutes: minutes % 60 };
};
