import type { StageReasonWords } from "./render-stage-reason.ts";

const band = { green: "green", amber: "amber", red: "red", insufficient: "not known" } as const;
const signed = (words: string, value: number) => (value > 0 ? `+${words}` : words);
const months = (count: number, words: string) => (count === 1 ? "1 month" : `${words} months`);

/** What the criteria of stages say. */
export const stageReasonsEn: StageReasonWords = {
  "stage.age_reached": (p, say) =>
    p.least === 0
      ? `With us for ${months(p.months, say.number(p.months))}.`
      : `With us for ${months(p.months, say.number(p.months))}; ${say.number(p.least)} are needed.`,
  "stage.age_short": (p, say) =>
    `With us for ${months(p.months, say.number(p.months))}; ${say.number(p.least)} are needed, reached on ${say.day(p.reachedOn)}.`,
  "stage.age_unknown": () =>
    "Neither a contract's start nor an order is known, so nobody can say for how long they have been with us.",
  "stage.stay_short": (p, say) =>
    `In the present stage for ${months(p.months, say.number(p.months))}; ${say.number(p.least)} are needed, reached on ${say.day(p.reachedOn)}.`,
  "stage.growth_enough": (p, say) =>
    `Revenue of 12 months against the year before: ${signed(say.share(p.growth), p.growth)}.`,
  "stage.growth_low": (p, say) =>
    `Revenue of 12 months against the year before: ${signed(say.share(p.growth), p.growth)}; at least ${say.share(p.least)} is needed.`,
  "stage.coverage_enough": (p, say) => `Decision chain covered to ${say.share(p.coverage)}.`,
  "stage.coverage_low": (p, say) =>
    `Decision chain covered to ${say.share(p.coverage)}; ${say.share(p.least)} is needed.`,
  "stage.coverage_unknown": (p, say) =>
    `No decision chain is drawn yet, so a coverage of ${say.share(p.least)} cannot be confirmed.`,
  "stage.threads_enough": (p, say) =>
    p.threads === 1
      ? "One of their people is in living contact with us."
      : `${say.number(p.threads)} of their people are in living contact with us.`,
  "stage.threads_low": (p, say) =>
    `Only ${say.number(p.threads)} of their people in living contact with us; ${say.number(p.least)} are needed.`,
  "stage.health_enough": (p) => `Health is ${band[p.band]}.`,
  "stage.health_low": (p) => `Health is ${band[p.band]} and has to improve first.`,
  "stage.became_core": () => "A core account that has entered no stage yet.",
  "stage.contract_began": (p, say) =>
    `The contract began on ${say.day(p.on)}, and the account has entered no stage yet.`,
  "stage.revenue_fell": (p, say) =>
    `Revenue of 12 months fell by ${say.share(p.fall)} against the year before, more than ${say.share(p.most)}.`,
  "stage.health_red": () => "Health is red: what deep ties rest on no longer holds.",
};
