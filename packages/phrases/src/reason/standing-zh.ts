import { glossaryZh } from "../glossary/zh.ts";
import type { ReasonWords } from "./reason-words.ts";

/** 节律、分层、级别的说明。 */
export const standingReasonsZh: ReasonWords<"rhythm"> &
  ReasonWords<"segment"> &
  ReasonWords<"grade"> = {
  "rhythm.regular": (p, say) =>
    `自 ${p.sinceYear} 年起约每 ${say.number(p.gapDays)}±${say.number(p.spreadDays)} 天下单一次，预计下次在 ${say.day(p.expectedOn)} 前后。`,
  "rhythm.seasonal": (p, say) =>
    `每年在${p.calendar === "lunar" ? "农历" : ""}${say.monthDay(p.from)}至${say.monthDay(p.to)}下单，预计下次在 ${say.day(p.expectedOn)} 前后。`,
  "rhythm.irregular": (p, say) =>
    `下单不规律：间隔中位数 ${say.number(p.gapDays)} 天，最长 ${say.number(p.longestGapDays)} 天。`,
  "rhythm.cannot_tell": (p, say) => `${say.number(p.orders)} 次下单还看不出节奏。`,
  "rhythm.one_order": (p, say) => `只有 ${say.day(p.firstOn)} 一次下单，还谈不上节奏。`,
  "rhythm.no_order": () => "还没有订单。",
  "segment.value_rank": (p, say) =>
    `价值在 ${say.number(p.accounts)} 家客户中排第 ${say.number(p.rank)}。`,
  "segment.steady_years": (p, say) =>
    `近 ${say.number(p.years)} 年稳定：最低的一年也有均值的 ${say.share(p.lowestShare)}。`,
  "segment.unsteady_years": (p, say) =>
    `近 ${say.number(p.years)} 年不稳定：最低的一年只有均值的 ${say.share(p.lowestShare)}。`,
  "segment.years_unknown": (p, say) => `完整年份只有 ${say.number(p.years)} 年，稳定性未知。`,
  "segment.under_contract": (p, say) => `合同有效至 ${say.day(p.until)}，视为稳定。`,
  "segment.potential": (p, say) =>
    `潜力 ${say.share(p.score)}，${p.score >= p.cut ? "达到" : "未到"}切线 ${say.share(p.cut)}。`,
  "segment.potential_unknown": () => "潜力未知：增长、行业和钱包份额都没有资料。",
  "segment.absolute_bands": (p, say) =>
    `只有 ${say.number(p.accounts)} 家客户，按金额档位而不按百分位划分。`,
  "segment.by_approval": () => "由负责人提出，经审批同意后调整。",
  "segment.by_policy": (p, say) => `按第 ${say.number(p.version)} 版评估规则划分。`,
  "segment.demotion_waits": (p, say) =>
    `本次应降为“${glossaryZh.segment[p.to]}”（第 ${say.number(p.evaluations)} 次，连续 ${say.number(p.needed)} 次才提议）。`,
  "grade.by_revenue": (p, say) =>
    `近 12 个月收入 ${say.money(p.revenue)}，达到${glossaryZh.grade[p.grade]}的 ${say.money(p.floor)}。`,
  "grade.below_floor": (p, say) =>
    `近 12 个月收入 ${say.money(p.revenue)}，未到 ${say.money(p.floor)}。`,
};
