import type { RescueView } from "@mainstay/contract/rescue";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { tellTaskOwner } from "../task/tell-task-owner.ts";
import { getRescueView } from "./rescue-view.ts";
import { lockRescue } from "./work-on-rescue.ts";

interface TaskDraft {
  readonly title: string;
  readonly dueOn: IsoDay | null;
  readonly ownerUserId: string | null;
  /** Kinds of contact that meet it by themselves. */
  readonly contactKinds?: readonly string[];
  readonly stepKey?: string;
}

/** Writes a task of a rescue; without an owner it is the rescue's owner's, else the maker's. */
export const saveRescueTask = async (
  tx: Tx,
  context: Context,
  rescue: RescueView,
  { title, dueOn, ownerUserId, contactKinds = [], stepKey }: TaskDraft,
): Promise<void> => {
  const { tenantId, actor, today } = context;
  if (ownerUserId) await demandTaskOwner(tx, tenantId, ownerUserId);
  const id = newId();
  await tx
    .insertInto("task")
    .values({
      tenant_id: tenantId,
      id,
      account_id: rescue.account.id,
      signal_id: rescue.signal?.id ?? null,
      title,
      due_on: dueOn,
      owner_user_id: ownerUserId ?? rescue.owner?.id ?? actor.userId,
      created_by: actor.userId,
      origin: "rescue",
      origin_id: rescue.id,
      step_key: stepKey ?? null,
      contact_kinds: [...contactKinds],
      window_from_on: contactKinds.length > 0 ? today : null,
    })
    .execute();
  const detail = { accountId: rescue.account.id, signalId: rescue.signal?.id ?? null };
  await recordAudit(tx, context, "task.added", { kind: "task", id }, detail);
  await tellTaskOwner(tx, tenantId, {
    id,
    ownerUserId: ownerUserId ?? rescue.owner?.id ?? actor.userId,
    accountId: rescue.account.id,
    dueOn,
    version: 1,
  });
};

/** Something to do for a running rescue. */
export const addRescueTask = (
  context: Context,
  rescueId: string,
  draft: TaskDraft,
): Promise<RescueView> =>
  context.write(async (tx) => {
    const rescue = await lockRescue(tx, context, rescueId, "addTask");
    await saveRescueTask(tx, context, rescue, draft);
    return getRescueView(tx, context.actor, rescueId);
  });
