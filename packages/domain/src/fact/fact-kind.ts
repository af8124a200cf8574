import type { FactBasis } from "./fact-basis.ts";
import type { FactClass } from "./fact-class.ts";

/** Everything a dossier 关键人物档案 may hold about a person beside name and job (capabilities R1, facts § 1). */
export const factKinds = [
  "birthday",
  "birth_year",
  "family",
  "has_children",
  "child_birthday",
  "hometown",
  "school",
  "sports",
  "food",
  "diet_restriction",
  "books",
  "leisure",
  "last_holiday",
  "next_holiday",
  "itinerary",
  "organisation_role",
  "colleague_ties",
  "career_plan",
  "habits",
  "personality_note",
  "public_identity",
] as const;
export type FactKind = (typeof factKinds)[number];

/** How a value is entered: free words, a year, yes or no, a day that may lack its year or be lunar, or a region with its month. */
export type FactShape = "words" | "year" | "yes_no" | "anniversary" | "trip";

/** When the right to keep a value ends, counted from its last verification, or from the end of the trip. */
export type FactRetention =
  | { readonly from: "verified"; readonly months: number }
  | { readonly from: "trip_end"; readonly days: number };

export interface FactRule {
  readonly class: FactClass;
  readonly defaultBasis: FactBasis;
  readonly retention: FactRetention;
  readonly shape: FactShape;
  /** The person is a child below fourteen: only a guardian can consent (Article 31). */
  readonly needsGuardian?: true;
}

const months = (count: number): FactRetention => ({ from: "verified", months: count });
const afterTrip: FactRetention = { from: "trip_end", days: 30 };
const personal = (retention: FactRetention, shape: FactShape = "words"): FactRule => ({
  class: "P",
  defaultBasis: "consent",
  retention,
  shape,
});
const sensitive = (retention: FactRetention, shape: FactShape = "words"): FactRule => ({
  class: "S",
  defaultBasis: "consent",
  retention,
  shape,
});

/** Class, default basis and longest retention of each kind (facts § 1, table "Field → class"). */
export const factRules: Readonly<Record<FactKind, FactRule>> = {
  birthday: personal(months(24), "anniversary"),
  birth_year: personal(months(24), "year"),
  family: personal(months(12)),
  has_children: personal(months(12), "yes_no"),
  child_birthday: { ...sensitive(months(12), "anniversary"), needsGuardian: true },
  hometown: personal(months(24)),
  school: personal(months(24)),
  sports: personal(months(24)),
  food: personal(months(24)),
  diet_restriction: sensitive({ from: "verified", months: 1 }),
  books: personal(months(24)),
  leisure: personal(months(24)),
  last_holiday: sensitive(afterTrip, "trip"),
  next_holiday: sensitive(afterTrip, "trip"),
  itinerary: sensitive(afterTrip, "trip"),
  organisation_role: personal(months(12)),
  colleague_ties: personal(months(12)),
  career_plan: personal(months(12)),
  habits: personal(months(24)),
  personality_note: personal(months(12)),
  public_identity: sensitive(months(12)),
};
