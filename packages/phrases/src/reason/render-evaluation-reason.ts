import type {
  EvaluationReason,
  EvaluationReasonCode,
} from "@mainstay/domain/evaluation/evaluation-reason";
import type { AmountUnit } from "../format/format-money.ts";
import type { Locale } from "../locale.ts";
import { cycleReasonsEn } from "./cycle-en.ts";
import { cycleReasonsZh } from "./cycle-zh.ts";
import { relationshipReasonsEn } from "./relationship-en.ts";
import { relationshipReasonsZh } from "./relationship-zh.ts";
import { signalReasonsEn } from "./signal-en.ts";
import { signalReasonsZh } from "./signal-zh.ts";
import { createSpeaker, type Speaker } from "./speaker.ts";
import { standingReasonsEn } from "./standing-en.ts";
import { standingReasonsZh } from "./standing-zh.ts";
import { teamReasonsEn } from "./team-en.ts";
import { teamReasonsZh } from "./team-zh.ts";

type Sentence = (params: never, say: Speaker) => string;

const words: Record<Locale, Record<EvaluationReasonCode, Sentence>> = {
  "zh-CN": {
    ...signalReasonsZh,
    ...standingReasonsZh,
    ...relationshipReasonsZh,
    ...cycleReasonsZh,
    ...teamReasonsZh,
  },
  en: {
    ...signalReasonsEn,
    ...standingReasonsEn,
    ...relationshipReasonsEn,
    ...cycleReasonsEn,
    ...teamReasonsEn,
  },
};

/** Whether a stored reason is one this version has words for. */
export const isEvaluationReason = (reason: { code: string }): reason is EvaluationReason =>
  reason.code in words.en;

/** A reason of the evaluation as one sentence in the reader's language. */
export const renderEvaluationReason = (
  reason: EvaluationReason,
  locale: Locale,
  preferences: { amountUnit?: AmountUnit } = {},
): string => {
  const sentence = words[locale][reason.code] as (params: unknown, say: Speaker) => string;
  return sentence(reason.params, createSpeaker(locale, preferences.amountUnit));
};
