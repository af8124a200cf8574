import type { ProfileTopic } from "../account/profile-topic.ts";
import type { SignalKind } from "../signal/signal-kind.ts";

/** Everything a question for the visit may come from. */
export interface BriefFacts {
  readonly signals: readonly SignalKind[];
  /** People of the chain whose stance nobody knows, weightiest first. */
  readonly unknownStances: readonly string[];
  readonly staleStances: readonly string[];
  readonly economicBuyerName: string | null;
  readonly placeholders: readonly string[];
  /** Topics of the account's profile that have no answer, or one older than a year. */
  readonly openTopics: readonly ProfileTopic[];
  readonly overduePromises: number;
}

/** A question to take along: a phrase code with its parameters. */
export type BriefQuestion =
  | { readonly code: "promise"; readonly params: { readonly count: number } }
  | { readonly code: "signal"; readonly params: { readonly kind: SignalKind } }
  | { readonly code: "who_decides"; readonly params: Record<string, never> }
  | { readonly code: "who_is"; readonly params: { readonly name: string } }
  | { readonly code: "stance"; readonly params: { readonly name: string } }
  | { readonly code: "stance_again"; readonly params: { readonly name: string } }
  | { readonly code: "topic"; readonly params: { readonly topic: ProfileTopic } };

/** Kinds that a question to the customer can clear up; the others are ours to mend. */
const askable: readonly SignalKind[] = [
  "season_closed",
  "rhythm_broken",
  "order_amount_shrinking",
  "product_category_lost",
  "payment_delay",
];

export const mostBriefQuestions = 7;

/**
 * The questions worth asking on this visit, most useful first: what we owe, what a warning leaves open, who decides, who
 * is behind a placeholder, where the weightiest unknown and outdated people stand, what we do not know of their business.
 * At most seven, so that the visit stays a conversation.
 */
export const questionsForBrief = (facts: BriefFacts): BriefQuestion[] => {
  const found: BriefQuestion[] = [];
  if (facts.overduePromises > 0)
    found.push({ code: "promise", params: { count: facts.overduePromises } });
  for (const kind of askable)
    if (facts.signals.includes(kind)) found.push({ code: "signal", params: { kind } });
  if (facts.economicBuyerName === null) found.push({ code: "who_decides", params: {} });
  for (const name of facts.placeholders.slice(0, 2))
    found.push({ code: "who_is", params: { name } });
  for (const name of facts.unknownStances.slice(0, 2))
    found.push({ code: "stance", params: { name } });
  for (const name of facts.staleStances.slice(0, 1))
    found.push({ code: "stance_again", params: { name } });
  for (const topic of facts.openTopics.slice(0, 3))
    found.push({ code: "topic", params: { topic } });
  return found.slice(0, mostBriefQuestions);
};
