import { consents, consentTexts } from "@mainstay/contract/consent";
import { decisionChains } from "@mainstay/contract/decision-chain";
import { facts } from "@mainstay/contract/fact";
import { personPages } from "@mainstay/contract/person-page";
import { privacy } from "@mainstay/contract/privacy";
import { staleAfterFact } from "../fact/stale-after-fact.ts";

/** What is no longer as it was once a consent was given or withdrawn: facts, profile, the person, the overview. */
export const staleAfterConsent = [
  consents.listOfPerson,
  consentTexts.list,
  privacy.overview,
  privacy.receipts,
  personPages.get,
  facts.dossier,
  ...staleAfterFact,
  ...Object.values(decisionChains),
] as const;
