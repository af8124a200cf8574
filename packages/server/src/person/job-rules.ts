import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { JobEnding } from "@mainstay/domain/person/job-ending";
import { cameFromAccount, isSameJobTwice, type JobSpan } from "@mainstay/domain/person/job-history";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Every job of the persons, also at accounts out of sight: for rules only, never for a reader. */
const allJobsOf = async (tx: Tx, tenantId: string, personIds: readonly string[]) =>
  seeingAll(tx, async () => {
    const { rows } = await sql<{
      id: string;
      person_id: string;
      account_id: string;
      starts_on: IsoDay | null;
      ends_on: IsoDay | null;
      ended_because: JobEnding | null;
      came_from_account_id: string | null;
    }>`select id, person_id, account_id, starts_on, ends_on, ended_because, came_from_account_id from position
      where tenant_id = ${tenantId}::uuid and person_id = any(${[...personIds]}::uuid[])`.execute(
      tx,
    );
    return rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      cameFrom: row.came_from_account_id,
      accountId: row.account_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      endedBecause: row.ended_because,
    }));
  });

/** Marks each open job of the persons with the account they came from (door-openers), after any change of their jobs. */
export const noteDoorOpening = async (
  tx: Tx,
  tenantId: string,
  personIds: readonly string[],
): Promise<void> => {
  if (personIds.length === 0) return;
  const all = await allJobsOf(tx, tenantId, personIds);
  const byPerson = new Map<string, typeof all>();
  for (const job of all) {
    const own = byPerson.get(job.personId);
    if (own) own.push(job);
    else byPerson.set(job.personId, [job]);
  }
  const changes = all.flatMap((job) => {
    const own = byPerson.get(job.personId) ?? [];
    const from = job.endsOn === null ? cameFromAccount(own, job.accountId) : job.cameFrom;
    return from === job.cameFrom ? [] : [{ id: job.id, from }];
  });
  if (changes.length === 0) return;
  await seeingAll(tx, async () => {
    await sql`update position o set came_from_account_id = c."from"
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (id uuid, "from" uuid)
      where o.tenant_id = ${tenantId}::uuid and o.id = c.id`.execute(tx);
  });
};

/** Refuses a job the person already has at that account in that time; `person.position_taken`. */
export const demandNoSameJob = async (
  tx: Tx,
  tenantId: string,
  personId: string,
  job: JobSpan & { readonly id: string | null },
): Promise<void> => {
  const jobs = await allJobsOf(tx, tenantId, [personId]);
  if (jobs.some((other) => other.id !== job.id && isSameJobTwice(job, other)))
    throw new AppError("person.position_taken");
};
