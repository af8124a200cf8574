import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { sql } from "kysely";
import { accountSearchText } from "../account/account-search-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { type PlacedRecord, placeAccounts } from "./place-accounts.ts";
import { saveBefore } from "./save-before.ts";
import { writeRecords } from "./write-records.ts";

interface JobOnFile {
  person_id: string;
  external_id: string | null;
  name: string;
  position_id: string | null;
  account_id: string | null;
  batch_id: string | null;
}

const personColumns = { external_id: "text", name: "text", pinyin: "text", initials: "text" };
const positionColumns = {
  person_id: "uuid",
  account_id: "uuid",
  title: "text",
  department: "text",
  work_phone: "text",
  work_email: "text",
  starts_on: "date",
};
const positionFields = {
  title: "title",
  department: "department",
  workPhone: "work_phone",
  workEmail: "work_email",
  startsOn: "starts_on",
};

const findJobs = async (
  work: ChunkWork,
  records: readonly PlacedRecord[],
): Promise<JobOnFile[]> => {
  const numbers = records.flatMap(({ row }) =>
    row.values.externalId ? [String(row.values.externalId)] : [],
  );
  const accounts = [...new Set(records.map(({ accountId }) => accountId))];
  const { tenantId } = work.scope;
  const columns = sql`p.id as person_id, p.external_id, p.name, j.id as position_id, j.account_id, j.batch_id`;
  const joined = sql`person p left join position j on j.tenant_id = p.tenant_id and j.person_id = p.id and j.ends_on is null`;
  const { rows } = await sql<JobOnFile>`
    select ${columns} from ${joined} where p.tenant_id = ${tenantId}::uuid and p.external_id = any(${numbers}::text[])
    union select ${columns} from ${joined} where p.tenant_id = ${tenantId}::uuid and j.account_id = any(${accounts}::uuid[])`.execute(
    work.tx,
  );
  return rows;
};

/**
 * Saves a contact list: a person and their job at the account. The same person is the one with the same number, else
 * the same name at the same account; somebody the file names twice at one account is refused the second time.
 */
export const takeContacts = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const { placed, refused } = await placeAccounts(work, rows, false);
  const jobs = await findJobs(work, placed);
  const byNumber = new Map(
    jobs.flatMap((job) =>
      job.external_id === null ? [] : [[job.external_id, job.person_id] as const],
    ),
  );
  const atAccount = new Map(jobs.map((job) => [`${job.account_id}:${job.name}`, job]));
  const byPerson = new Map(jobs.map((job) => [`${job.account_id}:${job.person_id}`, job]));
  const people = new Map<string, Record<string, unknown>>();
  const positions: Record<string, unknown>[] = [];
  const known = new Set(jobs.map((job) => job.person_id));
  let created = 0;
  const taken = new Set<string>();
  const changedPositions: string[] = [];
  for (const { line, row, accountId } of placed) {
    const { values } = row;
    const number = typeof values.externalId === "string" ? values.externalId : null;
    const name = String(values.name);
    const numbered = number === null ? undefined : byNumber.get(number);
    const namesake = atAccount.get(`${accountId}:${name}`);
    const same =
      namesake &&
      (number === null || namesake.external_id === null || namesake.external_id === number)
        ? namesake.person_id
        : undefined;
    const personId = numbered ?? same ?? newId();
    const job = byPerson.get(`${accountId}:${personId}`);
    if (taken.has(`${accountId}:${personId}`) || job?.batch_id === scope.batchId) {
      refused.push(
        refusedAt(line, { refused: "duplicate_in_file", params: { text: number ?? name } }),
      );
      continue;
    }
    taken.add(`${accountId}:${personId}`);
    if (!known.has(personId)) {
      created += 1;
      known.add(personId);
    }
    if (number !== null) byNumber.set(number, personId);
    atAccount.set(`${accountId}:${name}`, {
      person_id: personId,
      external_id: number,
      name,
      position_id: null,
      account_id: accountId,
      batch_id: scope.batchId,
    });
    const { pinyin, initials } = accountSearchText({ name });
    people.set(personId, {
      id: personId,
      external_id: number ?? namesake?.external_id ?? null,
      name,
      pinyin,
      initials,
    });
    const position: Record<string, unknown> = {
      id: job?.position_id ?? newId(),
      person_id: personId,
      account_id: accountId,
    };
    for (const [field, column] of Object.entries(positionFields))
      if (field in values) position[column] = values[field];
    if (job?.position_id) changedPositions.push(job.position_id);
    positions.push(position);
  }
  await saveBefore(tx, scope, "person", [...people.keys()]);
  await saveBefore(tx, scope, "position", changedPositions);
  await writeRecords(tx, scope, "person", personColumns, [...people.values()]);
  await writeRecords(tx, scope, "position", positionColumns, positions);
  return { refused, created, updated: taken.size - created };
};
