import { randomUUID } from "node:crypto";
import type { JobDraft } from "@mainstay/contract/person";
import type { Tx } from "../platform/db/database-handles.ts";
import { demandNoSameJob, noteDoorOpening } from "./job-rules.ts";
import { demandSuperior } from "./reporting-line.ts";

/** The columns a draft of a job sets; only the fields it names. */
export const jobColumnsOf = (draft: Partial<JobDraft>) => ({
  ...(draft.title !== undefined && { title: draft.title || null }),
  ...(draft.department !== undefined && { department: draft.department || null }),
  ...(draft.workPhone !== undefined && { work_phone: draft.workPhone || null }),
  ...(draft.workEmail !== undefined && { work_email: draft.workEmail }),
  ...(draft.startsOn !== undefined && { starts_on: draft.startsOn }),
  ...(draft.reportsToId !== undefined && { reports_to_id: draft.reportsToId }),
});

/** Writes a job of a person whose row is locked, when nothing speaks against it; returns its id. */
export const insertPosition = async (
  tx: Tx,
  tenantId: string,
  personId: string,
  accountId: string,
  draft: JobDraft & { readonly endsOn?: string | null | undefined },
): Promise<string> => {
  const id = randomUUID();
  const [startsOn, endsOn] = [draft.startsOn ?? null, draft.endsOn ?? null];
  await demandNoSameJob(tx, tenantId, personId, { id: null, accountId, startsOn, endsOn });
  if (draft.reportsToId)
    await demandSuperior(tx, tenantId, accountId, { id: null, personId }, draft.reportsToId);
  await tx
    .insertInto("position")
    .values({
      tenant_id: tenantId,
      id,
      person_id: personId,
      account_id: accountId,
      ...jobColumnsOf(draft),
      ends_on: endsOn,
    })
    .execute();
  await noteDoorOpening(tx, tenantId, [personId]);
  return id;
};
