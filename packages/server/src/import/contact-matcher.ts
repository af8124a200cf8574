import { sql } from "kysely";
import type { ChunkWork } from "./chunk-work.ts";
import type { PlacedRecord } from "./place-accounts.ts";

/** A job on file, or one that the same chunk has brought. */
export interface JobOnFile {
  readonly id: string;
  readonly person_id: string;
  readonly account_id: string;
  readonly external_id: string | null;
  readonly name: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly batch_id: string | null;
  readonly is_restricted: boolean;
}

/** Every job at the accounts of the rows, and of the persons whose numbers they give, wherever those work. */
export const findContactJobs = async (
  { tx, scope: { tenantId } }: ChunkWork,
  records: readonly PlacedRecord[],
): Promise<{ jobs: JobOnFile[]; byNumber: Map<string, string> }> => {
  const numbers = records.flatMap(({ row }) =>
    row.values.externalId ? [String(row.values.externalId)] : [],
  );
  const accounts = [...new Set(records.map(({ accountId }) => accountId))];
  const { rows: persons } = await sql<{ id: string; external_id: string }>`
    select id, external_id from person where tenant_id = ${tenantId}::uuid and external_id = any(${numbers}::text[])`.execute(
    tx,
  );
  const { rows: jobs } = await sql<JobOnFile>`
    select j.id, j.person_id, j.account_id, p.external_id, p.name, j.starts_on, j.ends_on, j.batch_id,
      p.restricted_at is not null as is_restricted
    from position j join person p on p.tenant_id = j.tenant_id and p.id = j.person_id
    where j.tenant_id = ${tenantId}::uuid and j.ended_because is distinct from 'entered_by_mistake'
      and (j.account_id = any(${accounts}::uuid[]) or j.person_id = any(${persons.map(({ id }) => id)}::uuid[]))
    order by (j.ends_on is not null), j.ends_on desc, j.id`.execute(tx);
  return { jobs, byNumber: new Map(persons.map((person) => [person.external_id, person.id])) };
};

const at = (accountId: string, text: string) => `${accountId} ${text}`;

/** Finds people and jobs among those on file and those already taken from the file. */
export const contactMatcher = (found: Awaited<ReturnType<typeof findContactJobs>>) => {
  const byNumber = new Map(found.byNumber);
  const namesakes = new Map<string, JobOnFile>();
  const jobsOf = new Map<string, JobOnFile[]>();
  const add = (job: JobOnFile): void => {
    const key = at(job.account_id, job.name);
    if (!namesakes.has(key)) namesakes.set(key, job);
    if (job.external_id !== null) byNumber.set(job.external_id, job.person_id);
    const own = jobsOf.get(job.person_id) ?? [];
    jobsOf.set(job.person_id, [...own.filter(({ id }) => id !== job.id), job]);
  };
  for (const job of found.jobs) add(job);
  return {
    add,
    /** The person with the number, else the one of that name at the account whose number does not speak against it. */
    person(accountId: string, name: string, number: string | null): string | null {
      const numbered = number === null ? undefined : byNumber.get(number);
      if (numbered !== undefined) return numbered;
      const namesake = namesakes.get(at(accountId, name));
      const fits = namesake && (number === null || [null, number].includes(namesake.external_id));
      return fits ? namesake.person_id : null;
    },
    numberOf: (accountId: string, name: string): string | null =>
      namesakes.get(at(accountId, name))?.external_id ?? null,
    /** The jobs of a person at an account. */
    jobs: (personId: string, accountId: string): readonly JobOnFile[] =>
      (jobsOf.get(personId) ?? []).filter((job) => job.account_id === accountId),
    /** Stored, not used: nothing may be changed about them. */
    isRestricted: (personId: string): boolean =>
      (jobsOf.get(personId) ?? []).some((job) => job.is_restricted),
    isKnown: (personId: string): boolean =>
      jobsOf.has(personId) || [...found.byNumber.values()].includes(personId),
  };
};
