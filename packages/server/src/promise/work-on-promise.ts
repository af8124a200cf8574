import type { PromiseView } from "@mainstay/contract/promise";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getPromiseView } from "./promise-view.ts";

/** What an act did: the columns that change and what the audit says of it. */
export interface PromiseDeed {
  readonly done: "edited" | "kept" | "moved" | "sent_back" | "broken" | "withdrawn";
  readonly change: Readonly<Record<string, unknown>>;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * The frame of every act on a promise: lock it in the actor's sight, demand the version, ask the policy, do the work, count up,
 * record, and let the warnings follow.
 */
export const workOnPromise = (
  context: Context,
  promiseId: string,
  ability: keyof PromiseView["can"],
  work: (tx: Tx, promise: PromiseView) => Promise<PromiseDeed>,
): Promise<PromiseView> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    await sql`select 1 from promise where tenant_id = ${tenantId}::uuid and id = ${promiseId}::uuid for update`.execute(
      tx,
    );
    const before = await getPromiseView(tx, context, promiseId);
    demandVersion(context, before.version);
    if (!before.can[ability]) throw new AppError("promise.not_allowed_now");
    const { done, change, detail = {} } = await work(tx, before);
    await tx
      .updateTable("promise")
      .set({ ...change, version: before.version + 1, updated_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", promiseId)
      .execute();
    const accountId = before.account.id;
    await recordAudit(
      tx,
      context,
      `promise.${done}`,
      { kind: "promise", id: promiseId },
      { accountId, ...detail },
    );
    await enqueueCycleRound(tx, tenantId, accountId);
    return getPromiseView(tx, context, promiseId);
  });
