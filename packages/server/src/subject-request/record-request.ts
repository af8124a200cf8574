import type { subjectRequests } from "@mainstay/contract/subject-request";
import { addWorkingDays } from "@mainstay/domain/calendar/working-days";
import { sql } from "kysely";
import type { z } from "zod";
import { seesPerson } from "../consent/consent-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readPrivacySettings } from "../privacy/privacy-settings.ts";

type Draft = z.output<NonNullable<typeof subjectRequests.record.body>>;

/** The day by which a request received on a day is to be answered, by the workspace's calendar and terms. */
const dueDayOf = async (db: Db, tenantId: string, receivedOn: string): Promise<string> => {
  const { requestWorkingDays } = await readPrivacySettings(db, tenantId);
  const { rows } = await sql<{ on_date: string; is_workday: boolean }>`
    select on_date, is_workday from workday where tenant_id = ${tenantId}::uuid
      and on_date between ${receivedOn}::date and ${receivedOn}::date + 200`.execute(db);
  const different = new Map(rows.map((row) => [row.on_date, row.is_workday]));
  return addWorkingDays(receivedOn, requestWorkingDays, different);
};

/** Records that somebody asked. Anybody who meets customers may; who it is about can be found out later. */
export const recordRequest = (context: Context, draft: Draft) =>
  context.write(async (tx) => {
    const { tenantId, today } = context;
    if (draft.receivedOn > today)
      throw new AppError("subject_request.received_in_future", { today });
    if (draft.personId && !(await seesPerson(tx, tenantId, draft.personId)))
      throw new AppError("person.not_found");
    const id = newId();
    const dueOn = await dueDayOf(tx, tenantId, draft.receivedOn);
    await tx
      .insertInto("subject_request")
      .values({
        tenant_id: tenantId,
        id,
        person_id: draft.personId ?? null,
        requester: draft.requester,
        kind: draft.kind,
        words: draft.words ?? "",
        received_on: draft.receivedOn,
        received_via: draft.receivedVia,
        due_on: dueOn,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "subject_request.recorded",
      { kind: "subject_request", id },
      { kind: draft.kind, dueOn, ...(draft.personId ? { personId: draft.personId } : {}) },
    );
    return { id, dueOn };
  });
