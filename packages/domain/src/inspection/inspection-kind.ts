/** What an inspection draws from: cases that were solved, or visits that were logged, in a period. */
export const inspectionPopulations = ["solved_case", "visit"] as const;
export type InspectionPopulation = (typeof inspectionPopulations)[number];

/** `waiting` for a call; `done`: the customer was reached; `unreachable` after three calls in vain. */
export const inspectionItemStatuses = ["waiting", "done", "unreachable"] as const;

/** `announced`: population fixed, number committed to; `drawn`: calls are being made; `finished`: none waits. */
export const inspectionStatuses = ["announced", "drawn", "finished"] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

export const inspectionStatusOf = (drawnAt: unknown, waiting: number): InspectionStatus =>
  drawnAt === null ? "announced" : waiting > 0 ? "drawn" : "finished";
