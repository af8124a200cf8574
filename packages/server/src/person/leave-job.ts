import type { PositionView, people } from "@mainstay/contract/person";
import type { JobEnding } from "@mainstay/domain/person/job-ending";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { answerLeaving } from "../handover/answer-leaving.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { noteDoorOpening } from "./job-rules.ts";
import { getPositionView, lockPosition } from "./work-on-position.ts";

/** Closes an open job on a day, for a reason; refuses one that has ended and a day before it began. */
export const endJob = async (
  tx: Tx,
  { tenantId, now }: Pick<Context, "tenantId" | "now">,
  job: PositionView,
  ending: { readonly endsOn: IsoDay; readonly because: JobEnding; readonly field: string },
): Promise<void> => {
  if (job.endsOn !== null) throw new AppError("person.job_ended");
  if (job.startsOn !== null && ending.endsOn < job.startsOn)
    throw refuseField(ending.field, "too_small");
  await tx
    .updateTable("position")
    .set({
      ends_on: ending.endsOn,
      ended_because: ending.because,
      version: sql`version + 1`,
      updated_at: now,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", job.id)
    .execute();
};

/** 离任 The person has left: the job ends for a reason and stays in the history. */
export const leaveJob = (
  context: Context,
  positionId: string,
  { endsOn, endedBecause }: z.output<NonNullable<typeof people.leave.body>>,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { before } = await lockPosition(tx, context, positionId);
    await endJob(tx, context, before, { endsOn, because: endedBecause, field: "endsOn" });
    await noteDoorOpening(tx, context.tenantId, [before.personId]);
    await recordAudit(
      tx,
      context,
      "person.job_ended",
      { kind: "person", id: before.personId },
      { accountId: before.accountId, endsOn, endedBecause },
    );
    const { personId, accountId } = before;
    await answerLeaving(tx, context, { positionId, personId, accountId, because: endedBecause });
    await enqueueRelationshipRound(tx, context.tenantId, accountId);
    await enqueueCycleRound(tx, context.tenantId, accountId);
    return getPositionView(tx, context, positionId);
  });
