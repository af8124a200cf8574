import type { PositionView, people } from "@mainstay/contract/person";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { answerReturn } from "../handover/answer-leaving.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { demandAccountForPeople } from "./add-person.ts";
import { insertPosition } from "./insert-position.ts";
import { lockPerson } from "./lock-person.ts";
import { getPositionView } from "./work-on-position.ts";

/** A person we know takes up another job: beside the present ones, on coming back, or one of the past that was not on file. */
export const takeUpJob = (
  context: Context,
  personId: string,
  { accountId, ...draft }: z.output<NonNullable<typeof people.takeUp.body>>,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    await lockPerson(tx, tenantId, personId);
    if (!isPermitted(actor, "person.edit")) throw new AppError("access.not_permitted");
    await demandAccountForPeople(tx, context, accountId);
    if (draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn)
      throw refuseField("endsOn", "too_small");
    const positionId = await insertPosition(tx, tenantId, personId, accountId, draft);
    await recordAudit(
      tx,
      context,
      "person.job_taken_up",
      { kind: "person", id: personId },
      { accountId, startsOn: draft.startsOn ?? null },
    );
    if (!draft.endsOn) await answerReturn(tx, context, { personId, accountId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    return getPositionView(tx, context, positionId);
  });
