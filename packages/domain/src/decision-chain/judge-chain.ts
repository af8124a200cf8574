import type { BuyingRole } from "../buying-role/buying-role.ts";
import { type Stance, stanceValue } from "../stance/stance.ts";

/** A member of the chain, as far as the judgement on the whole of it cares. */
export interface ChainMemberFacts {
  readonly personId: string;
  readonly role: BuyingRole | null;
  readonly isPlaceholder: boolean;
  /** Null: nobody judged it. */
  readonly stance: Stance | null;
  readonly isStanceStale: boolean;
  readonly hasDisagreement: boolean;
  readonly isInfluenceAssumed: boolean;
  readonly weight: number;
  /** Objected to profiling or restricted: never asked about. */
  readonly mayBeAsked: boolean;
}

export const nextQuestions = [
  "find_economic_buyer",
  "name_placeholder",
  "ask_stance",
  "settle_disagreement",
  "renew_stance",
  "ask_influence",
] as const;
export type NextQuestion = (typeof nextQuestions)[number];

export interface ChainJudgement {
  readonly members: number;
  /** Who decides; null while nobody is named. */
  readonly economicBuyerId: string | null;
  readonly forUs: number;
  readonly neutral: number;
  readonly against: number;
  readonly unknown: number;
  readonly stale: number;
  readonly disagreements: number;
  /** The question whose answer is worth most, and about whom; null when nothing is open. */
  readonly next: { readonly question: NextQuestion; readonly personId: string | null } | null;
}

/** What an open point of a member costs us in knowledge, as a share of the member's weight. */
const openness: Readonly<Record<Exclude<NextQuestion, "find_economic_buyer">, number>> = {
  name_placeholder: 1,
  ask_stance: 1,
  settle_disagreement: 0.6,
  renew_stance: 0.5,
  ask_influence: 0.3,
};

const openQuestion = (member: ChainMemberFacts): keyof typeof openness | null => {
  if (member.isPlaceholder) return "name_placeholder";
  if (!member.mayBeAsked) return null;
  if (member.stance === null) return "ask_stance";
  if (member.hasDisagreement) return "settle_disagreement";
  if (member.isStanceStale) return "renew_stance";
  return member.isInfluenceAssumed ? "ask_influence" : null;
};

/**
 * The judgement that stands above a decision chain: who decides, how many are for us, neutral, against, unknown, and the most
 * valuable next question: first find who decides, then the member whose weight × openness (unknown 1, disagreement 0.6,
 * stale 0.5, influence assumed 0.3) is largest; ties by id, so that the order of the members does not matter.
 */
export const judgeChain = (members: readonly ChainMemberFacts[]): ChainJudgement => {
  const count = (is: (member: ChainMemberFacts) => boolean) => members.filter(is).length;
  const worth = (is: (value: number) => boolean) =>
    count(({ stance }) => stance !== null && is(stanceValue[stance]));
  const economicBuyerId =
    members.find(({ role, isPlaceholder }) => role === "economic_buyer" && !isPlaceholder)
      ?.personId ?? null;
  return {
    members: members.length,
    economicBuyerId,
    forUs: worth((value) => value > 0),
    neutral: worth((value) => value === 0),
    against: worth((value) => value < 0),
    unknown: count(({ stance }) => stance === null),
    stale: count(({ isStanceStale }) => isStanceStale),
    disagreements: count(({ hasDisagreement }) => hasDisagreement),
    next: nextOf(members, economicBuyerId),
  };
};

const nextOf = (
  members: readonly ChainMemberFacts[],
  economicBuyerId: string | null,
): ChainJudgement["next"] => {
  if (economicBuyerId === null) {
    const placeholder = members.find(({ role }) => role === "economic_buyer");
    return { question: "find_economic_buyer", personId: placeholder?.personId ?? null };
  }
  const open = members
    .map((member) => ({
      personId: member.personId,
      weight: member.weight,
      question: openQuestion(member),
    }))
    .filter((one): one is typeof one & { question: keyof typeof openness } => one.question !== null)
    .toSorted(
      (a, b) =>
        b.weight * openness[b.question] - a.weight * openness[a.question] ||
        a.personId.localeCompare(b.personId),
    );
  const [first] = open;
  return first ? { question: first.question, personId: first.personId } : null;
};
