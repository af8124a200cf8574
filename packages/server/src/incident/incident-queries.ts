import type { IncidentView } from "@mainstay/contract/incident";
import type { Actor } from "@mainstay/domain/access/actor";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { type IncidentStatus, incidentAbilities } from "@mainstay/domain/privacy/incident";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface IncidentRecord {
  id: string;
  title: string;
  happened_at: Date | null;
  discovered_at: Date;
  kinds: FactKind[];
  persons_affected: number | null;
  cause: string;
  harm: string;
  measures: string;
  contact: string;
  status: IncidentStatus;
  authority_notified_at: Date | null;
  persons_notified_at: Date | null;
  no_notice_because: string | null;
  recorded_by: string | null;
  recorded_by_name: string | null;
  version: number;
}

interface Reader {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly now: Date;
}

const toIncidentView = ({ actor, now }: Reader, record: IncidentRecord): IncidentView => {
  const until = record.authority_notified_at ?? now;
  const openMs = until.getTime() - record.discovered_at.getTime();
  return {
    id: record.id,
    title: record.title,
    happenedAt: record.happened_at?.toISOString() ?? null,
    discoveredAt: record.discovered_at.toISOString(),
    hoursOpen: Math.max(0, Math.floor(openMs / 3_600_000)),
    kinds: record.kinds,
    personsAffected: record.persons_affected,
    cause: record.cause,
    harm: record.harm,
    measures: record.measures,
    contact: record.contact,
    status: record.status,
    authorityNotifiedAt: record.authority_notified_at?.toISOString() ?? null,
    personsNotifiedAt: record.persons_notified_at?.toISOString() ?? null,
    noNoticeBecause: record.no_notice_because,
    recordedBy: named(record.recorded_by, record.recorded_by_name),
    version: record.version,
    can: incidentAbilities(actor, {
      status: record.status,
      authorityNotifiedAt: record.authority_notified_at,
      personsNotifiedAt: record.persons_notified_at,
      noNoticeBecause: record.no_notice_because,
    }),
  };
};

const list = async (db: Db, reader: Reader, where: RawBuilder<unknown>) => {
  const { rows } = await sql<IncidentRecord>`
    select i.id, i.title, i.happened_at, i.discovered_at, i.kinds, i.persons_affected, i.cause, i.harm, i.measures,
      i.contact, i.status, i.authority_notified_at, i.persons_notified_at, i.no_notice_because, i.recorded_by,
      u.name as recorded_by_name, i.version
    from incident i left join app_user u on u.tenant_id = i.tenant_id and u.id = i.recorded_by
    where i.tenant_id = ${reader.tenantId}::uuid and ${where}
    order by i.status = 'closed', i.discovered_at desc, i.id limit 500`.execute(db);
  return rows.map((row) => toIncidentView(reader, row));
};

/** Open ones first, then the newest. */
export const listIncidents = (db: Db, reader: Reader) => list(db, reader, sql`true`);

export const findIncident = async (
  db: Db,
  reader: Reader,
  id: string,
): Promise<IncidentView | null> => (await list(db, reader, sql`i.id = ${id}::uuid`))[0] ?? null;

export const lockIncident = (tx: Tx, tenantId: string, id: string) =>
  tx
    .selectFrom("incident")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
