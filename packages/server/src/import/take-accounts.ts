import { accountNameKey } from "@mainstay/domain/account/account-name-key";
import { isUscc, normaliseUscc } from "@mainstay/domain/account/uscc";
import type { CellRefusal } from "@mainstay/domain/import/read-cell";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { sql } from "kysely";
import { accountSearchText } from "../account/account-search-text.ts";
import { arrayText } from "../platform/db/array-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import { accountMatcher, type AccountNames, type AccountOnFile } from "./account-matcher.ts";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { addStandings } from "./create-accounts.ts";
import { findChanged } from "./keep-changed.ts";
import { saveBefore } from "./save-before.ts";
import { writeRecords } from "./write-records.ts";

const columnTypes = {
  external_id: "text",
  name: "text",
  short_name: "text",
  uscc: "text",
  kinds: "text[]",
  industry: "text",
  region: "text",
  country: "text",
  size: "text",
  ownership_percent: "numeric",
  contract_start_on: "date",
  contract_end_on: "date",
  credit_limit_minor: "bigint",
  payment_terms_days: "integer",
  currency: "text",
  manager_user_id: "uuid",
  backup_user_id: "uuid",
  sponsor_user_id: "uuid",
  pinyin: "text",
  initials: "text",
  name_key: "text",
  search_text: "text",
  search_bigrams: "text[]",
};

const plainFields: Readonly<Record<string, string>> = {
  shortName: "short_name",
  industry: "industry",
  region: "region",
  country: "country",
  size: "size",
  ownershipPercent: "ownership_percent",
  contractStartOn: "contract_start_on",
  contractEndOn: "contract_end_on",
  creditLimit: "credit_limit_minor",
  paymentTermsDays: "payment_terms_days",
  currency: "currency",
};
const userFields = {
  managerEmail: "manager_user_id",
  backupEmail: "backup_user_id",
  sponsorEmail: "sponsor_user_id",
};

type Users = ReadonlyMap<string, string>;

const findUsers = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<Users> => {
  const emails = new Set<string>();
  for (const { row } of rows) {
    for (const field of Object.keys(userFields))
      if (row.values[field]) emails.add(String(row.values[field]).toLowerCase());
  }
  if (emails.size === 0) return new Map();
  const { rows: users } = await sql<{ id: string; email: string }>`
    select id, email from app_user where tenant_id = ${work.scope.tenantId}::uuid and email = any(${[...emails]}::text[])`.execute(
    work.tx,
  );
  return new Map(users.map(({ id, email }) => [email, id]));
};

const namesOf = ({ values }: ReadRecord): AccountNames | CellRefusal => {
  const uscc = values.uscc ? normaliseUscc(String(values.uscc)) : null;
  if (uscc !== null && !isUscc(uscc))
    return { refused: "uscc_invalid", params: { text: uscc.slice(0, 40) } };
  return {
    externalId: (values.externalId as string | null | undefined) ?? null,
    uscc,
    name: String(values.name),
  };
};

const columnsOf = ({ values }: ReadRecord, users: Users): Record<string, unknown> | CellRefusal => {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(plainFields))
    if (field in values) columns[column] = values[field];
  if (typeof values.kinds === "string") columns.kinds = [values.kinds];
  for (const [field, column] of Object.entries(userFields)) {
    if (!values[field]) continue;
    const user = users.get(String(values[field]).toLowerCase());
    if (!user)
      return {
        refused: "user_unknown",
        params: { field, text: String(values[field]).slice(0, 60) },
      };
    columns[column] = user;
  }
  const { contract_start_on: start, contract_end_on: end, credit_limit_minor: credit } = columns;
  if (typeof start === "string" && typeof end === "string" && end < start) {
    return { refused: "days_reversed", params: { from: start, to: end } };
  }
  if (typeof credit === "number" && credit < 0)
    return {
      refused: "absurd_amount",
      params: { field: "creditLimit", text: String(credit / 100) },
    };
  return columns;
};

/**
 * Saves a customer list. A customer is the one on file with the same number, else credit code, else name; a second
 * row for the same one is refused. Only the columns the file has are changed. Parents follow in `linkParents`.
 */
