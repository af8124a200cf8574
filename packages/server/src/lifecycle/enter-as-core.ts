import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enterStage, lockStage } from "./enter-stage.ts";

/**
 * An account that people have just published as core, or taken into the key-account programme, enters onboarding by itself
 * when it is in no stage. A new policy, which moves many accounts at once, only makes them due (`lifecycles.dueMoves`):
 * whom to take in is a decision.
 */
export const enterAsCore = (
  tx: Tx,
  context: Context,
  accountId: string,
  how: "became_core" | "programme_entry" = "became_core",
): Promise<void> =>
  seeingAll(tx, async () => {
    const { lifecycle_stage: stage } = await lockStage(tx, context.tenantId, accountId);
    if (stage !== null) return;
    const criteria = how === "became_core" ? [{ code: "stage.became_core", params: {} }] : [];
    const because = { how, criteria };
    await enterStage(tx, context, accountId, "onboarding", { because, on: context.today });
  });
