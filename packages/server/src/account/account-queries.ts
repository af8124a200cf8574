import type { AccountDraft } from "@mainstay/contract/account";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { accountSearchText } from "./account-search-text.ts";

export interface AccountRecord {
  id: string;
  name: string;
  short_name: string | null;
  external_id: string | null;
  uscc: string | null;
  kinds: string[];
  industry: string | null;
  region: string | null;
  country: string | null;
  size: string | null;
  parent_id: string | null;
  ownership_percent: string | null;
  contract_start_on: string | null;
  contract_end_on: string | null;
  credit_limit_minor: number | null;
  payment_terms_days: number | null;
  currency: string | null;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface NamedAccountRecord extends AccountRecord {
  parent_name: string | null;
  manager_name: string | null;
  backup_name: string | null;
  sponsor_name: string | null;
}

/** The account with the names its ids stand for, or null when it is not there for this actor. */
export const findAccount = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<NamedAccountRecord | null> => {
  const { rows } = await sql<NamedAccountRecord>`
    select a.id, a.name, a.short_name, a.external_id, a.uscc, a.kinds, a.industry, a.region, a.country, a.size,
      a.parent_id, a.ownership_percent, a.contract_start_on, a.contract_end_on, a.credit_limit_minor,
      a.payment_terms_days, a.currency, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids, a.version,
      a.created_at, a.updated_at, p.name as parent_name, m.name as manager_name, b.name as backup_name,
      x.name as sponsor_name
    from account a
    left join account p on p.tenant_id = a.tenant_id and p.id = a.parent_id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
    left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id
    left join app_user x on x.tenant_id = a.tenant_id and x.id = a.sponsor_user_id
    where a.tenant_id = ${tenantId}::uuid and a.id = ${accountId}::uuid`.execute(db);
  return rows[0] ?? null;
};

/**
 * Takes the account's row for this transaction; null when it is not there for this actor. Others may meanwhile refer to the
 * account, so that two who put each other's account below their own wait for the group tree and not for each other.
 */
export const lockAccount = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
): Promise<AccountRecord | null> => {
  const row = await tx
    .selectFrom("account")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return (row as AccountRecord | undefined) ?? null;
};

/** The columns a draft sets; only the fields it names. */
export const accountColumnsOf = (draft: Partial<AccountDraft>) => {
  const columns = {
    name: draft.name,
    short_name: draft.shortName,
    external_id: draft.externalId,
    uscc: draft.uscc,
    kinds: draft.kinds,
    industry: draft.industry,
    region: draft.region,
    country: draft.country,
    size: draft.size,
    parent_id: draft.parentId,
    ownership_percent:
      draft.ownershipPercent === undefined
        ? undefined
        : (draft.ownershipPercent?.toString() ?? null),
    contract_start_on: draft.contractStartOn,
    contract_end_on: draft.contractEndOn,
    credit_limit_minor: draft.creditLimitMinor,
    payment_terms_days: draft.paymentTermsDays,
    currency: draft.currency,
    manager_user_id: draft.managerUserId,
    backup_user_id: draft.backupUserId,
    sponsor_user_id: draft.sponsorUserId,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [Key in keyof typeof columns]?: Exclude<(typeof columns)[Key], undefined>;
  };
};

/** Writes a new account and its still empty standing. */
export const saveAccount = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  draft: AccountDraft,
): Promise<void> => {
  await tx
    .insertInto("account")
    .values({
      ...accountColumnsOf(draft),
      ...accountSearchText(draft),
      name: draft.name,
      tenant_id: tenantId,
      id: accountId,
    })
    .execute();
  await tx
    .insertInto("account_standing")
    .values({ tenant_id: tenantId, account_id: accountId })
    .execute();
};

/** Writes the changed fields of an account, renews what search reads, and counts the version up. */
export const changeAccount = async (
  tx: Tx,
  tenantId: string,
  before: AccountRecord,
  draft: Partial<AccountDraft>,
): Promise<void> => {
  const columns = accountColumnsOf(draft);
  const search = accountSearchText({
    name: columns.name ?? before.name,
    shortName: columns.short_name === undefined ? before.short_name : columns.short_name,
    externalId: columns.external_id === undefined ? before.external_id : columns.external_id,
    uscc: columns.uscc === undefined ? before.uscc : columns.uscc,
  });
  await tx
    .updateTable("account")
    .set({ ...columns, ...search, version: before.version + 1, updated_at: new Date() })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", before.id)
    .execute();
};

/** True when `ancestorId` stands above or at `accountId` in the group tree. */
export const isAtOrAbove = async (
  tx: Tx,
  tenantId: string,
  ancestorId: string,
  accountId: string,
): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up as (
      select id, parent_id from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid
      union
      select a.id, a.parent_id from account a join up on a.id = up.parent_id where a.tenant_id = ${tenantId}::uuid)
    select exists (select 1 from up where id = ${ancestorId}::uuid) as found`.execute(tx);
  return rows[0]?.found ?? false;
};

/** One change of group structure at a time, so that two halves of a cycle cannot be saved side by side. */
export const lockGroupTree = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`group-tree:${tenantId}`}, 0))`.execute(
    tx,
  );
};

/** The newest answer of each topic about the customer's world. */
export const listProfileAnswers = (db: Db, tenantId: string, accountId: string) =>
  db
    .selectFrom("account_profile")
    .distinctOn("topic")
    .select(["id", "topic", "answer", "source", "answered_on", "recorded_at"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .orderBy("topic")
    .orderBy("answered_on", "desc")
    .orderBy("recorded_at", "desc")
    .execute();
