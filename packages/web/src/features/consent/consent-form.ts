import type { ConsentTextView } from "@mainstay/contract/consent";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { ConsentMethod, ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { needsGuardian } from "@mainstay/domain/privacy/consent-rule";

/** What stands in the form of a consent. */
export interface ConsentForm {
  readonly textId?: string;
  readonly scope?: ConsentScope[];
  readonly method: ConsentMethod;
  readonly givenOn: IsoDay;
  readonly witness?: string;
  readonly guardian?: string;
  readonly expiresOn?: IsoDay | null;
}

/** Which proofs a way of consenting asks for. */
export const needsOfMethod = (method: ConsentMethod) => ({
  evidence: method === "paper" || method === "wecom_reply",
  witness: method === "oral_witnessed",
});

/** Whether a text speaks of a child, so that the guardian consents. */
export const needsGuardianOf = (text: ConsentTextView | undefined): boolean =>
  text?.scope.some(needsGuardian) ?? false;

/** The text that speaks of a scope; sensitive ones have one of their own. */
export const textOfScope = (
  texts: readonly ConsentTextView[],
  scope: ConsentScope | undefined,
): ConsentTextView | undefined =>
  scope === undefined ? undefined : texts.find((text) => text.scope.includes(scope));

/** The form as the interface wants it; what the chosen way does not ask for is left out. */
export const bodyOfForm = (form: ConsentForm, evidenceFileId: string | null) => {
  const needs = needsOfMethod(form.method);
  return {
    textId: form.textId ?? "",
    method: form.method,
    givenOn: form.givenOn,
    ...(form.scope && form.scope.length > 0 ? { scope: form.scope } : {}),
    ...(needs.witness && form.witness ? { witness: form.witness.trim() } : {}),
    ...(form.guardian ? { guardian: form.guardian.trim() } : {}),
    ...(form.expiresOn ? { expiresOn: form.expiresOn } : {}),
    ...(needs.evidence && evidenceFileId ? { evidenceFileId } : {}),
  };
};
