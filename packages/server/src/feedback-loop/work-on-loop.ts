import type { LoopView } from "@mainstay/contract/feedback-loop";
import { type LoopStep, loopSteps, skipsStep } from "@mainstay/domain/feedback-loop/loop-policy";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { changeLoop } from "./loop-record.ts";
import { getLoopView } from "./loop-view.ts";

type Act = keyof LoopView["can"];

/** What an act changes, and what its audit row says besides the account. */
export interface LoopChange {
  readonly change: Readonly<Record<string, unknown>>;
  readonly act: `feedback_loop.${string}`;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const isStep = (act: Act): act is LoopStep => (loopSteps as readonly Act[]).includes(act);

/**
 * Find and lock, the version the caller saw, may I, is it allowed now (`feedback_loop.step_skipped` when a step before it is
 * missing), save, record.
 */
export const workOnLoop = (
  context: Context,
  loopId: string,
  act: Act,
  decide: (tx: Tx, loop: LoopView) => Promise<LoopChange> | LoopChange,
): Promise<LoopView> =>
  context.write(async (tx) => {
    await sql`select 1 from feedback_loop where tenant_id = ${context.tenantId}::uuid and id = ${loopId}::uuid for update`.execute(
      tx,
    );
    const loop = await getLoopView(tx, context, loopId);
    demandVersion(context, loop.version);
    if (!loop.can[act]) {
      const isSkip = isStep(act) && skipsStep(act, loop.status);
      throw new AppError(isSkip ? "feedback_loop.step_skipped" : "feedback_loop.not_allowed_now", {
        status: loop.status,
      });
    }
    const done = await decide(tx, loop);
    await changeLoop(tx, context, loopId, done.change);
    const subject = { kind: "feedback_loop", id: loopId };
    await recordAudit(tx, context, done.act, subject, {
      accountId: loop.account.id,
      ...done.detail,
    });
    return getLoopView(tx, context, loopId);
  });
