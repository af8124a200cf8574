import { needs } from "@mainstay/contract/need";

/** What is out of date once anything happened to a need. */
export const staleAfterNeed = [needs.list, needs.get, needs.funnel] as const;
