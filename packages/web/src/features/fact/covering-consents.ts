import type { ConsentView } from "@mainstay/contract/consent";
import { consents } from "@mainstay/contract/consent";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { isCoveredByConsent } from "@mainstay/domain/fact/consent-cover";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";

/** Those of a person's consents that would carry a new fact of the kind, by the server's own rule. */
export const coveringConsents = (
  all: readonly ConsentView[],
  kind: FactKind,
  today: IsoDay,
): ConsentView[] =>
  all.filter((consent) =>
    isCoveredByConsent(
      kind,
      consent.purpose,
      {
        scope: consent.scope,
        purpose: consent.purpose,
        givenOn: consent.givenOn,
        expiresOn: consent.expiresOn,
        isWithdrawn: consent.withdrawnAt !== null,
        isTextReplaced: consent.state === "outdated",
      },
      today,
    ),
  );

/** The person's consents, where the reader may see them. */
export const useConsents = (
  personId: string,
): { list: readonly ConsentView[]; isReady: boolean } => {
  const may = useMay("consent.view");
  const found = useAnswer(consents.listOfPerson, { params: { personId } }, { enabled: may });
  return { list: found.data?.items ?? [], isReady: !may || found.isFetched };
};
