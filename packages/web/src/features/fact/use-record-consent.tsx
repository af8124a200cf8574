import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { type ReactNode, Suspense, lazy, useState } from "react";

const RecordConsentDialog = lazy(() =>
  import("../consent/record-consent-dialog.tsx").then((m) => ({ default: m.RecordConsentDialog })),
);

/** The way to recording a consent for a kind: the dialog opens with the text that speaks of it. */
export const useRecordConsent = (
  personId: string,
): { record: (kind: FactKind) => void; dialog: ReactNode } => {
  const [kind, setKind] = useState<FactKind | null>(null);
  return {
    record: setKind,
    dialog: kind !== null && (
      <Suspense>
        <RecordConsentDialog personId={personId} scope={kind} onClose={() => setKind(null)} />
      </Suspense>
    ),
  };
};
