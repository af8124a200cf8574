/** Where the red flags begin (capabilities R9, formulas § 3). Days are calendar days. */
export interface RedFlagLimits {
  /** Fewer of ours, or of theirs, in living contact than this: red. */
  readonly fewestThreads: number;
  /** Fewer of theirs than this: amber. */
  readonly comfortableThreads: number;
  /** Share of the key people's weight that must be known to be for us. */
  readonly supportingShare: number;
  /** So many stances must be known before "nobody is against us" is worth a warning. */
  readonly knownForOpponent: number;
  readonly gatekeeperDays: number;
  readonly stanceDays: number;
  readonly placeholderDays: number;
}

export const usualRedFlagLimits: RedFlagLimits = {
  fewestThreads: 2,
  comfortableThreads: 3,
  supportingShare: 0.5,
  knownForOpponent: 5,
  gatekeeperDays: 90,
  stanceDays: 90,
  placeholderDays: 30,
};
