import type { AuditFilter } from "@mainstay/contract/audit";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Instants as text, because a cursor must not lose the microseconds. */
const at = sql<string>`to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as("at");

/** Whom an act concerns: the record itself, or the one its detail names. Compared as text, because a detail is only text. */
const accountOf = sql<
  string | null
>`case a.subject_kind when 'account' then a.subject_id else a.detail ->> 'accountId' end`;
const personOf = sql<
  string | null
>`case a.subject_kind when 'person' then a.subject_id else a.detail ->> 'personId' end`;
const isId = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

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
    .leftJoin("account as c", (join) =>
      join
        .onRef("c.tenant_id", "=", "a.tenant_id")
        .on(sql<boolean>`c.id = case when ${accountOf} ~ ${isId} then (${accountOf})::uuid end`),
    )
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.tenant_id", "=", "a.tenant_id")
        .on(sql<boolean>`p.id = case when ${personOf} ~ ${isId} then (${personOf})::uuid end`),
    )
    .select([at, "a.id", "a.actor_user_id", "u.name as actor_name", "a.act", "a.subject_kind"])
    .select(["a.subject_id", "a.detail", "a.request_id"])
    .select(["c.id as account_id", "c.name as account_name"])
    .select(["p.id as person_id", "p.name as person_name"])
    .where("a.tenant_id", "=", tenantId)
    .$if(!!filter.act, (q) => q.where("a.act", "=", filter.act ?? ""))
    .$if(!!filter.subjectKind, (q) => q.where("a.subject_kind", "=", filter.subjectKind ?? ""))
    .$if(!!filter.subjectId, (q) => q.where("a.subject_id", "=", filter.subjectId ?? ""))
    .$if(!!filter.actorUserId, (q) => q.where("a.actor_user_id", "=", filter.actorUserId ?? ""))
    .$if(!!filter.accountId, (q) =>
      q.where(
        sql<boolean>`((a.subject_kind = 'account' and a.subject_id = ${filter.accountId})
          or (a.detail ? 'accountId' and a.detail ->> 'accountId' = ${filter.accountId}))`,
      ),
    )
    .$if(!!filter.personId, (q) =>
      q.where(
        sql<boolean>`((a.subject_kind = 'person' and a.subject_id = ${filter.personId})
          or (a.detail ? 'personId' and a.detail ->> 'personId' = ${filter.personId}))`,
      ),
    )
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
