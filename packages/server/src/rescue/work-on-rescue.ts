import type { RescueView } from "@mainstay/contract/rescue";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getRescueView } from "./rescue-view.ts";

/** Locks a rescue in sight and demands that the act is allowed in its present state. */
export const lockRescue = async (
  tx: Tx,
  context: Context,
  rescueId: string,
  act: keyof RescueView["can"],
): Promise<RescueView> => {
  await sql`select 1 from rescue where tenant_id = ${context.tenantId}::uuid and id = ${rescueId}::uuid for update`.execute(
    tx,
  );
  const rescue = await getRescueView(tx, context.actor, rescueId);
  if (!rescue.can[act]) throw new AppError("rescue.not_allowed_now");
  return rescue;
};

/** Counts the rescue's version up with whatever else changes on it. */
export const changeRescue = async (
  tx: Tx,
  context: Context,
  rescue: Pick<RescueView, "id" | "version">,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await tx
    .updateTable("rescue")
    .set({ ...change, version: rescue.version + 1, updated_at: context.now })
    .where("tenant_id", "=", context.tenantId)
    .where("id", "=", rescue.id)
    .execute();
};