export const takeAccounts = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const outcome = { refused: [] as ChunkOutcome["refused"], created: 0, updated: 0 };
  const refuse = (line: number, refusal: CellRefusal) =>
    outcome.refused.push(refusedAt(line, refusal));
  const users = await findUsers(work, rows);
  const named = rows.flatMap(({ line, row }) => {
    const names = namesOf(row);
    if (!("refused" in names)) return [{ line, row, names }];
    refuse(line, names);
    return [];
  });
  const matcher = await accountMatcher(
    tx,
    scope.tenantId,
    named.map(({ names }) => names),
  );
  const writes: Record<string, unknown>[] = [];
  const opened: string[] = [];
  const onFile = new Set<string>();
  const searched = new Map<string, SearchedNames>();
  for (const { line, row, names } of named) {
    const account = matcher.find(names);
    const columns = columnsOf(row, users);
    if (account === "ambiguous")
      refuse(line, { refused: "name_ambiguous", params: { text: names.name.slice(0, 60) } });
    else if ("refused" in columns) refuse(line, columns as CellRefusal);
    else if (account?.isNew || account?.batch_id === scope.batchId) {
      refuse(line, {
        refused: "duplicate_in_file",
        params: { text: (names.externalId ?? names.uscc ?? names.name).slice(0, 60) },
      });
    } else if (account && contradicts(account, names, matcher)) {
      refuse(line, {
        refused: "uscc_taken",
        params: { text: names.uscc ?? names.name.slice(0, 60) },
      });
    } else {
      const merged = mergedNames(account, names, columns);
      const id = account?.id ?? newId();
      searched.set(id, merged);
      if (account) onFile.add(id);
      else opened.push(id);
      matcher.add({
        ...merged,
        id,
        name_key: accountNameKey(merged.name),
        batch_id: scope.batchId,
        isNew: true,
      });
      writes.push({
        ...columns,
        id,
        name: merged.name,
        external_id: merged.external_id,
        uscc: merged.uscc,
      });
    }
  }
  const updated = await writeAlike(work, writes, onFile, searched);
  if (!work.isTrial) await addStandings(tx, scope.tenantId, opened);
  return { ...outcome, created: opened.length, updated };
};

type Matcher = Awaited<ReturnType<typeof accountMatcher>>;

/** A number and a credit code that belong to two different customers, or a code that is not the one on file. */
const contradicts = (account: AccountOnFile, names: AccountNames, matcher: Matcher): boolean => {
  if (
    names.externalId !== null &&
    account.external_id !== null &&
    names.externalId !== account.external_id
  )
    return true;
  if (names.uscc === null) return false;
  const owner = matcher.find({ externalId: null, uscc: names.uscc, name: "\u0001" });
  return owner !== null && owner !== "ambiguous" && owner.id !== account.id;
};

const mergedNames = (
  account: AccountOnFile | null,
  names: AccountNames,
  columns: Record<string, unknown>,
) => ({
  name: names.name,
  external_id: names.externalId ?? account?.external_id ?? null,
  uscc: names.uscc ?? account?.uscc ?? null,
  short_name:
    "short_name" in columns ? (columns.short_name as string | null) : (account?.short_name ?? null),
});

/** Rows with the same columns are written together, so that a column one row lacks is not emptied by another's. */
const writeAlike = async (
  { tx, scope, isTrial }: ChunkWork,
  writes: readonly Record<string, unknown>[],
  onFile: ReadonlySet<string>,
  searched: ReadonlyMap<string, SearchedNames>,
): Promise<number> => {
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const write of writes) {
    const shape = Object.keys(write).sort().join();
    const group = groups.get(shape);
    if (group) group.push(write);
    else groups.set(shape, [write]);
  }
  let updated = 0;
  for (const group of groups.values()) {
    const known = group.filter(({ id }) => onFile.has(String(id)));
    const changed = await findChanged(tx, scope.tenantId, "account", columnTypes, known);
    updated += changed.size;
    await saveBefore(tx, scope, "account", [...changed]);
    const kept = group.filter(({ id }) => !onFile.has(String(id)) || changed.has(String(id)));
    const whole = kept.map((write) => ({
      ...write,
      ...searchOf(searched.get(String(write.id)), isTrial),
    }));
    await writeRecords(tx, scope, "account", columnTypes, whole);
  }
  return updated;
};

interface SearchedNames {
  readonly name: string;
  readonly short_name: string | null;
  readonly external_id: string | null;
  readonly uscc: string | null;
}

/** A trial is rolled back: it needs the key that tells names apart, not what search reads. */
const searchOf = (names: SearchedNames | undefined, isTrial: boolean | undefined) => {
  if (!names) return {};
  if (isTrial) return { name_key: accountNameKey(names.name) };
  const search = accountSearchText({
    name: names.name,
    shortName: names.short_name,
    externalId: names.external_id,
    uscc: names.uscc,
  });
  // A list of sixty strings a row is half of what travels; written as one text it is a tenth.
  return { ...search, search_bigrams: arrayText(search.search_bigrams) };
};
