/** 时限: what a customer may expect by when — a first answer, a first interim report, the solution. */
export const caseClockNames = ["reply", "feedback", "solve"] as const;
export type CaseClockName = (typeof caseClockNames)[number];

/**
 * Which time counts: round the clock; the 24 hours of every working day; or the hours between opening and closing of every
 * working day.
 */
export const clockModes = ["always", "workdays", "hours"] as const;
export type ClockMode = (typeof clockModes)[number];

/** How long: hours that count, or working days (24 counting hours, or one opening time where `hours` count). */
export const clockUnits = ["hours", "workdays"] as const;
export type ClockUnit = (typeof clockUnits)[number];

export interface ClockTerm {
  readonly count: number;
  readonly unit: ClockUnit;
}

/**
 * Where one clock stands: it runs, is stopped by a pause, ran out unmet, was met in time or late, or is of no consequence
 * any more because the case ended otherwise.
 */
export const clockStates = ["running", "paused", "overdue", "met", "late", "ended"] as const;
export type ClockState = (typeof clockStates)[number];
