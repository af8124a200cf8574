import type { ChangeConfirmation, ChangeVersion } from "@mainstay/contract/requirement-change";
import { changesBetween } from "@mainstay/domain/requirement-change/change-content";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface VersionRecord extends Omit<ChangeVersion, "changed" | "feeMinor"> {
  changeId: string;
  title: string;
  feeMinor: number | string;
  confirmations: ChangeConfirmation[];
}

const utc = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const user = (column: string) =>
  sql`(select jsonb_build_object('id', u.id, 'name', u.name) from app_user u where u.tenant_id = v.tenant_id
    and u.id = ${sql.ref(column)})`;

/** Every version of the changes, newest first, with who confirmed it and what differs from the one before. */
export const listVersions = async (
  db: Db,
  tenantId: string,
  changeIds: readonly string[],
): Promise<Map<string, ChangeVersion[]>> => {
  const { rows } = await sql<VersionRecord>`
    select v.change_id as "changeId", v.title, v.number, v.scope, v.fee_minor as "feeMinor", v.currency,
      v.schedule_days as "scheduleDays", v.deliver_on as "deliverOn", v.content_sha256 as "contentSha256",
      ${user("v.made_by")} as "madeBy", ${utc("v.made_at")} as "madeAt", ${utc("v.sent_at")} as "sentAt",
      ${user("v.sent_by")} as "sentBy", v.paper_sha256 as "paperSha256",
      coalesce((select jsonb_agg(jsonb_build_object('side', k.side, 'method', k.method,
          'by', case when k.side = 'ours' then ${user("k.user_id")} else (select jsonb_build_object('id', p.id, 'name', p.name)
            from person p where p.tenant_id = k.tenant_id and p.id = k.person_id) end,
          'signedOn', k.signed_on, 'recordedBy', ${user("k.recorded_by")}, 'recordedAt', ${utc("k.recorded_at")},
          'paper', (select jsonb_build_object('name', f.name, 'sizeBytes', f.size_bytes, 'sha256', k.paper_sha256)
            from stored_file f where f.tenant_id = k.tenant_id and f.id = k.paper_file_id),
          'contentSha256', k.content_sha256) order by k.side)
        from requirement_change_confirmation k where k.tenant_id = v.tenant_id and k.change_id = v.change_id
          and k.number = v.number), '[]') as confirmations
    from requirement_change_version v
    where v.tenant_id = ${tenantId}::uuid and v.change_id = any(${[...changeIds]}::uuid[])
    order by v.change_id, v.number desc`.execute(db);
  const versions = new Map<string, ChangeVersion[]>();
  for (const [index, row] of rows.entries()) {
    const { changeId, title: _, ...version } = row;
    const feeMinor = Number(row.feeMinor);
    const before = rows[index + 1];
    const changed =
      before?.changeId === changeId
        ? changesBetween({ ...before, feeMinor: Number(before.feeMinor) }, { ...row, feeMinor })
        : [];
    const own = versions.get(changeId);
    if (own) own.push({ ...version, feeMinor, changed });
    else versions.set(changeId, [{ ...version, feeMinor, changed }]);
  }
  return versions;
};
