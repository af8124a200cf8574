import { days } from "@mainstay/contract/day";
import { facts } from "@mainstay/contract/fact";

/** Whose kept answers are stale after a change of a fact: the dossier, what is due, the days a birthday makes. */
export const staleAfterFact = [facts.dossier, facts.due, ...Object.values(days)] as const;
