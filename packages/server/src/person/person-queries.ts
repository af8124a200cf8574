import type { PositionView } from "@mainstay/contract/person";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { JobEnding } from "@mainstay/domain/person/job-ending";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface PositionRecord {
  id: string;
  person_id: string;
  account_id: string;
  account_name: string;
  name: string;
  is_placeholder: boolean;
  is_restricted: boolean;
  title: string | null;
  department: string | null;
  work_phone: string | null;
  work_email: string | null;
  starts_on: string | null;
  ends_on: string | null;
  ended_because: JobEnding | null;
  reports_to_id: string | null;
  superior_person_id: string | null;
  superior_name: string | null;
  is_door_opener: boolean;
  came_from_id: string | null;
  came_from_name: string | null;
  last_contact_on: string | null;
  version: number;
  person_version: number;
}

const select = sql`
  select o.id, o.person_id, o.account_id, a.name as account_name, p.name, p.is_placeholder,
    p.restricted_at is not null as is_restricted, o.title, o.department, o.work_phone, o.work_email, o.starts_on, o.ends_on,
    o.ended_because, o.reports_to_id, sp.id as superior_person_id, sp.name as superior_name,
    o.came_from_account_id is not null as is_door_opener, c.id as came_from_id, c.name as came_from_name, o.last_contact_on,
    o.version, p.version as person_version
  from position o
  join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
  join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
  left join position s on s.tenant_id = o.tenant_id and s.id = o.reports_to_id
  left join person sp on sp.tenant_id = s.tenant_id and sp.id = s.person_id
  left join account c on c.tenant_id = o.tenant_id and c.id = o.came_from_account_id`;

const toPositionView = (actor: Actor, record: PositionRecord): PositionView => ({
  id: record.id,
  personId: record.person_id,
  accountId: record.account_id,
  accountName: record.account_name,
  name: record.name,
  isPlaceholder: record.is_placeholder,
  title: record.title,
  department: record.department,
  workPhone: record.work_phone,
  workEmail: record.work_email,
  startsOn: record.starts_on,
  endsOn: record.ends_on,
  endedBecause: record.ended_because,
  reportsTo:
    record.reports_to_id && record.superior_person_id && record.superior_name !== null
      ? {
          positionId: record.reports_to_id,
          personId: record.superior_person_id,
          name: record.superior_name,
        }
      : null,
  cameFrom: record.is_door_opener
    ? { accountId: record.came_from_id, name: record.came_from_name }
    : null,
  lastContactOn: record.last_contact_on,
  personVersion: record.person_version,
  version: record.version,
  can: { edit: isPermitted(actor, "person.edit") && !record.is_restricted },
});

const positionsWhere = async (
  db: Db,
  actor: Actor,
  condition: RawBuilder<unknown>,
): Promise<PositionView[]> => {
  const { rows } = await sql<PositionRecord>`
    ${select} where o.tenant_id = ${actor.tenantId}::uuid and ${condition}`.execute(db);
  return rows.map((record) => toPositionView(actor, record));
};

/** Who works at the account, present jobs first, by pinyin. What was entered by mistake stands last. */
export const listPositions = (db: Db, actor: Actor, accountId: string): Promise<PositionView[]> =>
  positionsWhere(
    db,
    actor,
    sql`o.account_id = ${accountId}::uuid
      order by (o.ends_on is not null), (o.ended_because is not distinct from 'entered_by_mistake'), p.pinyin, o.id limit 500`,
  );

/** The jobs of a person that this actor sees: present ones first, then the past, newest first. */
export const listJobsOf = (db: Db, actor: Actor, personId: string): Promise<PositionView[]> =>
  positionsWhere(
    db,
    actor,
    sql`o.person_id = ${personId}::uuid
      order by (o.ends_on is not null), o.ends_on desc, o.starts_on desc nulls last, o.id limit 200`,
  );

/** One job, or null when it is not there for this actor. */
export const findPosition = async (db: Db, actor: Actor, positionId: string) => {
  const [view] = await positionsWhere(db, actor, sql`o.id = ${positionId}::uuid`);
  return view ? { accountId: view.accountId, view } : null;
};
