import { glossaryEn } from "../glossary/en.ts";
import type { ReasonWords } from "./reason-words.ts";

/** What an account's rhythm, segment and grade rest on. */
export const standingReasonsEn: ReasonWords<"rhythm"> &
  ReasonWords<"segment"> &
  ReasonWords<"grade"> = {
  "rhythm.regular": (p, say) =>
    `Orders every ${say.number(p.gapDays)}±${say.number(p.spreadDays)} days since ${p.sinceYear}; next expected around ${say.day(p.expectedOn)}.`,
  "rhythm.seasonal": (p, say) =>
    p.calendar === "lunar"
      ? `Orders every year between day ${p.from.day} of lunar month ${p.from.month} and day ${p.to.day} of lunar month ${p.to.month}; next expected around ${say.day(p.expectedOn)}.`
      : `Orders every year between ${say.monthDay(p.from)} and ${say.monthDay(p.to)}; next expected around ${say.day(p.expectedOn)}.`,
  "rhythm.irregular": (p, say) =>
    `Orders irregularly: median gap ${say.number(p.gapDays)} days, longest ${say.number(p.longestGapDays)} days.`,
  "rhythm.cannot_tell": (p, say) => `${say.number(p.orders)} orders show no rhythm yet.`,
  "rhythm.one_order": (p, say) => `One order only, on ${say.day(p.firstOn)}: no rhythm yet.`,
  "rhythm.no_order": () => "No order yet.",
  "segment.value_rank": (p, say) =>
    `Ranks ${say.number(p.rank)} in value among ${say.number(p.accounts)} accounts.`,
  "segment.steady_years": (p, say) =>
    `Steady over ${say.number(p.years)} years: the lowest still has ${say.share(p.lowestShare)} of their mean.`,
  "segment.unsteady_years": (p, say) =>
    `Unsteady over ${say.number(p.years)} years: the lowest has only ${say.share(p.lowestShare)} of their mean.`,
  "segment.years_unknown": (p, say) =>
    `Only ${say.number(p.years)} whole ${p.years === 1 ? "year is" : "years are"} known: steadiness cannot be told.`,
  "segment.under_contract": (p, say) =>
    `Under contract until ${say.day(p.until)}, which counts as steady.`,
  "segment.potential": (p, say) =>
    `Potential ${say.share(p.score)}, ${p.score >= p.cut ? "at or above" : "below"} the cut at ${say.share(p.cut)}.`,
  "segment.potential_unknown": () =>
    "Potential unknown: neither growth nor industry nor share of wallet is known.",
  "segment.absolute_bands": (p, say) =>
    `With only ${say.number(p.accounts)} accounts, amount bands decide instead of percentiles.`,
  "segment.by_approval": () => "Proposed by somebody who works with the account, and approved.",
  "segment.by_policy": (p, say) =>
    `Placed by version ${say.number(p.version)} of the evaluation policy.`,
  "segment.demotion_waits": (p, say) =>
    `Would fall to “${glossaryEn.segment[p.to]}” now (${say.number(p.evaluations)} of ${say.number(p.needed)} evaluations in a row).`,
  "grade.by_revenue": (p, say) =>
    `${say.money(p.revenue)} in 12 months reaches ${glossaryEn.grade[p.grade]} at ${say.money(p.floor)}.`,
  "grade.below_floor": (p, say) =>
    `${say.money(p.revenue)} in 12 months is below ${say.money(p.floor)}.`,
};
