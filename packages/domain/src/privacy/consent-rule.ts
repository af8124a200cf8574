import { type ConsentScope, consentScopes } from "../fact/consent-scope.ts";
import { type FactKind, factRules } from "../fact/fact-kind.ts";

const factRuleOf = (scope: ConsentScope) =>
  scope in factRules ? factRules[scope as FactKind] : null;

/** Sensitive personal information (PIPL Article 28): the kinds of class S. */
export const isSensitiveScope = (scope: ConsentScope): boolean => factRuleOf(scope)?.class === "S";

/** What nobody may tick together with anything else: sensitive kinds (Article 29) and publishing (Article 25). */
export const needsOwnConsent = (scope: ConsentScope): boolean =>
  isSensitiveScope(scope) || scope === "publish";

/** Only a guardian can consent for a child below fourteen (Article 31). */
export const needsGuardian = (scope: ConsentScope): boolean =>
  factRuleOf(scope)?.needsGuardian === true;

/** The scopes in the order of the catalogue, each once. */
export const sortedScope = (scope: readonly ConsentScope[]): ConsentScope[] =>
  consentScopes.filter((one) => scope.includes(one));

/** A consent to be recorded, as far as the rules look at it. */
export interface ConsentDraft {
  readonly scope: readonly ConsentScope[];
  readonly textScope: readonly ConsentScope[];
  readonly method: "portal" | "paper" | "wecom_reply" | "oral_witnessed";
  readonly givenOn: string;
  readonly expiresOn: string;
  readonly witness: string | null;
  readonly guardian: string | null;
  readonly hasEvidence: boolean;
}

export type ConsentFault =
  | "scope_not_in_text"
  | "sensitive_bundled"
  | "given_in_future"
  | "expires_too_early"
  | "expires_too_late"
  | "witness_missing"
  | "guardian_missing"
  | "evidence_missing";

/**
 * Why a consent cannot be recorded as told, or null. Consent is voluntary, explicit and informed (Article 14): what was
 * ticked must stand in the text shown; a sensitive scope stands alone; an oral consent has its witness, one on paper or by
 * message its file; a child's consent its guardian. `latestOn` is the last day a consent given that day may hold.
 */
export const consentFault = (
  draft: ConsentDraft,
  today: string,
  latestOn: string,
): ConsentFault | null => {
  if (isBundled(draft.scope)) return "sensitive_bundled";
  if (draft.scope.some((one) => !draft.textScope.includes(one))) return "scope_not_in_text";
  if (draft.givenOn > today) return "given_in_future";
  if (draft.expiresOn <= draft.givenOn || draft.expiresOn <= today) return "expires_too_early";
  if (draft.expiresOn > latestOn) return "expires_too_late";
  if (draft.method === "oral_witnessed" && !draft.witness) return "witness_missing";
  if (draft.scope.some(needsGuardian) && !draft.guardian) return "guardian_missing";
  if ((draft.method === "paper" || draft.method === "wecom_reply") && !draft.hasEvidence)
    return "evidence_missing";
  return null;
};

/** Whether a scope that needs a consent of its own stands beside another. */
export const isBundled = (scope: readonly ConsentScope[]): boolean =>
  scope.length > 1 && scope.some(needsOwnConsent);

/**
 * Where a consent stands. `outdated`: the text was replaced since by one with other words, purpose or scope, so it carries
 * what was collected under it but nothing new (Article 14).
 */
export const consentStates = ["active", "ending", "outdated", "expired", "withdrawn"] as const;
export type ConsentState = (typeof consentStates)[number];

/** A consent that ends within so many days is shown as ending, so that somebody asks again in time. */
export const endingWithinDays = 30;

export interface ConsentFacts {
  readonly withdrawnAt: Date | null;
  readonly expiresAt: Date;
  readonly isTextReplaced: boolean;
}

export const consentStateOf = (consent: ConsentFacts, now: Date): ConsentState => {
  if (consent.withdrawnAt !== null) return "withdrawn";
  if (consent.expiresAt <= now) return "expired";
  if (consent.isTextReplaced) return "outdated";
  const left = consent.expiresAt.getTime() - now.getTime();
  return left <= endingWithinDays * 86_400_000 ? "ending" : "active";
};

/** Whether a new fact of the kind may rest on the consent now. */
export const carriesNewFacts = (
  consent: ConsentFacts & { readonly scope: readonly ConsentScope[] },
  scope: ConsentScope,
  now: Date,
): boolean =>
  consent.scope.includes(scope) && ["active", "ending"].includes(consentStateOf(consent, now));

/** Everything a consent text says, as one text; its SHA-256 is the version, so that no edit keeps it. */
export const consentTextAsOne = (text: {
  readonly scope: readonly ConsentScope[];
  readonly purpose: string;
  readonly words: string;
}): string => JSON.stringify([sortedScope(text.scope), text.purpose.trim(), text.words.trim()]);
