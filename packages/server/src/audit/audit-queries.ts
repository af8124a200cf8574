import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

export interface AuditFilter {
  readonly act?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly actorUserId?: string | undefined;
  readonly fromOn?: string | undefined;
  readonly toOn?: string | undefined;
}

/** Instants as text, because a cursor must not lose the microseconds. */
const at = sql<string>`to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as("at");

/** Acts from newest to oldest; days are days of the workspace's time zone. */
export const listAudit = (
  db: Db,
  tenantId: TenantId,
  timeZone: string,
  filter: AuditFilter,
  after: { key: string; id: string } | null,
  limit: number,
) =>
  db
    .selectFrom("audit as a")
    .leftJoin("app_user as u", (join) =>
      join.onRef("u.tenant_id", "=", "a.tenant_id").onRef("u.id", "=", "a.actor_user_id"),
    )
    .select([at, "a.id", "a.actor_user_id", "u.name as actor_name", "a.act", "a.subject_kind"])
    .select(["a.subject_id", "a.detail", "a.request_id"])
    .where("a.tenant_id", "=", tenantId)
    .$if(!!filter.act, (q) => q.where("a.act", "=", filter.act ?? ""))
    .$if(!!filter.subjectKind, (q) => q.where("a.subject_kind", "=", filter.subjectKind ?? ""))
    .$if(!!filter.subjectId, (q) => q.where("a.subject_id", "=", filter.subjectId ?? ""))
    .$if(!!filter.actorUserId, (q) => q.where("a.actor_user_id", "=", filter.actorUserId ?? ""))
    .$if(!!filter.fromOn, (q) =>
      q.where(sql<boolean>`a.at >= (${filter.fromOn}::date)::timestamp at time zone ${timeZone}`),
    )
    .$if(!!filter.toOn, (q) =>
      q.where(sql<boolean>`a.at < (${filter.toOn}::date + 1)::timestamp at time zone ${timeZone}`),
    )
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(a.at, a.id) < (${after?.key}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy("a.at", "desc")
    .orderBy("a.id", "desc")
    .limit(limit)
    .execute();

/** Whether text is an instant as the list writes it. */
export const isAuditInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(text);
