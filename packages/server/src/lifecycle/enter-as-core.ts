import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { enterStage, lockStage } from "./enter-stage.ts";

/**
 * An account that a person has just published as core enters onboarding by itself when it is in no stage. A new policy,
 * which moves many accounts at once, only makes them due (`lifecycles.dueMoves`): whom to take in is a decision.
 */
export const enterAsCore = async (tx: Tx, context: Context, accountId: string): Promise<void> => {
  const { lifecycle_stage: stage } = await lockStage(tx, context.tenantId, accountId);
  if (stage !== null) return;
  const because = {
    how: "became_core" as const,
    criteria: [{ code: "stage.became_core", params: {} }],
  };
  await enterStage(tx, context, accountId, "onboarding", { because, on: context.today });
};
