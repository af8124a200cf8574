import type { Locale } from "../locale.ts";

interface VoiceExportWords {
  readonly headers: readonly string[];
  readonly anonymous: string;
}

/** Headers of the answers of a round as a table. */
export const voiceExportWords: Record<Locale, VoiceExportWords> = {
  "zh-CN": {
    headers: ["日期", "客户", "回答人", "客户分层", "题目", "行", "分数", "选项", "原话"],
    anonymous: "匿名",
  },
  en: {
    headers: ["Day", "Account", "Person", "Segment", "Question", "Row", "Score", "Choice", "Words"],
    anonymous: "anonymous",
  },
};
