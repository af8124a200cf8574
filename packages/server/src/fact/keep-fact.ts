import type { FactBasis } from "@mainstay/domain/fact/fact-basis";
import { type FactKind, factRules } from "@mainstay/domain/fact/fact-kind";
import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { type FactCircumstances, mayEnterFact } from "@mainstay/domain/fact/may-enter-fact";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { sealFactValue } from "./seal-fact-value.ts";

/** A fact all of whose parts are known, before the rules have seen it. */
export interface FactWanted {
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly basis: FactBasis;
  readonly purpose: string;
  readonly source: string;
  readonly consentId: string | null;
  readonly verifiedOn: string;
  readonly occasionOn: string | null;
  readonly expiresOn: string | null;
}

/** The day until which the fact may be kept; throws `fact.<refusal>` where the rules say no. */
export const demandLawful = (wanted: FactWanted, on: FactCircumstances): string => {
  const answer = mayEnterFact(wanted, on);
  if ("refusal" in answer) {
    const isAboutChild = answer.refusal === "guardian_missing";
    throw new AppError(`fact.${answer.refusal}`, {
      kind: wanted.kind,
      ...(isAboutChild ? { suggest: "has_children" } : {}),
    });
  }
  return answer.expiresOn;
};

/** The columns of a lawful fact: a sensitive value sealed and nowhere in the clear. */
export const factRow = (
  ring: KeyRing,
  of: { readonly tenantId: string; readonly factId: string; readonly assessmentId: string | null },
  wanted: FactWanted,
  expiresOn: string,
) => {
  const { class: ofClass } = factRules[wanted.kind];
  const isSealed = ofClass === "S";
  return {
    kind: wanted.kind,
    class: ofClass,
    value: isSealed ? null : JSON.stringify(wanted.value),
    value_sealed: isSealed ? sealFactValue(ring, of.tenantId, of.factId, wanted.value) : null,
    basis: wanted.basis,
    purpose: wanted.purpose.trim(),
    source: wanted.source.trim(),
    consent_id: wanted.basis === "consent" ? wanted.consentId : null,
    assessment_id: isSealed ? of.assessmentId : null,
    verified_on: wanted.verifiedOn,
    expires_on: expiresOn,
  };
};

/** What is known now is asked no more. */
export const settlePrompt = (
  tx: Tx,
  tenantId: string,
  personId: string,
  kind: FactKind,
): Promise<unknown> =>
  sql`delete from fact_prompt where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid
    and kind = ${kind}`.execute(tx);
