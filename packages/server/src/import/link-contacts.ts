import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { wouldMakeCycle } from "@mainstay/domain/person/reporting-line";
import { sql } from "kysely";
import { lockReportingLines } from "../person/reporting-line.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { type PlacedRecord, placeAccounts } from "./place-accounts.ts";
import { saveBefore } from "./save-before.ts";

interface Job {
  id: string;
  person_id: string;
  account_id: string;
  external_id: string | null;
  name: string;
  reports_to_id: string | null;
}

const findOpenJobs = async (
  { tx, scope }: ChunkWork,
  accountIds: readonly string[],
): Promise<Map<string, Job[]>> => {
  const { rows } = await sql<Job>`
    select j.id, j.person_id, j.account_id, p.external_id, p.name, j.reports_to_id
    from position j join person p on p.tenant_id = j.tenant_id and p.id = j.person_id
    where j.tenant_id = ${scope.tenantId}::uuid and j.account_id = any(${[...accountIds]}::uuid[]) and j.ends_on is null`.execute(
    tx,
  );
  const byAccount = new Map<string, Job[]>();
  for (const job of rows)
    byAccount.set(job.account_id, [...(byAccount.get(job.account_id) ?? []), job]);
  return byAccount;
};

/** The one job a text means, by the person's number before their name; null for none and for several. */
const jobOf = (jobs: readonly Job[], text: string): Job | null => {
  const numbered = jobs.filter((job) => job.external_id === text);
  const meant = numbered.length > 0 ? numbered : jobs.filter((job) => job.name === text);
  return meant.length === 1 ? (meant[0] ?? null) : null;
};

/** The job that a row of the file stands for. */
const ownJob = (jobs: readonly Job[], { row: { values } }: PlacedRecord): Job | null =>
  jobOf(jobs, String(values.externalId ?? values.name)) ?? jobOf(jobs, String(values.name));

/**
 * The second walk over a contact list, when everybody is on file: puts each under the superior the file names, by number or name
 * at the same account, and gives the default role. What cannot be — nobody of that name, a circle, a second decision maker — is
 * refused by line and leaves the person as they were.
 */
export const linkContacts = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const wanting = rows.filter(({ row: { values } }) => values.reportsTo || values.buyingRole);
  const { placed } = await placeAccounts(work, wanting, false);
  const accountIds = [...new Set(placed.map(({ accountId }) => accountId))].sort();
  const jobsAt = await findOpenJobs(work, accountIds);
  const refused: ChunkOutcome["refused"] = [];
  const lines = new Map<string, string>();
  for (const accountId of accountIds) await lockReportingLines(tx, scope.tenantId, accountId);
  for (const record of placed) {
    const { line, row, accountId } = record;
    if (typeof row.values.reportsTo !== "string" || row.values.endsOn) continue;
    const text = row.values.reportsTo.slice(0, 60);
    const jobs = jobsAt.get(accountId) ?? [];
    const own = ownJob(jobs, record);
    const superior = jobOf(jobs, row.values.reportsTo);
    if (!own) continue;
    const above = (id: string) => lines.get(id) ?? jobs.find((job) => job.id === id)?.reports_to_id;
    if (!superior) refused.push(refusedAt(line, { refused: "superior_unknown", params: { text } }));
    else if (superior.person_id === own.person_id || wouldMakeCycle(above, own.id, superior.id))
      refused.push(refusedAt(line, { refused: "superior_cycle", params: { text } }));
    else if (own.reports_to_id !== superior.id) lines.set(own.id, superior.id);
  }
  await saveBefore(tx, scope, "position", [...lines.keys()]);
  await sql`
    update position o set reports_to_id = l.superior, batch_id = ${scope.batchId}::uuid, version = o.version + 1
    from unnest(${[...lines.keys()]}::uuid[], ${[...lines.values()]}::uuid[]) as l (id, superior)
    where o.tenant_id = ${scope.tenantId}::uuid and o.id = l.id`.execute(tx);
  refused.push(...(await giveRoles(work, placed, jobsAt)));
  if (!work.isTrial && accountIds.length > 0)
    await enqueue(tx, "measure_relationships", { tenantId: scope.tenantId, accountIds });
  return { refused, created: 0, updated: 0 };
};

/** Gives default roles where there is none or another; undoing the import finds them by their ids (see forgetRoles). */
const giveRoles = async (
  { tx, scope }: ChunkWork,
  placed: readonly PlacedRecord[],
  jobsAt: ReadonlyMap<string, readonly Job[]>,
): Promise<ChunkOutcome["refused"]> => {
  const refused: ChunkOutcome["refused"] = [];
  for (const record of placed) {
    const role = record.row.values.buyingRole;
    const own = ownJob(jobsAt.get(record.accountId) ?? [], record);
    if (typeof role !== "string" || !own) continue;
    const { rows } = await sql<{ id: string }>`
      insert into buying_role (tenant_id, id, account_id, person_id, role, set_by)
      select ${scope.tenantId}::uuid, md5(${`${scope.batchId} ${record.accountId} ${own.person_id}`})::uuid,
        ${record.accountId}::uuid, ${own.person_id}::uuid, ${role}, ${scope.actorUserId}::uuid
      where ${role} <> 'economic_buyer' or not exists (select 1 from buying_role r where r.tenant_id = ${scope.tenantId}::uuid
        and r.account_id = ${record.accountId}::uuid and r.project_id is null and r.role = 'economic_buyer')
      on conflict (tenant_id, account_id, project_id, person_id) do nothing returning id`.execute(
      tx,
    );
    if (rows.length > 0) continue;
    const { rows: same } = await sql<{ role: string }>`
      select role from buying_role where tenant_id = ${scope.tenantId}::uuid and account_id = ${record.accountId}::uuid
        and person_id = ${own.person_id}::uuid and project_id is null`.execute(tx);
    if (same[0]?.role !== role)
      refused.push(refusedAt(record.line, { refused: "role_taken", params: {} }));
  }
  return refused;
};

/** Takes back the roles a batch gave and nobody has changed since. */
export const forgetRoles = async (
  tx: ChunkWork["tx"],
  tenantId: string,
  batchId: string,
): Promise<void> => {
  await sql`delete from buying_role where tenant_id = ${tenantId}::uuid and project_id is null and version = 1
    and id = md5(${batchId} || ' ' || account_id || ' ' || person_id)::uuid`.execute(tx);
};
