import type { PolicyView } from "@mainstay/contract/policy";
import {
  defaultEvaluationSettings,
  type EvaluationSettings,
} from "@mainstay/domain/evaluation/evaluation-settings";
import { sql } from "kysely";
import type { z } from "zod";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

type Policy = z.output<typeof PolicyView>;

interface PolicyRecord {
  version: number;
  settings: Partial<EvaluationSettings>;
  note: string;
  published_by: string | null;
  published_by_name: string | null;
  published_at: Date;
}

/** The settings shipped with the product: version 0, before anybody publishes one. */
const shippedPolicy: Policy = {
  version: 0,
  settings: defaultEvaluationSettings,
  note: "",
  publishedBy: null,
  publishedAt: null,
};

/** A stored version may be older than a setting: what it does not name is the default. */
const toPolicy = (record: PolicyRecord): Policy => ({
  version: record.version,
  settings: { ...defaultEvaluationSettings, ...record.settings },
  note: record.note,
  publishedBy: named(record.published_by, record.published_by_name),
  publishedAt: record.published_at.toISOString(),
});

const select = sql`
  select p.version, p.settings, p.note, p.published_by, u.name as published_by_name, p.published_at
  from evaluation_policy p left join app_user u on u.tenant_id = p.tenant_id and u.id = p.published_by`;

/** Cut lines, weights and thresholds in force. */
export const getPolicy = async (db: Db, tenantId: string): Promise<Policy> => {
  const { rows } = await sql<PolicyRecord>`
    ${select} where p.tenant_id = ${tenantId}::uuid order by p.version desc limit 1`.execute(db);
  return rows[0] ? toPolicy(rows[0]) : shippedPolicy;
};

/** Writes the next version; versions are never changed. */
export const savePolicy = async (
  tx: Tx,
  tenantId: string,
  policy: { version: number; settings: EvaluationSettings; note: string; publishedBy: string },
): Promise<void> => {
  await tx
    .insertInto("evaluation_policy")
    .values({
      tenant_id: tenantId,
      version: policy.version,
      settings: JSON.stringify(policy.settings),
      note: policy.note,
      published_by: policy.publishedBy,
    })
    .execute();
};

const mark = "policy.newest";
const nobody = "00000000-0000-0000-0000-000000000000";

/** One page of versions, newest first. */
export const listPolicies = async (
  db: Db,
  tenantId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: Policy[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(page.cursor, mark);
  const beyond = after ? sql`and p.version < ${after.key}::int` : sql``;
  const { rows } = await sql<PolicyRecord>`
    ${select} where p.tenant_id = ${tenantId}::uuid ${beyond} order by p.version desc limit ${page.limit + 1}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from evaluation_policy where tenant_id = ${tenantId}::uuid`.execute(db);
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return {
    items: kept.map(toPolicy),
    nextCursor: hasMore ? writeCursor(mark, { key: String(last.version), id: nobody }) : null,
    total: counted[0]?.n ?? 0,
  };
};
