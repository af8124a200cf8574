import type { PositionView } from "@mainstay/contract/person";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface PositionRecord {
  id: string;
  person_id: string;
  account_id: string;
  name: string;
  title: string | null;
  department: string | null;
  work_phone: string | null;
  work_email: string | null;
  starts_on: string | null;
  ends_on: string | null;
  person_version: number;
}

const select = sql`
  select o.id, o.person_id, o.account_id, p.name, o.title, o.department, o.work_phone, o.work_email, o.starts_on,
    o.ends_on, p.version as person_version
  from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id`;

const toPositionView = (actor: Actor, record: PositionRecord): PositionView => ({
  id: record.id,
  personId: record.person_id,
  name: record.name,
  title: record.title,
  department: record.department,
  workPhone: record.work_phone,
  workEmail: record.work_email,
  startsOn: record.starts_on,
  endsOn: record.ends_on,
  personVersion: record.person_version,
  can: { edit: isPermitted(actor, "person.edit") },
});

/** Who works at the account, present jobs first, by pinyin. */
export const listPositions = async (
  db: Db,
  actor: Actor,
  accountId: string,
): Promise<PositionView[]> => {
  const { rows } = await sql<PositionRecord>`
    ${select} where o.tenant_id = ${actor.tenantId}::uuid and o.account_id = ${accountId}::uuid
    order by (o.ends_on is not null), p.pinyin, o.id limit 500`.execute(db);
  return rows.map((record) => toPositionView(actor, record));
};

/** One job with the account it is at, or null when it is not there for this actor. */
export const findPosition = async (db: Db, actor: Actor, positionId: string) => {
  const { rows } = await sql<PositionRecord>`
    ${select} where o.tenant_id = ${actor.tenantId}::uuid and o.id = ${positionId}::uuid`.execute(
    db,
  );
  const record = rows[0];
  return record ? { accountId: record.account_id, view: toPositionView(actor, record) } : null;
};
