import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { AfterAnswer } from "./after-answer.ts";

/** Whatever they answered, the account's warnings and health are worked out anew: a better answer clears what a worse one raised. */
export const judgeAccountAnew: AfterAnswer = async (tx, { tenantId }, { accountId, isSuspect }) => {
  if (accountId !== null && !isSuspect) await enqueueCycleRound(tx, tenantId, accountId);
};
