import type { PositionView, people } from "@mainstay/contract/person";
import { sql } from "kysely";
import type { z } from "zod";
import { personPinyin } from "./person-pinyin.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { findPosition } from "./person-queries.ts";

type Draft = z.output<NonNullable<typeof people.edit.body>>;

/** Corrects a person's name or job, or ends the job; the history of the job stays. */
export const editPosition = (
  context: Context,
  positionId: string,
  draft: Draft,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const found = await findPosition(tx, actor, positionId);
    if (!found) throw new AppError("person.not_found");
    if (!found.view.can.edit) throw new AppError("access.not_permitted");
    const starts = draft.startsOn === undefined ? found.view.startsOn : draft.startsOn;
    const ends = draft.endsOn === undefined ? found.view.endsOn : draft.endsOn;
    if (ends && starts && ends < starts) {
      throw draft.endsOn ? refuseField("endsOn", "too_small") : refuseField("startsOn", "too_big");
    }
    if (draft.name !== undefined) {
      await tx
        .updateTable("person")
        .set({
          name: draft.name,
          ...personPinyin(draft.name),
          version: sql`version + 1`,
          updated_at: context.now,
        })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", found.view.personId)
        .execute();
    }
    const job = {
      ...(draft.title !== undefined && { title: draft.title || null }),
      ...(draft.department !== undefined && { department: draft.department || null }),
      ...(draft.workPhone !== undefined && { work_phone: draft.workPhone || null }),
      ...(draft.workEmail !== undefined && { work_email: draft.workEmail }),
      ...(draft.startsOn !== undefined && { starts_on: draft.startsOn }),
      ...(draft.endsOn !== undefined && { ends_on: draft.endsOn }),
    };
    if (Object.keys(job).length > 0) {
      await tx
        .updateTable("position")
        .set(job)
        .where("tenant_id", "=", tenantId)
        .where("id", "=", positionId)
        .execute();
    }
    await recordAudit(
      tx,
      context,
      draft.endsOn ? "person.job_ended" : "person.edited",
      { kind: "person", id: found.view.personId },
      { accountId: found.accountId, fields: Object.keys(draft) },
    );
    const after = await findPosition(tx, actor, positionId);
    if (!after) throw new AppError("person.not_found");
    return after.view;
  });
