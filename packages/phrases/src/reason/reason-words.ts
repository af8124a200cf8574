import type {
  EvaluationReasonCode,
  EvaluationReasons,
} from "@mainstay/domain/evaluation/evaluation-reason";
import type { Speaker } from "./speaker.ts";

/** The codes of one topic: `signal`, `rhythm`, `segment` or `grade`. */
type CodesOf<Topic extends string> = Extract<EvaluationReasonCode, `${Topic}.${string}`>;

/** One sentence a code; a code without its sentence does not compile. */
export type ReasonWords<Topic extends string> = {
  [Code in CodesOf<Topic>]: (params: EvaluationReasons[Code], say: Speaker) => string;
};
