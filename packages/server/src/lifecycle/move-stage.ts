import type { LifecycleView, lifecycles } from "@mainstay/contract/lifecycle";
import { proposeStage } from "@mainstay/domain/lifecycle/propose-stage";
import { sql } from "kysely";
import type { z } from "zod";
import { accountTotals } from "../account/account-totals.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { endStage, enterStage, lockStage, type StageBecause } from "./enter-stage.ts";
import { readLifecycle, stageVersionOf, toStageProposal } from "./lifecycle-screen.ts";
import { findStageFacts } from "./stage-facts.ts";

type Draft = z.output<NonNullable<typeof lifecycles.enter.body>>;

/** What the criteria say at this moment; refused when they no longer propose the stage that somebody accepts. */
const acceptedProposal = async (
  tx: Tx,
  context: Context,
  accountId: string,
  draft: Draft,
): Promise<StageBecause> => {
  const facts = await findStageFacts(tx, context.tenantId, accountId);
  const proposed = facts && toStageProposal(proposeStage(facts, context.today));
  if (!proposed || proposed.stage !== draft.stage) throw new AppError("lifecycle.not_proposed");
  return { how: "proposal", reason: draft.reason, criteria: proposed.because };
};

/**
 * Enters a stage by a person's act: accepting what the criteria propose, or any stage by hand with a reason. Of two at once
 * the second is told that the record has changed.
 */
export const moveStage = async (
  context: Context,
  accountId: string,
  draft: Draft,
): Promise<LifecycleView> => {
  const { tenantId, today } = context;
  const view = await context.write(async (tx) => {
    await lockStage(tx, tenantId, accountId);
    demandVersion(context, await stageVersionOf(tx, tenantId, accountId));
    const on = draft.on ?? today;
    if (on > today) throw new AppError("lifecycle.day_in_future", { today });
    if (draft.how === "manual" && draft.reason === "")
      throw new AppError("lifecycle.reason_needed");
    const because: StageBecause =
      draft.how === "proposal"
        ? await acceptedProposal(tx, context, accountId, draft)
        : { how: "manual", reason: draft.reason };
    await enterStage(tx, context, accountId, draft.stage, { because, on });
    return readLifecycle(tx, context, accountId);
  });
  accountTotals.forget(tenantId);
  return view;
};

/** Takes an account out of its stage for a reason: its playbook stops, nothing follows. */
export const leaveStage = async (
  context: Context,
  accountId: string,
  reason: string,
): Promise<LifecycleView> => {
  const { tenantId, today } = context;
  const view = await context.write(async (tx) => {
    const present = await lockStage(tx, tenantId, accountId);
    demandVersion(context, await stageVersionOf(tx, tenantId, accountId));
    if (present.lifecycle_stage === null) throw new AppError("lifecycle.no_stage");
    const { stopped } = await endStage(tx, context, accountId, { on: today, reason });
    await sql`
      update account set lifecycle_stage = null, lifecycle_stage_since = null
      where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid`.execute(tx);
    await recordAudit(
      tx,
      context,
      "lifecycle.left",
      { kind: "account", id: accountId },
      { stage: present.lifecycle_stage, reason, stopped },
    );
    await enqueueCycleRound(tx, tenantId, accountId);
    return readLifecycle(tx, context, accountId);
  });
  accountTotals.forget(tenantId);
  return view;
};
