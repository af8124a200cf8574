import type { CellRefusal } from "@mainstay/domain/import/read-cell";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { isSameJobTwice } from "@mainstay/domain/person/job-history";
import { noteDoorOpening } from "../person/job-rules.ts";
import { personSearchText } from "../person/person-search-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import { arrayText } from "../platform/db/array-text.ts";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { contactMatcher, findContactJobs, type JobOnFile } from "./contact-matcher.ts";
import { placeAccounts } from "./place-accounts.ts";
import { saveBefore } from "./save-before.ts";
import { writeRecords } from "./write-records.ts";

const personColumns = {
  external_id: "text",
  name: "text",
  pinyin: "text",
  initials: "text",
  name_key: "text",
  search_text: "text",
  search_bigrams: "text[]",
};
const positionColumns = {
  person_id: "uuid",
  account_id: "uuid",
  title: "text",
  department: "text",
  work_phone: "text",
  work_email: "text",
  starts_on: "date",
  ends_on: "date",
  ended_because: "text",
};
const positionFields = {
  title: "title",
  department: "department",
  workPhone: "work_phone",
  workEmail: "work_email",
  startsOn: "starts_on",
  endsOn: "ends_on",
};

const dayOf = ({ values }: ReadRecord, field: string): string | null =>
  typeof values[field] === "string" ? (values[field] as string) : null;

/**
 * The job on file that a row speaks of: one with the same end; a row with an end also closes an open job that began the same day
 * or on a day unknown. Null for a job that is new; a refusal when it is one already there for a stretch in common.
 */
const jobOfRow = (
  jobs: readonly JobOnFile[],
  accountId: string,
  [startsOn, endsOn]: readonly [string | null, string | null],
): JobOnFile | CellRefusal | null => {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    return { refused: "days_reversed", params: { from: startsOn, to: endsOn } };
  const sameEnd = jobs.find((job) => job.ends_on === endsOn);
  if (sameEnd) return sameEnd;
  const open = jobs.find((job) => job.ends_on === null);
  if (endsOn !== null && open && [null, startsOn].includes(open.starts_on)) return open;
  const span = { accountId, startsOn, endsOn };
  const other = jobs.find((job) =>
    isSameJobTwice(span, { accountId, startsOn: job.starts_on, endsOn: job.ends_on }),
  );
  return other ? { refused: "job_overlaps", params: {} } : null;
};

/**
 * Saves a contact list: people and their jobs, past ones too. The same person is the one with the same number, else the same name
 * at the same account; the same job named twice is refused the second time. Superiors and roles follow in `linkContacts`.
 */
export const takeContacts = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const { placed, refused } = await placeAccounts(work, rows, false);
  const matcher = contactMatcher(await findContactJobs(work, placed));
  const people = new Map<string, Record<string, unknown>>();
  const positions = new Map<string, Record<string, unknown>>();
  const changed: string[] = [];
  const created = new Set<string>();
  const refuse = (line: number, refusal: CellRefusal) => refused.push(refusedAt(line, refusal));
  for (const { line, row, accountId } of placed) {
    const { values } = row;
    const number = typeof values.externalId === "string" ? values.externalId : null;
    const name = String(values.name);
    const known = matcher.person(accountId, name, number);
    const personId = known ?? newId();
    if (matcher.isRestricted(personId)) {
      refuse(line, { refused: "person_restricted", params: {} });
      continue;
    }
    const span = [dayOf(row, "startsOn"), dayOf(row, "endsOn")] as const;
    const job = jobOfRow(matcher.jobs(personId, accountId), accountId, span);
    if (job && "refused" in job) {
      refuse(line, job);
      continue;
    }
    if (job && (positions.has(job.id) || job.batch_id === scope.batchId)) {
      refuse(line, { refused: "duplicate_in_file", params: { text: number ?? name } });
      continue;
    }
    if (known === null) created.add(personId);
    const externalId = number ?? (known === null ? null : matcher.numberOf(accountId, name));
    const search = personSearchText({ name, externalId });
    people.set(personId, {
      ...search,
      id: personId,
      external_id: externalId,
      name,
      search_bigrams: arrayText(search.search_bigrams),
    });
    const id = job?.id ?? newId();
    const position: Record<string, unknown> = { id, person_id: personId, account_id: accountId };
    for (const [field, column] of Object.entries(positionFields))
      if (field in values) position[column] = values[field];
    if (span[1] !== null) position["ended_because"] = "left_company";
    if (job) changed.push(id);
    positions.set(id, position);
    matcher.add({
      id,
      person_id: personId,
      account_id: accountId,
      external_id: externalId,
      name,
      starts_on: span[0],
      ends_on: span[1],
      is_restricted: false,
      batch_id: scope.batchId,
    });
  }
  await saveBefore(tx, scope, "person", [...people.keys()]);
  await saveBefore(tx, scope, "position", changed);
  await writeRecords(tx, scope, "person", personColumns, [...people.values()]);
  await writeRecords(tx, scope, "position", positionColumns, [...positions.values()]);
  if (!work.isTrial) await noteDoorOpening(tx, scope.tenantId, [...people.keys()]);
  const taken = people.size;
  return { refused, created: created.size, updated: taken - created.size };
};
