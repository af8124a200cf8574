import type { CaseView } from "@mainstay/contract/case";
import { demandPauseLength } from "../case/pause-case.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { workOnCase } from "../case/work-on-case.ts";
import type { Context } from "../platform/access/context.ts";
import { refuseField } from "../platform/http/field-problems.ts";

/**
 * Asks the customer, on the page they follow their case by, whether its clocks may stop until an instant. Nothing stops before
 * they agree; the question stands in the timeline both sides read.
 */
export const askForPause = (
  context: Context,
  caseId: string,
  { until, words }: { readonly until: string; readonly words: string },
): Promise<CaseView> =>
  workOnCase(context, caseId, "pause", async (tx) => {
    const { tenantId, actor, now } = context;
    if (new Date(until) <= now) throw refuseField("until", "too_small");
    demandPauseLength(now, new Date(until));
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "noted",
      at: now,
      byUserId: actor.userId,
      isPublic: true,
      words,
      detail: { pauseAskedUntil: new Date(until).toISOString() },
    });
    return { done: "pause_asked", detail: { until } };
  });
