import type { EvidenceFileView } from "@mainstay/contract/evidence-file";
import type { Actor } from "@mainstay/domain/access/actor";
import { sql } from "kysely";
import { mayTakeBack } from "../case-attachment/case-at-desk.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import type { EvidenceSubject } from "./evidence-subject.ts";

/** Of `evidence_file t`: those of one promise or need. */
export const ofSubject = (tenantId: string, { kind, id }: Pick<EvidenceSubject, "kind" | "id">) =>
  sql<boolean>`t.tenant_id = ${tenantId}::uuid and ${sql.ref(`t.${kind}_id`)} = ${id}::uuid`;

/** The files of a promise or need without their bytes, oldest first. */
export const listEvidence = async (
  db: Db,
  actor: Actor,
  subject: EvidenceSubject,
): Promise<EvidenceFileView[]> => {
  const { rows } = await sql<{
    id: string;
    name: string;
    media_type: string;
    size_bytes: number;
    added_by: string | null;
    added_by_name: string | null;
    added_at: Date;
  }>`
    select t.id, f.name, f.media_type, f.size_bytes, t.added_by, u.name as added_by_name, t.added_at
    from evidence_file t join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id
    left join app_user u on u.tenant_id = t.tenant_id and u.id = t.added_by
    where ${ofSubject(actor.tenantId, subject)} order by t.added_at, t.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    addedBy: named(row.added_by, row.added_by_name),
    addedAt: row.added_at.toISOString(),
    can: { remove: subject.mayChange && mayTakeBack(actor, row.added_by) },
  }));
};

/** One file with its bytes. */
export const findEvidence = async (
  db: Db,
  tenantId: string,
  subject: EvidenceSubject,
  evidenceId: string,
) => {
  const { rows } = await sql<{
    name: string;
    media_type: string;
    content: Buffer;
    added_by: string | null;
  }>`
    select f.name, f.media_type, f.content, t.added_by from evidence_file t
    join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id
    where ${ofSubject(tenantId, subject)} and t.id = ${evidenceId}::uuid`.execute(db);
  return rows[0] ?? null;
};
