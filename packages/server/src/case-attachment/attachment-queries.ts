import type { CaseAttachmentView } from "@mainstay/contract/case-attachment";
import type { Actor } from "@mainstay/domain/access/actor";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { type CaseAtDesk, mayHangOn, mayTakeBack } from "./case-at-desk.ts";

interface AttachmentRecord {
  id: string;
  name: string;
  media_type: string;
  size_bytes: number;
  is_public: boolean;
  by_customer: boolean;
  added_by: string | null;
  added_by_name: string | null;
  person_id: string | null;
  person_name: string | null;
  added_at: Date;
}

/** The files of a case without their bytes, oldest first. */
export const listAttachments = async (
  db: Db,
  actor: Actor,
  onCase: CaseAtDesk,
): Promise<CaseAttachmentView[]> => {
  const { rows } = await sql<AttachmentRecord>`
    select t.id, f.name, f.media_type, f.size_bytes, t.is_public, t.by_customer, t.added_by, u.name as added_by_name,
      t.person_id, p.name as person_name, t.added_at
    from case_attachment t join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id
    left join app_user u on u.tenant_id = t.tenant_id and u.id = t.added_by
    left join person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    where t.tenant_id = ${actor.tenantId}::uuid and t.case_id = ${onCase.id}::uuid
    order by t.added_at, t.id`.execute(db);
  const works = mayHangOn(actor, onCase);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    isPublic: row.is_public,
    byCustomer: row.by_customer,
    addedBy: named(row.added_by, row.added_by_name),
    person: named(row.person_id, row.person_name),
    addedAt: row.added_at.toISOString(),
    can: { remove: works && mayTakeBack(actor, row.added_by) },
  }));
};

/** One file of a case with its bytes. */
export const findAttachment = async (
  db: Db,
  tenantId: string,
  caseId: string,
  attachmentId: string,
) => {
  const { rows } = await sql<{
    name: string;
    media_type: string;
    content: Buffer;
    is_public: boolean;
    added_by: string | null;
  }>`
    select f.name, f.media_type, f.content, t.is_public, t.added_by from case_attachment t
    join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id
    where t.tenant_id = ${tenantId}::uuid and t.case_id = ${caseId}::uuid and t.id = ${attachmentId}::uuid`.execute(
    db,
  );
  return rows[0] ?? null;
};
