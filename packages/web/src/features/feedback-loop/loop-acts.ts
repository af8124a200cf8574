import { cases } from "@mainstay/contract/case";
import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import { today } from "@mainstay/contract/today";

/** Answers that an act on a loop makes stale. */
export const loopStale = [
  feedbackLoops.list,
  feedbackLoops.figures,
  serviceAnalysis.overview,
  cases.get,
  today.get,
];
