import type { EvaluationRunView } from "@mainstay/contract/evaluation";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { findRun } from "./evaluation-run-queries.ts";

type Trigger = EvaluationRunView["trigger"];

/**
 * Notes a round of the whole portfolio and orders it, in the transaction of whatever made it needed. A round that still
 * waits is taken over instead of a second one; its id is given back.
 */
export const queueEvaluation = async (
  tx: Tx,
  tenantId: string,
  round: { trigger: Trigger; asOf: string; requestedBy: string | null },
): Promise<string> => {
  const waiting = await tx
    .selectFrom("evaluation_run")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("scope", "=", "all")
    .where("status", "=", "queued")
    .forUpdate()
    .executeTakeFirst();
  const id = waiting?.id ?? newId();
  if (!waiting) {
    await tx
      .insertInto("evaluation_run")
      .values({
        tenant_id: tenantId,
        id,
        trigger: round.trigger,
        scope: "all",
        status: "queued",
        as_of: round.asOf,
        requested_by: round.requestedBy,
      })
      .execute();
  }
  await enqueue(
    tx,
    "evaluate_portfolio",
    { tenantId, trigger: round.trigger },
    { jobKey: `evaluate:${tenantId}`, queue: `evaluate:${tenantId}` },
  );
  return id;
};

/** Somebody wants the portfolio judged now. */
export const requestEvaluation = (context: Context): Promise<EvaluationRunView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const id = await queueEvaluation(tx, tenantId, {
      trigger: "demand",
      asOf: context.today,
      requestedBy: actor.userId,
    });
    await recordAudit(tx, context, "evaluation.requested", { kind: "evaluation", id });
    const run = await findRun(tx, tenantId, id);
    if (!run) throw new AppError("evaluation.not_found");
    return run;
  });
