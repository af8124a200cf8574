import { type FactKind, factKinds } from "./fact-kind.ts";

/**
 * From how many items on unlawful acquiring, selling or providing is a crime (两高 2017, Article 5): whereabouts,
 * communications, credit and property 50; lodging, health and dealings 500; anything else 5,000.
 */
export const criminalLines = { whereabouts: 50, health: 500, other: 5_000 } as const;
export type CriminalGroup = keyof typeof criminalLines;

const groups: Readonly<Partial<Record<FactKind, CriminalGroup>>> = {
  last_holiday: "whereabouts",
  next_holiday: "whereabouts",
  itinerary: "whereabouts",
  diet_restriction: "health",
};

export const criminalGroupOf = (kind: FactKind): CriminalGroup => groups[kind] ?? "other";

/** How many rows of each kind a batch brings. */
export type FactCounts = Readonly<Partial<Record<FactKind, number>>>;

/**
 * How much of the criminal line a batch reaches: 1 is the line itself. Kinds of different groups add up by their share
 * of their own line, as the interpretation says.
 */
export const shareOfCriminalLine = (counts: FactCounts): number =>
  factKinds.reduce(
    (sum, kind) => sum + (counts[kind] ?? 0) / criminalLines[criminalGroupOf(kind)],
    0,
  );

/** Whether somebody from compliance must say yes before the batch goes on. */
export const needsBulkAcknowledgement = (counts: FactCounts): boolean =>
  shareOfCriminalLine(counts) >= 1 - 1e-9;
