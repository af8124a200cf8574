import type { PositionView, people } from "@mainstay/contract/person";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { answerLeaving, answerReturn } from "../handover/answer-leaving.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { jobColumnsOf } from "./insert-position.ts";
import { demandNoSameJob, noteDoorOpening } from "./job-rules.ts";
import { renamePerson } from "./rename-person.ts";
import { demandSuperior } from "./reporting-line.ts";
import { getPositionView, lockPosition } from "./work-on-position.ts";

type Draft = z.output<NonNullable<typeof people.edit.body>>;

/** Corrects a person's name or job, or ends or reopens the job; the history of the job stays. */
export const editPosition = (
  context: Context,
  positionId: string,
  draft: Draft,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const { before, person } = await lockPosition(tx, context, positionId);
    const { accountId, personId } = before;
    const startsOn = draft.startsOn === undefined ? before.startsOn : draft.startsOn;
    const endsOn = draft.endsOn === undefined ? before.endsOn : draft.endsOn;
    if (endsOn && startsOn && endsOn < startsOn) {
      throw draft.endsOn ? refuseField("endsOn", "too_small") : refuseField("startsOn", "too_big");
    }
    if (draft.startsOn !== undefined || draft.endsOn !== undefined) {
      const endedBecause = endsOn === null ? null : before.endedBecause;
      const job = { id: positionId, accountId, startsOn, endsOn, endedBecause };
      await demandNoSameJob(tx, tenantId, personId, job);
    }
    if (draft.reportsToId)
      await demandSuperior(
        tx,
        tenantId,
        accountId,
        { id: positionId, personId },
        draft.reportsToId,
      );
    if (draft.name !== undefined) await renamePerson(tx, context, person, { name: draft.name });
    const job = {
      ...jobColumnsOf(draft),
      ...(draft.endsOn !== undefined && {
        ends_on: draft.endsOn,
        ended_because: draft.endsOn === null ? null : (before.endedBecause ?? "left_company"),
      }),
    };
    if (Object.keys(job).length > 0) {
      await tx
        .updateTable("position")
        .set({ ...job, version: sql`version + 1`, updated_at: context.now })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", positionId)
        .execute();
      await noteDoorOpening(tx, tenantId, [personId]);
    }
    await recordAudit(
      tx,
      context,
      draft.endsOn ? "person.job_ended" : "person.edited",
      { kind: "person", id: personId },
      { accountId, fields: Object.keys(draft) },
    );
    if (draft.endsOn && before.endsOn === null) {
      const because = before.endedBecause ?? "left_company";
      await answerLeaving(tx, context, { positionId, personId, accountId, because });
    }
    if (draft.endsOn === null && before.endsOn !== null)
      await answerReturn(tx, context, { personId, accountId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    if (draft.endsOn !== undefined) await enqueueCycleRound(tx, tenantId, accountId);
    return getPositionView(tx, context, positionId);
  });
