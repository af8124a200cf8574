import type { SettingFault } from "@mainstay/domain/evaluation/check-evaluation-settings";
import type { Locale } from "../locale.ts";

/** What is wrong with evaluation settings that contradict themselves, each as a sentence. */
export const settingFaultWords: Record<Locale, Record<SettingFault, string>> = {
  "zh-CN": {
    potential_weights_sum: "三个潜力权重相加应为 100%。",
    grade_floors_order: "战略级、重点级、基础级的门槛应依次降低。",
    risk_levels_order: "留意、需行动、可能流失的概率应依次升高。",
  },
  en: {
    potential_weights_sum: "The three potential weights must add up to 100%.",
    grade_floors_order: "The floors of strategic, key and base must fall in this order.",
    risk_levels_order: "The probabilities of watch, act and lost must rise in this order.",
  },
};
