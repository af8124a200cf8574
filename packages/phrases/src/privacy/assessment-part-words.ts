import type { Locale } from "../locale.ts";

/** The parts of an impact assessment (Article 56) by name. */
export const assessmentPartWords: Record<
  Locale,
  Record<"purpose" | "necessity" | "impact" | "measures", string>
> = {
  "zh-CN": {
    purpose: "处理目的与方式",
    necessity: "合法、正当、必要",
    impact: "对个人权益的影响及安全风险",
    measures: "保护措施是否合法、有效并与风险相适应",
  },
  en: {
    purpose: "purpose and way of processing",
    necessity: "lawful, legitimate, necessary",
    impact: "impact on the person and risk",
    measures: "whether the measures are lawful, effective and fit the risk",
  },
};
