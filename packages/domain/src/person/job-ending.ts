/**
 * 离任原因 Why a job ended. `moved_account` and `moved_inside` are followed by another job of the same person;
 * `entered_by_mistake` says that the job never was, so that it counts neither as history nor as a way in.
 */
export const jobEndings = [
  "left_company",
  "moved_account",
  "moved_inside",
  "retired",
  "entered_by_mistake",
] as const;
export type JobEnding = (typeof jobEndings)[number];
