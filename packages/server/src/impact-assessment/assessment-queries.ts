import type { AssessmentView } from "@mainstay/contract/impact-assessment";
import type { Actor } from "@mainstay/domain/access/actor";
import {
  type AssessmentCover,
  type AssessmentStatus,
  assessmentAbilities,
} from "@mainstay/domain/privacy/impact-assessment";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface AssessmentRecord {
  id: string;
  title: string;
  covers: AssessmentCover[];
  purpose: string;
  necessity: string;
  impact: string;
  measures: string;
  status: AssessmentStatus;
  assessed_by: string | null;
  assessed_by_name: string | null;
  approved_by: string | null;
  approved_by_name: string | null;
  approved_on: string | null;
  decision_note: string | null;
  ended_on: string | null;
  keep_until: string | null;
  facts: number;
  created_at: Date;
  version: number;
  other_deciders: number;
}

interface Reader {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly today: string;
}

const select = (reader: Reader) => sql`
  select a.id, a.title, a.covers, a.purpose, a.necessity, a.impact, a.measures, a.status, a.assessed_by,
    w.name as assessed_by_name, a.approved_by, d.name as approved_by_name, a.approved_on, a.decision_note, a.ended_on,
    a.keep_until, a.created_at, a.version,
    (select count(*) from fact f where f.tenant_id = a.tenant_id and f.assessment_id = a.id)::int as facts,
    (select count(*) from app_user u where u.tenant_id = a.tenant_id and u.role = 'compliance' and u.is_active
      and u.id <> ${reader.actor.userId}::uuid)::int as other_deciders
  from impact_assessment a
  left join app_user w on w.tenant_id = a.tenant_id and w.id = a.assessed_by
  left join app_user d on d.tenant_id = a.tenant_id and d.id = a.approved_by`;

const toView = ({ actor, today }: Reader, record: AssessmentRecord): AssessmentView => ({
  id: record.id,
  title: record.title,
  covers: record.covers,
  purpose: record.purpose,
  necessity: record.necessity,
  impact: record.impact,
  measures: record.measures,
  status: record.status,
  assessedBy: named(record.assessed_by, record.assessed_by_name),
  decidedBy: named(record.approved_by, record.approved_by_name),
  approvedOn: record.approved_on,
  decisionNote: record.decision_note,
  endedOn: record.ended_on,
  keepUntil: record.keep_until,
  facts: record.facts,
  createdAt: record.created_at.toISOString(),
  version: record.version,
  can: assessmentAbilities(
    actor,
    { status: record.status, assessedBy: record.assessed_by, keepUntil: record.keep_until },
    record.other_deciders,
    today,
  ),
});

const list = async (db: Db, reader: Reader, where: RawBuilder<unknown>) => {
  const { rows } = await sql<AssessmentRecord>`
    ${select(reader)} where a.tenant_id = ${reader.tenantId}::uuid and ${where}
    order by a.status <> 'draft', a.created_at desc, a.id limit 500`.execute(db);
  return rows.map((row) => toView(reader, row));
};

/** Drafts first, then the newest. */
export const listAssessments = (db: Db, reader: Reader) => list(db, reader, sql`true`);

export const findAssessment = async (
  db: Db,
  reader: Reader,
  id: string,
): Promise<AssessmentView | null> => (await list(db, reader, sql`a.id = ${id}::uuid`))[0] ?? null;

export const lockAssessment = (tx: Tx, tenantId: string, id: string) =>
  tx
    .selectFrom("impact_assessment")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
