import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { PromiseStepKind } from "@mainstay/domain/promise/promise-status";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** One row of a promise's history, written with the act itself. */
export const savePromiseStep = async (
  tx: Tx,
  { tenantId, actor, now }: Pick<Context, "tenantId" | "actor" | "now">,
  promiseId: string,
  step: {
    readonly kind: PromiseStepKind;
    readonly onDay: IsoDay;
    readonly fromDueOn?: IsoDay | null;
    readonly toDueOn?: IsoDay | null;
    readonly personId?: string | null;
    readonly words?: string;
  },
): Promise<void> => {
  await tx
    .insertInto("promise_step")
    .values({
      tenant_id: tenantId,
      id: newId(),
      promise_id: promiseId,
      kind: step.kind,
      on_day: step.onDay,
      from_due_on: step.fromDueOn ?? null,
      to_due_on: step.toDueOn ?? null,
      person_id: step.personId ?? null,
      words: step.words ?? "",
      made_by: actor.userId,
      made_at: now,
    })
    .execute();
};
