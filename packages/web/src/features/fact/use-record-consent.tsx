import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import type { ReactNode } from "react";

/** The way to recording a consent for a kind, where the consents of the person stand. */
export const useRecordConsent = (
  _personId: string,
): { record: (kind: FactKind) => void; dialog: ReactNode } => ({
  record: () => document.getElementById("consents")?.scrollIntoView({ behavior: "smooth" }),
  dialog: null,
});
