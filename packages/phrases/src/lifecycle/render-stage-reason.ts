import type {
  StageReason,
  StageReasonCode,
  StageReasons,
} from "@mainstay/domain/lifecycle/stage-reason";
import type { Locale } from "../locale.ts";
import { createSpeaker, type Speaker } from "../reason/speaker.ts";
import { stageReasonsEn } from "./stage-reason-en.ts";
import { stageReasonsZh } from "./stage-reason-zh.ts";

/** One sentence a code; a code without its sentence does not compile. */
export type StageReasonWords = {
  [Code in StageReasonCode]: (params: StageReasons[Code], say: Speaker) => string;
};

/** Whether a stored reason is one of stages that this version has words for. */
export const isStageReason = (reason: { code: string }): reason is StageReason =>
  Object.hasOwn(stageReasonsZh, reason.code);

/** A reason of a stage as one sentence in the reader's language. */
export const renderStageReason = (reason: StageReason, locale: Locale): string => {
  const words = locale === "en" ? stageReasonsEn : stageReasonsZh;
  const sentence = words[reason.code] as (params: unknown, say: Speaker) => string;
  return sentence(reason.params, createSpeaker(locale));
};
