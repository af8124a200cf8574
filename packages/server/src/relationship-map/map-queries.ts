import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { Influence } from "@mainstay/domain/influence/influence";
import type { Stance } from "@mainstay/domain/stance/stance";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Which account is drawn, for which workspace, as of which day. */
export interface MapFrame {
  readonly tenantId: string;
  readonly accountId: string;
  readonly asOf: IsoDay;
}

/** Every job at the account, present and past, with the person who holds it. */
export const listJobs = async (db: Db, { tenantId, accountId }: MapFrame) => {
  const { rows } = await sql<{
    position_id: string;
    person_id: string;
    name: string;
    title: string | null;
    department: string | null;
    starts_on: string | null;
    ends_on: string | null;
    reports_to_id: string | null;
    version: number;
    is_placeholder: boolean;
    placeholder_since: string | null;
    no_profiling: boolean;
    is_restricted: boolean;
  }>`
    select o.id as position_id, o.person_id, p.name, o.title, o.department, o.starts_on, o.ends_on, o.reports_to_id, o.version,
      p.is_placeholder, p.placeholder_since, p.no_profiling,
      (p.restricted_at is not null and not (select session_sees_restricted())) as is_restricted
    from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${tenantId}::uuid and o.account_id = ${accountId}::uuid
      and o.ended_because is distinct from 'entered_by_mistake'
    order by p.pinyin, o.id`.execute(db);
  return rows;
};
export type JobRow = Awaited<ReturnType<typeof listJobs>>[number];

/** What jobs reported to before changes after the day, in the order of the changes. */
export const listPastSuperiors = async (db: Db, { tenantId, accountId, asOf }: MapFrame) => {
  const { rows } = await sql<{
    positionId: string;
    superiorPositionId: string | null;
    changedOn: string;
  }>`
    select position_id as "positionId", superior_position_id as "superiorPositionId", changed_on as "changedOn"
    from past_superior where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and changed_on > ${asOf}::date
    order by changed_at`.execute(db);
  return rows;
};

interface JudgementRow {
  id: string;
  personId: string;
  projectId: string | null;
  assessorId: string | null;
  assessedOn: string;
}

/** Every stance known by the day, of the account and of the project looked at. */
export const listStances = async (db: Db, frame: MapFrame, projectId: string | null) => {
  const { rows } = await sql<JudgementRow & { stance: Stance }>`
    select id, person_id as "personId", project_id as "projectId", assessed_by as "assessorId", assessed_on as "assessedOn", stance
    from stance_assessment where tenant_id = ${frame.tenantId}::uuid and account_id = ${frame.accountId}::uuid
      and assessed_on <= ${frame.asOf}::date and (project_id is null or project_id = ${projectId}::uuid)`.execute(
    db,
  );
  return rows;
};

/** Every judgement on influence known by the day. */
export const listInfluences = async (db: Db, frame: MapFrame, projectId: string | null) => {
  const { rows } = await sql<JudgementRow & { influence: Influence }>`
    select id, person_id as "personId", project_id as "projectId", assessed_by as "assessorId", assessed_on as "assessedOn",
      influence
    from influence_assessment where tenant_id = ${frame.tenantId}::uuid and account_id = ${frame.accountId}::uuid
      and assessed_on <= ${frame.asOf}::date and (project_id is null or project_id = ${projectId}::uuid)`.execute(
    db,
  );
  return rows;
};

/** Buying roles set by the end of the day; the project's own before the account's. */
export const listRoles = async (db: Db, frame: MapFrame, projectId: string | null) => {
  const { rows } = await sql<{ personId: string; role: BuyingRole }>`
    select distinct on (r.person_id) r.person_id as "personId", r.role
    from buying_role r join tenant t on t.id = r.tenant_id
    where r.tenant_id = ${frame.tenantId}::uuid and r.account_id = ${frame.accountId}::uuid
      and (r.set_at at time zone t.time_zone)::date <= ${frame.asOf}::date
      and (r.project_id is null or r.project_id = ${projectId}::uuid)
    order by r.person_id, r.project_id nulls last`.execute(db);
  return rows;
};

/** Two-way contacts up to the day by person: the last, and all of them as `kind day-number` lists, which read fastest. */
export const listTwoWayContacts = async (db: Db, { tenantId, accountId, asOf }: MapFrame) => {
  const { rows } = await sql<{ personId: string; lastOn: string; contacts: string }>`
    select who.person_id as "personId", max(i.occurred_on) as "lastOn",
      string_agg(i.kind || ' ' || (i.occurred_on - date '1970-01-01'), ',') as contacts
    from interaction i cross join lateral unnest(i.person_ids) as who (person_id)
    where i.tenant_id = ${tenantId}::uuid and i.account_id = ${accountId}::uuid and i.is_two_way
      and i.occurred_on <= ${asOf}::date
    group by who.person_id`.execute(db);
  return rows;
};

/** Who of us took part in two-way contact with whom of them, or holds a pair level, up to the day. */
export const listOurContacts = async (db: Db, { tenantId, accountId, asOf }: MapFrame) => {
  const { rows } = await sql<{ personId: string; userId: string }>`
    select distinct who.person_id as "personId", ours.user_id as "userId"
    from interaction i cross join lateral unnest(i.person_ids) as who (person_id)
      cross join lateral unnest(i.our_user_ids || i.logged_by) as ours (user_id)
    where i.tenant_id = ${tenantId}::uuid and i.account_id = ${accountId}::uuid and i.is_two_way
      and i.occurred_on <= ${asOf}::date and ours.user_id is not null
    union
    select person_id, user_id from pair_level
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and noted_on <= ${asOf}::date
      and current_level > 1`.execute(db);
  return rows;
};
