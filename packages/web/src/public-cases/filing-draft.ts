import type { CaseKind, CaseLevel } from "@mainstay/domain/case/case-kind";
import type { PublicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { newRef } from "../public-survey/new-ref.ts";

/** What a customer fills in; kept in the tab until it has arrived. */
export interface FilingDraft {
  readonly clientRef: string;
  readonly kind: CaseKind;
  readonly level: CaseLevel;
  readonly words: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly company: string;
}

export const emptyDraft = (): FilingDraft => ({
  clientRef: newRef(),
  kind: "fault",
  level: "general",
  words: "",
  name: "",
  phone: "",
  email: "",
  company: "",
});

/** What is missing before it can be sent, by field. */
export const missingIn = (
  draft: FilingDraft,
  givenTo: string,
  words: PublicCaseWords["filing"],
): { readonly words: string | null; readonly contact: string | null } => ({
  words: draft.words.trim() === "" ? words.wordsMissing : null,
  contact:
    givenTo === "anybody" &&
    (draft.name.trim() === "" || (draft.phone.trim() === "" && draft.email.trim() === ""))
      ? words.contactMissing
      : null,
});
