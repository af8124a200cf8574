import { z } from "zod";
import { CaseView } from "./case.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, requiredText } from "./endpoint/wire.ts";

/** One of us asks the customer, on the page they follow their case by; the answer is theirs. */
export const pauseAskings = {
  ask: endpoint({
    id: "pauseAskings.ask",
    method: "POST",
    path: "/cases/:caseId/pause-asking",
    allow: "case.work",
    summary:
      "Ask the customer on their page whether the clocks may stop until an instant; nothing stops before they agree (If-Match)",
    params: z.object({ caseId: id }),
    body: z.object({ until: instant, words: requiredText(500) }),
    response: CaseView,
    versioned: true,
  }),
};
