import { endProfileFactsOfPerson } from "../fact/end-facts.ts";
import { seeingEveryFact } from "../fact/seeing-every-fact.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { endProfileOfPerson } from "./end-profile.ts";
import { enqueueRoundsOfPerson } from "./enqueue-rounds-of-person.ts";

/** The person refuses to be profiled (Article 24): profile and profiling facts go, none may be made, measures do without. */
export const objectToProfiling = async (
  tx: Tx,
  context: Context,
  personId: string,
  requestId?: string,
): Promise<void> => {
  // The profile first: it takes the person's row, so that no fact slips in behind the deletion.
  await endProfileOfPerson(tx, context, personId, {
    reason: "subject_request",
    ...(requestId ? { requestId } : {}),
  });
  await endProfileFactsOfPerson(tx, context, personId, requestId);
  await seeingEveryFact(tx, () => enqueueRoundsOfPerson(tx, context.tenantId, personId));
};
