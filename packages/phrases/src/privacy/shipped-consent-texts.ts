import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import type { Locale } from "../locale.ts";
import { shippedTextsEn } from "./shipped-texts-en.ts";
import { shippedTextsZh } from "./shipped-texts-zh.ts";

/** A consent text that ships with the product: a proposal for counsel to look at before it is used. */
export interface ShippedConsentText {
  readonly scope: readonly ConsentScope[];
  readonly purpose: string;
  readonly words: string;
}

/** Groups of scopes that are asked for together; sensitive ones and publishing stand alone (Articles 25, 29). */
export const shippedScopes = {
  anniversaries: ["birthday", "birth_year"],
  background: ["hometown", "school"],
  family: ["family", "has_children"],
  interests: ["sports", "food", "books", "leisure", "habits"],
  work: ["organisation_role", "colleague_ties", "career_plan"],
  profile: ["personality_note", "profile"],
  photo: ["photo"],
  publish: ["publish"],
  child_birthday: ["child_birthday"],
  diet_restriction: ["diet_restriction"],
  last_holiday: ["last_holiday"],
  next_holiday: ["next_holiday"],
  itinerary: ["itinerary"],
  public_identity: ["public_identity"],
} as const satisfies Record<string, readonly ConsentScope[]>;
export type ShippedGroup = keyof typeof shippedScopes;

/** What each group says: why we ask, and what the person confirms. */
export type ShippedWords = Record<
  ShippedGroup,
  { readonly purpose: string; readonly words: string }
>;

const words: Record<Locale, ShippedWords> = { "zh-CN": shippedTextsZh, en: shippedTextsEn };

/** Every shipped text in the language of a workspace; together they speak of every scope once. */
export const shippedConsentTexts = (locale: Locale): ShippedConsentText[] =>
  (Object.keys(shippedScopes) as ShippedGroup[]).map((group) => ({
    scope: shippedScopes[group],
    ...words[locale][group],
  }));
