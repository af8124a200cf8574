import {
  type HealthInput,
  healthInputs,
  type HealthScores,
  healthWeights,
} from "./health-input.ts";
import type { HealthVeto } from "./health-veto.ts";

/** Where the rows behind a reason are. */
export const healthLinks = [
  "orders",
  "relationship",
  "voice",
  "cases",
  "payments",
  "handovers",
  "contract",
] as const;
export type HealthLink = (typeof healthLinks)[number];

/** Why health is as it is, as data: a veto, or an input that holds it down. Words are in phrases. */
export interface HealthReason {
  readonly code: HealthVeto | `low_${HealthInput}`;
  readonly link: HealthLink;
  readonly params: Readonly<Record<string, string | number | null>>;
}

const linkOfVeto: Readonly<Record<HealthVeto, HealthLink>> = {
  relationship: "relationship",
  contact_left: "handovers",
  buyer_dissatisfied: "voice",
  case_overdue: "cases",
  termination: "contract",
  rhythm_broken: "orders",
};
const linkOfInput: Readonly<Record<HealthInput, HealthLink>> = {
  rhythm: "orders",
  relationship: "relationship",
  voice: "voice",
  service: "cases",
  payment: "payments",
  value: "contract",
};

/** At most so many reasons stand beside a mark. */
const mostReasons = 3;
/** An input this good is no reason to worry. */
const goodEnough = 75;

/**
 * At most three reasons, the gravest first: vetoes, then the inputs that take most from the score (weight × points
 * missing). `params` are the facts of each, as the caller has them. An account with nothing against it has none.
 */
export const healthReasons = (
  scores: HealthScores,
  vetoes: readonly HealthVeto[],
  params: Partial<Record<HealthVeto | HealthInput, HealthReason["params"]>> = {},
): HealthReason[] => {
  const grave = vetoes.map((veto) => ({
    code: veto,
    link: linkOfVeto[veto],
    params: params[veto] ?? {},
  }));
  const missing = (input: HealthInput) => healthWeights[input] * (100 - (scores[input] ?? 100));
  const isSaidAlready = (input: HealthInput) =>
    (input === "rhythm" && vetoes.includes("rhythm_broken")) ||
    (input === "voice" && vetoes.includes("buyer_dissatisfied"));
  const low = healthInputs
    .filter((input) => (scores[input] ?? 100) <= goodEnough && !isSaidAlready(input))
    .toSorted((a, b) => missing(b) - missing(a))
    .map((input) => ({
      code: `low_${input}` as const,
      link: linkOfInput[input],
      params: { score: Math.round(scores[input] ?? 0), ...params[input] },
    }));
  return [...grave, ...low].slice(0, mostReasons);
};
