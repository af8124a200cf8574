import { wouldMakeCycle } from "@mainstay/domain/person/reporting-line";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { type MergeWork, noteConflict } from "./merge-record.ts";
import { lockReportingLines } from "./reporting-line.ts";

interface Job {
  id: string;
  person_id: string;
  account_id: string;
  title: string | null;
  department: string | null;
  work_phone: string | null;
  work_email: string | null;
  starts_on: string | null;
  ends_on: string | null;
  reports_to_id: string | null;
  last_contact_on: string | null;
}

const filled = ["title", "department", "work_phone", "work_email", "starts_on"] as const;

/** Writes columns of a job; that a line was drawn by putting records together or apart is no past superior. */
export const writeJob = async (
  tx: Tx,
  tenantId: string,
  jobId: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await tx
    .updateTable("position")
    .set(columns)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", jobId)
    .execute();
  if ("reports_to_id" in columns)
    await sql`delete from past_superior where tenant_id = ${tenantId}::uuid and position_id = ${jobId}::uuid
      and changed_at >= now()`.execute(tx);
};

/** Writes columns of a job and keeps what they were. */
const changeJob = async (
  tx: Tx,
  work: MergeWork,
  job: Job,
  change: Partial<Job>,
): Promise<void> => {
  const after = Object.fromEntries(
    Object.entries(change).filter(([column, value]) => value !== job[column as keyof Job]),
  );
  if (Object.keys(after).length === 0) return;
  const before = Object.fromEntries(
    Object.keys(after).map((column) => [column, job[column as keyof Job]]),
  );
  await writeJob(tx, work.tenantId, job.id, after);
  work.record.jobs.push({ id: job.id, before, after });
  Object.assign(job, change);
};

/** Puts the one job in place of the other: gaps filled, reports pointed to it, the other kept in the record and deleted. */
const foldJob = async (
  tx: Tx,
  work: MergeWork,
  all: Job[],
  kept: Job,
  gone: Job,
): Promise<void> => {
  const superiorOf = (id: string) => all.find((job) => job.id === id)?.reports_to_id;
  const fits = (below: string, superior: string) =>
    superior !== gone.id && !wouldMakeCycle(superiorOf, below, superior);
  for (const below of all.filter((job) => job.reports_to_id === gone.id)) {
    const isSelf = below.id === kept.id;
    if (isSelf) noteConflict(work, "reports_to_self", 1);
    const superior = !isSelf && fits(below.id, kept.id) ? kept.id : null;
    await changeJob(tx, work, below, { reports_to_id: superior });
  }
  const change: Partial<Job> = Object.fromEntries(
    filled.map((column) => [column, kept[column] ?? gone[column]]),
  );
  const contacts = [kept.last_contact_on, gone.last_contact_on].flatMap((on) => on ?? []);
  change.last_contact_on = contacts.sort().at(-1) ?? null;
  if (kept.reports_to_id === null && gone.reports_to_id !== null)
    change.reports_to_id = fits(kept.id, gone.reports_to_id) ? gone.reports_to_id : null;
  await changeJob(tx, work, kept, change);
  const tenant = sql`${work.tenantId}::uuid`;
  const { rows: past } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from past_superior t where tenant_id = ${tenant} and position_id = ${gone.id}::uuid`.execute(
    tx,
  );
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    delete from position t where tenant_id = ${tenant} and id = ${gone.id}::uuid returning to_jsonb(t) as row`.execute(
    tx,
  );
  work.record.dropped.push(["position", rows.map(({ row }) => row)]);
  if (past.length > 0) work.record.dropped.push(["past_superior", past.map(({ row }) => row)]);
  all.splice(all.indexOf(gone), 1);
};

/**
 * Moves the jobs of the record that goes. Two present jobs at one account become the one that stays, its gaps filled; a job never
 * reports to another job of the same person.
 */
export const moveJobs = async (tx: Tx, work: MergeWork): Promise<void> => {
  const { tenantId, keptId, goneId } = work;
  const tenant = sql`${tenantId}::uuid`;
  const { rows: accounts } = await sql<{ account_id: string }>`
    select distinct account_id from position where tenant_id = ${tenant}
      and person_id in (${keptId}::uuid, ${goneId}::uuid) order by account_id`.execute(tx);
  const moved: string[] = [];
  for (const { account_id } of accounts) {
    await lockReportingLines(tx, tenantId, account_id);
    const { rows: all } = await sql<Job>`
      select id, person_id, account_id, title, department, work_phone, work_email, starts_on, ends_on, reports_to_id, last_contact_on
      from position where tenant_id = ${tenant} and account_id = ${account_id}::uuid`.execute(tx);
    const open = (personId: string) =>
      all.find((job) => job.person_id === personId && job.ends_on === null);
    const [kept, gone] = [open(keptId), open(goneId)];
    if (kept && gone) {
      await foldJob(tx, work, all, kept, gone);
      noteConflict(work, "same_job", 1);
    }
    const own = all.filter((job) => job.person_id === keptId || job.person_id === goneId);
    for (const job of own.filter(({ reports_to_id }) =>
      own.some(({ id }) => id === reports_to_id),
    )) {
      await changeJob(tx, work, job, { reports_to_id: null });
      noteConflict(work, "reports_to_self", 1);
    }
    moved.push(...own.filter((job) => job.person_id === goneId).map(({ id }) => id));
  }
  await sql`update position set person_id = ${keptId}::uuid where tenant_id = ${tenant}
    and id = any(${moved}::uuid[])`.execute(tx);
  work.record.moved["position"] = moved;
};
