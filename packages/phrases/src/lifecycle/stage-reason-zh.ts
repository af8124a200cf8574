import type { StageReasonWords } from "./render-stage-reason.ts";

const band = { green: "绿", amber: "黄", red: "红", insufficient: "资料不足" } as const;
const signed = (words: string, value: number) => (value > 0 ? `+${words}` : words);

/** 合作阶段判断的说明。 */
export const stageReasonsZh: StageReasonWords = {
  "stage.age_reached": (p, say) =>
    p.least === 0
      ? `合作已 ${say.number(p.months)} 个月。`
      : `合作已 ${say.number(p.months)} 个月，达到 ${say.number(p.least)} 个月。`,
  "stage.age_short": (p, say) =>
    `合作 ${say.number(p.months)} 个月，须满 ${say.number(p.least)} 个月（${say.day(p.reachedOn)} 达到）。`,
  "stage.age_unknown": () => "没有合同开始日，也没有订单，无法判断合作了多久。",
  "stage.stay_short": (p, say) =>
    `进入当前阶段 ${say.number(p.months)} 个月，须满 ${say.number(p.least)} 个月（${say.day(p.reachedOn)} 达到）。`,
  "stage.growth_enough": (p, say) =>
    `近 12 个月收入同比 ${signed(say.share(p.growth), p.growth)}。`,
  "stage.growth_low": (p, say) =>
    `近 12 个月收入同比 ${signed(say.share(p.growth), p.growth)}，须不低于 ${say.share(p.least)}。`,
  "stage.coverage_enough": (p, say) => `决策链覆盖 ${say.share(p.coverage)}。`,
  "stage.coverage_low": (p, say) =>
    `决策链覆盖 ${say.share(p.coverage)}，须达到 ${say.share(p.least)}。`,
  "stage.coverage_unknown": (p, say) => `还没有决策链，无法确认覆盖达到 ${say.share(p.least)}。`,
  "stage.threads_enough": (p, say) => `对方有 ${say.number(p.threads)} 人与我方保持往来。`,
  "stage.threads_low": (p, say) =>
    `对方只有 ${say.number(p.threads)} 人与我方保持往来，须有 ${say.number(p.least)} 人。`,
  "stage.health_enough": (p) => `健康度为${band[p.band]}。`,
  "stage.health_low": (p) => `健康度为${band[p.band]}，须先改善。`,
  "stage.became_core": () => "客户已定为核心价值客户，还没有进入任何合作阶段。",
  "stage.contract_began": (p, say) => `合同自 ${say.day(p.on)} 开始，还没有进入任何合作阶段。`,
  "stage.revenue_fell": (p, say) =>
    `近 12 个月收入比前 12 个月下降 ${say.share(p.fall)}，已超过 ${say.share(p.most)}。`,
  "stage.health_red": () => "健康度为红，深度投入的前提已不成立。",
};
