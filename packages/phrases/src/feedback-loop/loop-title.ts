import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import type { Locale } from "../locale.ts";

const scaleNames = {
  "zh-CN": { nps: "NPS", csat: "满意度", ces: "省力度" },
  en: { nps: "NPS", csat: "Satisfaction", ces: "Effort" },
} as const;

/**
 * What the case or the need that a dissatisfied answer opens is called; kept in the workspace's language. The score and the
 * customer's own words tell one from another in a list; who wrote nothing is named by the question.
 */
export const loopTitle = (
  locale: Locale,
  {
    asked,
    scale,
    score,
    said,
  }: { asked: string; scale: VoiceScale; score: number; said: readonly string[] },
): string => {
  const words = (said.find((one) => one.trim() !== "") ?? asked).replace(/\s+/gu, " ").trim();
  const letters = [...words];
  const about = letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : words;
  return locale === "en"
    ? `${scaleNames.en[scale]} ${score}${about && `: ${about}`}`
    : `${scaleNames["zh-CN"][scale]} ${score} 分${about && `：${about}`}`;
};
