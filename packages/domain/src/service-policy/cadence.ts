/** How often something is owed, the most frequent first; `case` 按需 is owed when a matter of the customer calls for it, on no date. */
export const cadences = ["month", "quarter", "half_year", "year", "case"] as const;
export type Cadence = (typeof cadences)[number];

/** Months of a period; null for `case`, which has none. */
export const monthsOfCadence: Readonly<Record<Cadence, number | null>> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
  case: null,
};
