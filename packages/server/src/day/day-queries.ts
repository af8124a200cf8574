import type { Anniversary } from "@mainstay/domain/calendar/anniversary";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Whose days are asked for; nothing named means everybody in sight. */
export interface DayScope {
  readonly tenantId: string;
  readonly accountId?: string | undefined;
  readonly personId?: string | undefined;
  /** Only days at accounts this colleague manages. */
  readonly managerUserId?: string | undefined;
}

interface Owner {
  person_id: string;
  person_name: string;
  title: string | null;
  account_id: string | null;
  account_name: string | null;
  manager_id: string | null;
  manager_name: string | null;
}
export interface BirthdayRow extends Owner {
  fact_id: string;
  value: Anniversary;
}
export interface JobRow extends Owner {
  position_id: string;
  since: string;
}
export interface ContractRow {
  account_id: string;
  account_name: string;
  manager_id: string | null;
  manager_name: string | null;
  since: string;
}

const ofPerson = ({ personId }: DayScope, column: string) =>
  personId === undefined ? sql`` : sql`and ${sql.ref(column)} = ${personId}::uuid`;
const ofManager = ({ managerUserId }: DayScope) =>
  managerUserId === undefined ? sql`` : sql`and a.manager_user_id = ${managerUserId}::uuid`;
const ofAccount = ({ accountId }: DayScope, column: string) =>
  accountId === undefined ? sql`` : sql`and ${sql.ref(column)} = ${accountId}::uuid`;

/** Birthdays written down under one of these keys (`lunar-6-15`), with the job the person is best known by. */
export const listBirthdays = async (
  db: Db,
  scope: DayScope,
  keys: readonly string[],
  today: string,
): Promise<BirthdayRow[]> => {
  const { rows } = await sql<BirthdayRow>`
    select f.id as fact_id, f.value, p.id as person_id, p.name as person_name, job.title, job.account_id,
      a.name as account_name, a.manager_user_id as manager_id, u.name as manager_name
    from fact f
    join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
    left join lateral (
      select o.title, o.account_id from position o
      where o.tenant_id = p.tenant_id and o.person_id = p.id and (o.ends_on is null or o.ends_on >= ${today}::date)
        ${ofAccount(scope, "o.account_id")}
      order by o.starts_on desc nulls last, o.id limit 1) job on true
    left join account a on a.tenant_id = f.tenant_id and a.id = job.account_id
    left join app_user u on u.tenant_id = a.tenant_id and u.id = a.manager_user_id
    where f.tenant_id = ${scope.tenantId}::uuid and f.anniversary_key = any(${[...keys]}::text[])
      and f.expires_on >= ${today}::date ${ofPerson(scope, "f.person_id")}
      ${scope.accountId === undefined ? sql`` : sql`and job.account_id is not null`} ${ofManager(scope)}`.execute(
    db,
  );
  return rows;
};

/** Present jobs that began on one of these days of the year (month × 100 + day). */
export const listJobsByMonthDay = async (
  db: Db,
  scope: DayScope,
  monthDays: readonly number[],
): Promise<JobRow[]> => {
  const { rows } = await sql<JobRow>`
    select o.id as position_id, o.starts_on as since, p.id as person_id, p.name as person_name, o.title, o.account_id,
      a.name as account_name, a.manager_user_id as manager_id, u.name as manager_name
    from position o
    join person p on p.tenant_id = o.tenant_id and p.id = o.person_id and not p.is_placeholder and p.restricted_at is null
    join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    left join app_user u on u.tenant_id = a.tenant_id and u.id = a.manager_user_id
    where o.tenant_id = ${scope.tenantId}::uuid and o.ends_on is null
      and o.starts_month_day = any(${[...monthDays]}::smallint[])
      ${ofPerson(scope, "o.person_id")} ${ofAccount(scope, "o.account_id")} ${ofManager(scope)}`.execute(
    db,
  );
  return rows;
};

/** Accounts whose contract began on one of these days of the year and has not ended. */
export const listContractsByMonthDay = async (
  db: Db,
  scope: DayScope,
  monthDays: readonly number[],
  today: string,
): Promise<ContractRow[]> => {
  if (scope.personId !== undefined) return [];
  const { rows } = await sql<ContractRow>`
    select a.id as account_id, a.name as account_name, a.contract_start_on as since, a.manager_user_id as manager_id,
      u.name as manager_name
    from account a left join app_user u on u.tenant_id = a.tenant_id and u.id = a.manager_user_id
    where a.tenant_id = ${scope.tenantId}::uuid and a.contract_start_month_day = any(${[...monthDays]}::smallint[])
      and a.contract_start_on is not null and (a.contract_end_on is null or a.contract_end_on >= ${today}::date)
      ${ofAccount(scope, "a.id")} ${ofManager(scope)}`.execute(db);
  return rows;
};

/** How this workspace keeps leap-month birthdays. */
export const getLeapMonthHabit = async (
  db: Db,
  tenantId: string,
): Promise<"leap_month" | "both"> => {
  const { rows } = await sql<{ habit: "leap_month" | "both" }>`
    select leap_month_habit as habit from tenant where id = ${tenantId}::uuid`.execute(db);
  return rows[0]?.habit ?? "leap_month";
};
