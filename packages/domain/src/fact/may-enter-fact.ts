import { dayNumberFromIso, type IsoDay, isoFromDayNumber } from "../calendar/day-number.ts";
import { type ConsentOnFile, consentGap, consentGaps } from "./consent-cover.ts";
import type { FactBasis } from "./fact-basis.ts";
import type { FactClass } from "./fact-class.ts";
import { type FactKind, factRules } from "./fact-kind.ts";
import { retentionEndsOn } from "./fact-retention.ts";
import { faultOfFactValue, type FactValue } from "./fact-value.ts";
import { needsGuardianConsent } from "./guardian-rule.ts";

/** Why a fact may not be kept. Each has words in both languages under `fact.<refusal>`. */
export const factRefusals = [
  "person_restricted",
  "person_is_placeholder",
  "profiling_objected",
  "already_held",
  "value_form",
  "value_not_real",
  "basis_not_enough",
  "source_missing",
  "purpose_missing",
  "consent_missing",
  ...consentGaps,
  "guardian_missing",
  "assessment_missing",
  "occasion_missing",
  "verified_in_future",
  "past_retention",
  "expires_too_late",
  "expires_in_past",
] as const;
export type FactRefusal = (typeof factRefusals)[number];

export interface FactDraft {
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly basis: FactBasis;
  readonly purpose: string;
  readonly source: string;
  readonly verifiedOn: IsoDay;
  /** Last day of the trip or meal; only for kinds kept for an occasion. */
  readonly occasionOn: IsoDay | null;
  /** Wanted end; the longest allowed when null. */
  readonly expiresOn: IsoDay | null;
}

/** What is on file about the person and the papers the draft leans on. */
export interface FactCircumstances {
  readonly today: IsoDay;
  readonly person: {
    readonly isRestricted: boolean;
    readonly isPlaceholder: boolean;
    readonly hasObjectedToProfiling: boolean;
  };
  /** Whether another fact of the kind is held already. */
  readonly isHeld: boolean;
  /** The consent named by the draft, if it is this person's. */
  readonly consent: (ConsentOnFile & { readonly isByGuardian: boolean }) | null;
  /** Whether an approved impact assessment covers the kind (Article 55). */
  readonly isAssessed: boolean;
}

/** A contract with the company is none with its employee: it carries nothing personal (Article 13 (2)). */
const enoughBases: Readonly<Record<FactClass, readonly FactBasis[]>> = {
  B: ["consent", "contract_party", "legal_duty", "public_source", "other_law"],
  P: ["consent", "legal_duty", "public_source", "other_law"],
  S: ["consent"],
};

/** The lawful bases a kind may rest on: sensitive ones on consent alone. */
export const basesOfKind = (kind: FactKind): readonly FactBasis[] =>
  enoughBases[factRules[kind].class];

/**
 * Whether a fact may be kept, and until when: never beyond what the law's retention, the consent and the wish allow.
 * The first broken rule is the answer; nothing is half-right.
 */
export const mayEnterFact = (
  draft: FactDraft,
  on: FactCircumstances,
): { readonly expiresOn: IsoDay } | { readonly refusal: FactRefusal } => {
  const refusal = refusalOfPerson(draft, on) ?? refusalOfPapers(draft, on);
  if (refusal !== null) return { refusal };
  return endOf(draft, on);
};

const refusalOfPerson = (
  { kind, value }: FactDraft,
  { person, isHeld, today }: FactCircumstances,
): FactRefusal | null => {
  if (person.isRestricted) return "person_restricted";
  if (person.isPlaceholder) return "person_is_placeholder";
  if (person.hasObjectedToProfiling && factRules[kind].isProfile) return "profiling_objected";
  const fault = faultOfFactValue(kind, value, dayNumberFromIso(today) ?? 0);
  if (fault !== null) return fault;
  return isHeld && factRules[kind].isSingle ? "already_held" : null;
};

const refusalOfPapers = (draft: FactDraft, on: FactCircumstances): FactRefusal | null => {
  const { kind, basis, value } = draft;
  const today = dayNumberFromIso(on.today) ?? 0;
  if (!basesOfKind(kind).includes(basis)) return "basis_not_enough";
  const hasPurpose = draft.purpose.trim() !== "";
  if (basis !== "consent") {
    if (!hasPurpose) return "purpose_missing";
    return draft.source.trim() === "" ? "source_missing" : null;
  }
  // A guardian's consent is asked for first: without it no other paper about the child would help.
  if (needsGuardianConsent(kind, value, today) && !on.consent?.isByGuardian)
    return "guardian_missing";
  if (on.consent === null) return "consent_missing";
  if (!hasPurpose) return "purpose_missing";
  const gap = consentGap(kind, draft.purpose, on.consent, on.today);
  if (gap !== null) return gap;
  return factRules[kind].class === "S" && !on.isAssessed ? "assessment_missing" : null;
};

const dayBefore = (on: IsoDay): IsoDay => isoFromDayNumber((dayNumberFromIso(on) ?? 0) - 1);

const endOf = (
  draft: FactDraft,
  { today, consent }: FactCircumstances,
): { readonly expiresOn: IsoDay } | { readonly refusal: FactRefusal } => {
  if (draft.verifiedOn > today) return { refusal: "verified_in_future" };
  const retention = retentionEndsOn(draft.kind, draft);
  if (retention === null) return { refusal: "occasion_missing" };
  if (retention < today) return { refusal: "past_retention" };
  const consented = draft.basis === "consent" && consent ? dayBefore(consent.expiresOn) : retention;
  const longest = consented < retention ? consented : retention;
  if (draft.expiresOn === null) return { expiresOn: longest };
  if (draft.expiresOn > longest) return { refusal: "expires_too_late" };
  return draft.expiresOn < today ? { refusal: "expires_in_past" } : { expiresOn: draft.expiresOn };
};
