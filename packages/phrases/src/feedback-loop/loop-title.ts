import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import type { Locale } from "../locale.ts";

const scaleNames = {
  "zh-CN": { nps: "NPS", csat: "满意度", ces: "省力程度" },
  en: { nps: "NPS", csat: "satisfaction", ces: "effort" },
} as const;

/** What the case or the need that a dissatisfied answer opens is called; kept in the workspace's language. */
export const loopTitle = (
  locale: Locale,
  { asked, scale, score }: { asked: string; scale: VoiceScale; score: number },
): string => {
  const question = asked.length > 120 ? `${asked.slice(0, 119)}…` : asked;
  return locale === "en"
    ? `Dissatisfied answer, ${scaleNames.en[scale]} ${score}${question && `: ${question}`}`
    : `不满意的答复（${scaleNames["zh-CN"][scale]} ${score} 分）${question && `：${question}`}`;
};
