import type { IsoDay } from "../calendar/day-number.ts";
import type { ConsentScope } from "./consent-scope.ts";
import type { FactKind } from "./fact-kind.ts";
import { factRules } from "./fact-kind.ts";

/** A consent as far as its reach matters. Days are the workspace's; `expiresOn` is the first day it no longer holds. */
export interface ConsentOnFile {
  readonly scope: readonly ConsentScope[];
  readonly purpose: string;
  readonly givenOn: IsoDay;
  readonly expiresOn: IsoDay;
  readonly isWithdrawn: boolean;
  /** Its text was replaced since: it carries what was collected under it, but nothing new (Article 14). */
  readonly isTextReplaced: boolean;
}

/** Why a consent does not carry a fact. */
export const consentGaps = [
  "consent_withdrawn",
  "consent_not_yet",
  "consent_expired",
  "consent_outdated",
  "consent_not_covering",
  "consent_not_separate",
  "consent_other_purpose",
] as const;
export type ConsentGap = (typeof consentGaps)[number];

/**
 * What is missing for `consent` to carry facts of `kind` for `purpose` on `today`; null when it does. It must name the
 * kind, speak of the same purpose and be in force; a sensitive kind needs a consent of its own (PIPL Articles 14, 29).
 */
export const consentGap = (
  kind: FactKind,
  purpose: string,
  consent: ConsentOnFile,
  today: IsoDay,
): ConsentGap | null => {
  if (consent.isWithdrawn) return "consent_withdrawn";
  if (consent.givenOn > today) return "consent_not_yet";
  if (consent.expiresOn <= today) return "consent_expired";
  if (consent.isTextReplaced) return "consent_outdated";
  if (!consent.scope.includes(kind)) return "consent_not_covering";
  if (factRules[kind].class === "S" && consent.scope.length !== 1) return "consent_not_separate";
  if (consent.purpose.trim() !== purpose.trim()) return "consent_other_purpose";
  return null;
};

/** Whether a consent carries facts of `kind` for `purpose` on `today`. */
export const isCoveredByConsent = (
  kind: FactKind,
  purpose: string,
  consent: ConsentOnFile,
  today: IsoDay,
): boolean => consentGap(kind, purpose, consent, today) === null;
