import type { ServicePolicyView } from "@mainstay/contract/service-policy";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { PolicyLines } from "@mainstay/domain/service-policy/service-terms";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { findPolicyInForce } from "./policy-in-force.ts";

interface VersionRecord {
  version: number;
  effective_from: IsoDay;
  terms: PolicyLines;
  note: string;
  published_by: string | null;
  published_by_name: string | null;
  published_at: Date;
}

const select = sql`
  select p.version, p.effective_from, p.terms, p.note, p.published_by, u.name as published_by_name, p.published_at
  from service_policy p left join app_user u on u.tenant_id = p.tenant_id and u.id = p.published_by`;

const toView = (record: VersionRecord, today: IsoDay, inForce: number): ServicePolicyView => ({
  version: record.version,
  effectiveFrom: record.effective_from,
  state:
    record.version === inForce ? "in_force" : record.effective_from > today ? "scheduled" : "past",
  lines: record.terms as ServicePolicyView["lines"],
  note: record.note,
  publishedBy: named(record.published_by, record.published_by_name),
  publishedAt: record.published_at.toISOString(),
});

/** The shipped policy as version 0. */
const shippedView: ServicePolicyView = {
  version: 0,
  effectiveFrom: null,
  state: "in_force",
  lines: shippedServicePolicy.lines as ServicePolicyView["lines"],
  note: "",
  publishedBy: null,
  publishedAt: null,
};

/** The highest version ever published; 0 before the first. */
export const findNewestVersion = async (db: Db, tenantId: string): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from service_policy where tenant_id = ${tenantId}::uuid`.execute(
    db,
  );
  return rows[0]?.version ?? 0;
};

/** The policy in force, those that wait for their day, and the version another one is based on. */
export const loadServicePolicy = async (db: Db, tenantId: string, today: IsoDay) => {
  const { version } = await findPolicyInForce(db, tenantId, today);
  const { rows } = await sql<VersionRecord>`
    ${select} where p.tenant_id = ${tenantId}::uuid and (p.version = ${version} or p.effective_from > ${today}::date)
    order by p.effective_from, p.version`.execute(db);
  const views = rows.map((record) => toView(record, today, version));
  return {
    inForce: views.find((view) => view.version === version) ?? shippedView,
    scheduled: views.filter(({ state }) => state === "scheduled"),
    newestVersion: await findNewestVersion(db, tenantId),
  };
};

/** Writes the next version; versions are never changed. */
export const saveServicePolicy = async (
  tx: Tx,
  tenantId: string,
  policy: {
    version: number;
    effectiveFrom: IsoDay;
    lines: PolicyLines;
    note: string;
    publishedBy: string;
    publishedAt: Date;
  },
): Promise<void> => {
  await tx
    .insertInto("service_policy")
    .values({
      tenant_id: tenantId,
      version: policy.version,
      effective_from: policy.effectiveFrom,
      terms: JSON.stringify(policy.lines),
      note: policy.note,
      published_by: policy.publishedBy,
      published_at: policy.publishedAt,
    })
    .execute();
};

/** One version; null when there is none of this number. */
export const findServicePolicyVersion = async (
  db: Db,
  tenantId: string,
  version: number,
  today: IsoDay,
): Promise<ServicePolicyView | null> => {
  const inForce = await findPolicyInForce(db, tenantId, today);
  const { rows } = await sql<VersionRecord>`
    ${select} where p.tenant_id = ${tenantId}::uuid and p.version = ${version}`.execute(db);
  return rows[0] ? toView(rows[0], today, inForce.version) : null;
};

const mark = "service_policy.newest";
const nobody = "00000000-0000-0000-0000-000000000000";

/** One page of versions, newest first. */
export const listServicePolicies = async (
  db: Db,
  tenantId: string,
  today: IsoDay,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: ServicePolicyView[]; nextCursor: string | null; total: number }> => {
  const inForce = await findPolicyInForce(db, tenantId, today);
  const after = readCursor(page.cursor, mark);
  const beyond = after ? sql`and p.version < ${Number(after.key)}::int` : sql``;
  const { rows } = await sql<VersionRecord>`
    ${select} where p.tenant_id = ${tenantId}::uuid ${beyond} order by p.version desc limit ${page.limit + 1}`.execute(
    db,
  );
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from service_policy where tenant_id = ${tenantId}::uuid`.execute(db);
  return {
    items: kept.map((record) => toView(record, today, inForce.version)),
    nextCursor:
      rows.length > page.limit && last
        ? writeCursor(mark, { key: String(last.version), id: nobody })
        : null,
    total: counted[0]?.n ?? 0,
  };
};
