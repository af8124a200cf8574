import type { ChangeDetail } from "@mainstay/contract/requirement-change";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getChange } from "./change-queries.ts";

/** What an act did, for its audit row. */
export interface ChangeDeed {
  /** The act without its noun, as the audit names it. */
  readonly done: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * The frame of every act on a requirement change: find and lock it in the actor's sight, demand the version, ask the policy, do
 * the work, count the version up, record, and let the signals follow.
 */
export const workOnChange = (
  context: Context,
  changeId: string,
  ability: keyof ChangeDetail["can"],
  work: (tx: Tx, change: ChangeDetail) => Promise<ChangeDeed>,
): Promise<ChangeDetail> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const { rows } = await sql`
      select 1 from requirement_change where tenant_id = ${tenantId}::uuid and id = ${changeId}::uuid for update`.execute(
      tx,
    );
    if (rows.length === 0) throw new AppError("requirement_change.not_found");
    const before = await getChange(tx, context, changeId);
    demandVersion(context, before.version);
    if (!before.can[ability]) throw refusalOf(context, before, ability);
    const { done, detail = {} } = await work(tx, before);
    await sql`update requirement_change set version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${changeId}::uuid`.execute(tx);
    const accountId = before.account.id;
    await recordAudit(
      tx,
      context,
      `requirement_change.${done}`,
      { kind: "requirement_change", id: changeId },
      { accountId, ...detail },
    );
    await enqueueCycleRound(tx, tenantId, accountId);
    return getChange(tx, context, changeId);
  });

/** Four eyes, a role that does not confirm, or a state that does not allow it. */
const refusalOf = (
  { actor }: Context,
  change: ChangeDetail,
  ability: keyof ChangeDetail["can"],
) => {
  if (ability === "confirmOurs" && change.status === "sent") {
    if (actor.role !== "manager" && actor.role !== "director")
      return new AppError("access.not_permitted");
    if (change.newest.madeBy?.id === actor.userId)
      return new AppError("requirement_change.own_version");
  }
  return new AppError("requirement_change.not_allowed_now");
};
