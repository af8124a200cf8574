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
export const factShapes = ["words", "year", "yes_no", "anniversary", "trip"] as const;
export type FactShape = (typeof factShapes)[number];

/**
 * When the right to keep a value ends: so many months after its last verification, or so many days after the occasion
 * (trip, meal) it was noted for.
 */
export type FactRetention =
  | { readonly from: "verified"; readonly months: number }
  | { readonly from: "occasion"; readonly days: number };

export interface FactRule {
  readonly class: FactClass;
  readonly defaultBasis: FactBasis;
  readonly retention: FactRetention;
  readonly shape: FactShape;
  /** A person has one of it: a second is a correction of the first. */
  readonly isSingle?: true;
  /** Interests, habits, judgements of character: not kept of who objected to profiling (Articles 24, 73(2)). */
  readonly isProfile?: true;
  /** The person is a child below fourteen: only a guardian can consent (Article 31). */
  readonly needsGuardian?: true;
}

const months = (count: number): FactRetention => ({ from: "verified", months: count });
const afterOccasion: FactRetention = { from: "occasion", days: 30 };
type Marks = Pick<FactRule, "isSingle" | "isProfile" | "needsGuardian">;
const rule =
  (ofClass: FactClass, defaultBasis: FactBasis) =>
  (retention: FactRetention, shape: FactShape = "words", marks: Marks = {}): FactRule => ({
    class: ofClass,
    defaultBasis,
    retention,
    shape,
    ...marks,
  });
const business = rule("B", "public_source");
const personal = rule("P", "consent");
const sensitive = rule("S", "consent");
const single = { isSingle: true } as const;
const profile = { isProfile: true } as const;

/** Class, default basis and longest retention of each kind (facts § 1, table "Field → class"). */
export const factRules: Readonly<Record<FactKind, FactRule>> = {
  birthday: personal(months(24), "anniversary", single),
  birth_year: personal(months(24), "year", single),
  family: personal(months(12)),
  has_children: personal(months(12), "yes_no", single),
  child_birthday: sensitive(months(12), "anniversary", { needsGuardian: true }),
  hometown: personal(months(24), "words", single),
  school: personal(months(24)),
  sports: personal(months(24), "words", profile),
  food: personal(months(24), "words", profile),
  diet_restriction: sensitive(afterOccasion),
  books: personal(months(24), "words", profile),
  leisure: personal(months(24), "words", profile),
  last_holiday: sensitive(afterOccasion, "trip"),
  next_holiday: sensitive(afterOccasion, "trip"),
  itinerary: sensitive(afterOccasion, "trip"),
  organisation_role: business(months(12)),
  colleague_ties: personal(months(12), "words", profile),
  career_plan: personal(months(12), "words", profile),
  habits: personal(months(24), "words", profile),
  personality_note: personal(months(12), "words", profile),
  public_identity: sensitive(months(12)),
};

/** Asked first: what opens a conversation and harms nobody. */
export const firstFactKinds = [
  "organisation_role",
  "birthday",
  "hometown",
  "school",
  "leisure",
] as const satisfies readonly FactKind[];
