import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import type { Locale } from "../locale.ts";

const scaleNames = {
  "zh-CN": { nps: "NPS", csat: "满意度", ces: "省力度" },
  en: { nps: "NPS", csat: "Satisfaction", ces: "Effort" },
} as const;

const oneLine = (words: string): string => {
  const letters = [...words.replace(/\s+/gu, " ").trim()];
  return letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : letters.join("");
};

/**
 * What the case or the need that a dissatisfied answer opens is called; kept in the workspace's language. The score and the
 * customer's own words tell one from another in a list; the question follows them, or stands alone where nothing was written.
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
  const [words, question] = [said.find((one) => one.trim() !== "") ?? "", asked].map(oneLine);
  const about =
    words === ""
      ? question
      : question === ""
        ? words
        : locale === "en"
          ? `${words} (${question})`
          : `${words}（${question}）`;
  return locale === "en"
    ? `${scaleNames.en[scale]} ${score}${about && `: ${about}`}`
    : `${scaleNames["zh-CN"][scale]} ${score} 分${about && `：${about}`}`;
};
