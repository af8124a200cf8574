import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import { describe, expect, it } from "vitest";
import { locales } from "../locale.ts";
import { isEvaluationReason, renderEvaluationReason } from "./render-evaluation-reason.ts";

const money = (minor: number) => ({ minor, currency: "CNY" });
const season = { from: { month: 2, day: 5 }, to: { month: 2, day: 25 } };
const rhythm = { gapDays: 30, spreadDays: 4, sinceYear: 2019 };
const lastOn = "2025-01-05";

const reasons: EvaluationReason[] = [
  {
    code: "signal.season_closed",
    params: {
      calendar: "solar",
      ...season,
      earlier: [{ on: "2024-02-10", amount: money(90_000_000) }],
      daysPast: 18,
    },
  },
  {
    code: "signal.season_closed",
    params: { calendar: "lunar", ...season, earlier: [], daysPast: 1 },
  },
  {
    code: "signal.rhythm_broken",
    params: { ...rhythm, lastOn, expectedOn: "2025-02-04", overdueDays: 24, probability: 0.83 },
  },
  {
    code: "signal.silence_too_long",
    params: {
      lastOn,
      silenceDays: 200,
      longestGapDays: 120,
      longerThanEver: true,
      probability: 0.7,
    },
  },
  {
    code: "signal.silence_too_long",
    params: {
      lastOn,
      silenceDays: 100,
      longestGapDays: 120,
      longerThanEver: false,
      probability: 0.4,
    },
  },
  {
    code: "signal.order_amount_shrinking",
    params: { recent: money(5_000_000), usual: money(10_000_000), drop: 0.5, months: 6 },
  },
  {
    code: "signal.product_category_lost",
    params: { product: "阀门", lastOn, ordersSince: 6, usualShare: 0.9, yearly: money(3_000_000) },
  },
  {
    code: "signal.payment_delay",
    params: { recentDaysLate: 27, usualDaysLate: 2, overdue: money(1_000_000), overdueInvoices: 2 },
  },
  {
    code: "signal.payment_delay",
    params: { recentDaysLate: 27, usualDaysLate: 2, overdue: money(0), overdueInvoices: 0 },
  },
  { code: "rhythm.regular", params: { ...rhythm, expectedOn: "2025-02-04" } },
  { code: "rhythm.seasonal", params: { calendar: "lunar", ...season, expectedOn: "2025-02-04" } },
  { code: "rhythm.irregular", params: { gapDays: 40, longestGapDays: 300 } },
  { code: "rhythm.cannot_tell", params: { orders: 3 } },
  { code: "rhythm.one_order", params: { firstOn: lastOn } },
  { code: "rhythm.no_order", params: {} },
  { code: "segment.value_rank", params: { rank: 3, accounts: 120 } },
  { code: "segment.steady_years", params: { years: 3, lowestShare: 0.8 } },
  { code: "segment.unsteady_years", params: { years: 2, lowestShare: 0.3 } },
  { code: "segment.years_unknown", params: { years: 1 } },
  { code: "segment.under_contract", params: { until: "2026-12-31" } },
  { code: "segment.potential", params: { score: 0.7, cut: 0.6 } },
  { code: "segment.potential_unknown", params: {} },
  { code: "segment.absolute_bands", params: { accounts: 7 } },
  { code: "segment.by_approval", params: {} },
  { code: "segment.by_policy", params: { version: 3 } },
  { code: "segment.demotion_waits", params: { to: "develop", evaluations: 1, needed: 2 } },
  {
    code: "grade.by_revenue",
    params: { grade: "key", revenue: money(150_000_000), floor: money(100_000_000) },
  },
  { code: "grade.below_floor", params: { revenue: money(150_000), floor: money(50_000_000) } },
];

describe("every reason is one finished sentence in both languages", () => {
  it.each(reasons.map((reason) => [reason.code, reason] as const))("%s", (_, reason) => {
    for (const locale of locales) {
      const sentence = renderEvaluationReason(reason, locale);
      expect(sentence).toMatch(/[。.]$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(/\p{Script=Han}/u.test(sentence.replace("阀门", ""))).toBe(locale === "zh-CN");
    }
  });
});

describe("the sentences", () => {
  it("name the earlier dates and amounts of a season that closed", () => {
    expect(renderEvaluationReason(reasons[0]!, "zh-CN")).toBe(
      "往年都在2月5日至2月25日下单（2024年2月10日 ¥90 万），今年的窗口已过 18 天仍无订单。",
    );
    expect(renderEvaluationReason(reasons[0]!, "en")).toContain("10 February 2024 ¥900k");
  });
  it("an unknown code of an older or newer version is recognised as such", () => {
    expect(isEvaluationReason({ code: "signal.unheard_of" })).toBe(false);
    expect(isEvaluationReason({ code: "rhythm.no_order" })).toBe(true);
  });
});
