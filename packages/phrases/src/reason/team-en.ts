import { glossaryEn } from "../glossary/en.ts";
import type { ReasonWords } from "./reason-words.ts";

const seat = {
  manager: "account manager",
  backup: "backup manager",
  sponsor: "executive sponsor",
} as const;

const demand = (because: string): string => {
  if (because === "programme") return "the key-account programme demands one";
  if (because === "strategic") return "a strategic account needs one";
  return "the service policy demands one";
};

const offer: Readonly<Record<string, string>> = {
  upgrade: "an upgrade",
  price_lock: "a price lock",
  extra_service: "extra service",
  executive_visit: "an executive visit",
  discount: "a discount",
};

const gift = {
  gift: "a gift",
  meal: "a meal",
  travel: "a journey",
  course: "a course",
  event: "an event",
  donation: "a donation",
} as const;

/** Why something waits for a second person, what is wrong with a team, what a score rests on. */
export const teamReasonsEn: ReasonWords<"approval" | "team" | "score"> = {
  "approval.segment_move": (p) =>
    p.from === null
      ? `Asks to place the account in “${glossaryEn.segment[p.to]}”.`
      : `Asks to move the account from “${glossaryEn.segment[p.from]}” to “${glossaryEn.segment[p.to]}”.`,
  "approval.programme_entry": (p, say) =>
    `Nominated for the key-account programme with a weighted score of ${say.number(p.score)}${p.grade === null ? "" : ` (${glossaryEn.grade[p.grade]})`}; ${say.number(p.members)} of ${say.number(p.cap)} places are taken.`,
  "approval.programme_beyond_cap": (p, say) =>
    `Nominated as an exception beyond the cap with a weighted score of ${say.number(p.score)}; ${say.number(p.members)} members, ${say.number(p.cap)} places.`,
  "approval.programme_exit": (p, say) =>
    p.since === null
      ? `Asks to end the membership in the programme; its score is ${say.number(p.score)}.`
      : `Asks to end a membership that began on ${say.day(p.since)}; its score is ${say.number(p.score)}.`,
  "approval.rescue_offer": (p, say) =>
    p.stake === null
      ? `Asks to offer ${offer[p.offer] ?? "something else"} to keep the customer.`
      : `Asks to offer ${offer[p.offer] ?? "something else"} to keep the customer; ${say.money(p.stake)} are at stake.`,
  "approval.discount": (p, say) =>
    `Asks to give a discount${p.percent === null ? "" : ` of ${say.number(p.percent)} %`}${p.cost === null ? "" : `, which costs ${say.money(p.cost)}`}.`,
  "approval.gift": (p, say) => {
    const why = {
      within_limit: "it is within one's own limit",
      above_own_limit: "it is above one's own limit",
      above_line_limit: "it is above the line's limit",
      public_sector: "the recipient belongs to the public sector",
      kind: "this kind always goes to compliance",
      count: "the yearly number or total is reached",
    }[p.why];
    const past =
      p.count === 0
        ? "nothing was given in the twelve months before"
        : `${say.number(p.count)} were given in the twelve months before, ${say.money(p.total)} in all`;
    return `Asks to give ${gift[p.giftKind]} worth ${say.money(p.value)}; ${past}; ${why}.`;
  },
  "approval.export": (p, say) =>
    `Asks to export ${say.number(p.rows)} ${p.what === "accounts" ? "customers" : p.what}, more than the ${say.number(p.limit)} allowed without; good for one export within 24 hours.`,
  "approval.sensitive_access": (p, say) =>
    `Asks to look at sensitive facts of one person for ${say.number(p.days)} days.`,
  "team.seat_missing": (p) => `There is no ${seat[p.seat]}: ${demand(p.because)}.`,
  "team.holder_left": (p) =>
    `The ${seat[p.seat]} no longer works here, so the seat is in truth empty.`,
  "team.no_backup": () => "There is no backup: while the manager is away nobody steps in.",
  "team.same_person": () => "Manager and backup are the same person, which is no backup.",
  "team.bus_factor": (p, say) =>
    p.busFactor === 0
      ? `None of us is in living contact with them, while ${say.number(p.threads)} of theirs once were.`
      : `Only ${say.number(p.busFactor)} of us is in living contact with them; should they go, the line breaks.`,
  "team.manager_overloaded": (p, say) =>
    `The manager looks after ${say.number(p.accounts)} key accounts, more than the advised ${say.number(p.limit)}.`,
  "score.value": (p, say) =>
    `Rank ${say.number(p.rank)} of ${say.number(p.accounts)} customers by revenue of the last twelve months.`,
  "score.potential": (p, say) => `The potential score is ${say.share(p.potential)}.`,
  "score.growth": (p, say) =>
    `Revenue ${p.growth < 0 ? "fell" : "grew"} by ${say.share(Math.abs(p.growth))} against the year before.`,
  "score.relationship": (p, say) =>
    `The people who decide are covered by ${say.share(p.coverage)}.`,
};
