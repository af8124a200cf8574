import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { SampleCandidate } from "@mainstay/domain/survey/draw-sample";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface Row {
  person_id: string;
  account_id: string;
  department: string | null;
  has_address: boolean;
  has_left: boolean;
  is_placeholder: boolean;
  is_restricted: boolean;
  is_opted_out: boolean;
  segment: Segment | null;
  grade: Grade | null;
  roles: BuyingRole[] | null;
  is_in_programme: boolean;
  last_asked_on: string | null;
  asked_within_year: number;
}

/**
 * Everybody who could be asked: each person in a job at an account, and who left one within a year, so that the count of
 * those left out is honest. Askings count over all surveys; one that never arrived does not count. `which` narrows `p`.
 */
export const loadSampleCandidates = async (
  db: Db,
  tenantId: string,
  today: IsoDay,
  which: RawBuilder<boolean> = sql`true`,
): Promise<SampleCandidate[]> => {
  const { rows } = await sql<Row>`
    with job as (
      select distinct on (p.person_id, p.account_id) p.person_id, p.account_id, nullif(btrim(p.department), '') as department,
        p.work_email, coalesce(p.ends_on < ${today}::date, false) as has_left
      from "position" p
      where p.tenant_id = ${tenantId}::uuid and p.ended_because is distinct from 'entered_by_mistake'
        and (p.starts_on is null or p.starts_on <= ${today}::date)
        and (p.ends_on is null or p.ends_on >= ${today}::date - 365) and ${which}
      order by p.person_id, p.account_id, p.ends_on desc nulls first
    ), asked as (
      select person_id, max(planned_on) as last_on, (count(*) filter (where planned_on > ${today}::date - 365))::int as times
      from survey_invitation
      where tenant_id = ${tenantId}::uuid and person_id in (select person_id from job) and status not in ('bounced', 'dropped')
      group by person_id
    ), role as (
      select account_id, person_id, array_agg(distinct role) as roles from buying_role
      where tenant_id = ${tenantId}::uuid group by account_id, person_id
    )
    select j.person_id, j.account_id, j.department, coalesce(j.work_email like '%_@_%', false) as has_address, j.has_left,
      pe.is_placeholder, pe.restricted_at is not null as is_restricted, o.person_id is not null as is_opted_out,
      s.segment, s.grade, role.roles, asked.last_on as last_asked_on, coalesce(asked.times, 0) as asked_within_year,
      exists (select 1 from programme_membership m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.status = 'active')
        as is_in_programme
    from job j
    join account a on a.tenant_id = ${tenantId}::uuid and a.id = j.account_id
    join person pe on pe.tenant_id = a.tenant_id and pe.id = j.person_id
    left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join survey_opt_out o on o.tenant_id = a.tenant_id and o.person_id = j.person_id
    left join role on role.account_id = j.account_id and role.person_id = j.person_id
    left join asked on asked.person_id = j.person_id`.execute(db);
  return rows.map((row) => ({
    personId: row.person_id,
    accountId: row.account_id,
    segment: row.segment,
    grade: row.grade,
    buyingRoles: row.roles ?? [],
    department: row.department,
    isInProgramme: row.is_in_programme,
    hasAddress: row.has_address,
    isPlaceholder: row.is_placeholder,
    isRestricted: row.is_restricted,
    isOptedOut: row.is_opted_out,
    hasLeft: row.has_left,
    lastAskedOn: row.last_asked_on,
    askedWithinYear: row.asked_within_year,
  }));
};

/** Held while a sample is drawn or people are added, so that two askings at once never ask one person twice. */
export const holdAsking = async (db: Db, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`asking:${tenantId}`}, 0))`.execute(db);
};
