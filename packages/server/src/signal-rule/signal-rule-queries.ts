import type { SignalRulesView } from "@mainstay/contract/signal-rule";
import { defaultSignalRules, type SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { sql } from "kysely";
import type { z } from "zod";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { completeRules } from "./rules-in-force.ts";

type View = z.output<typeof SignalRulesView>;

interface Record {
  version: number;
  rules: Partial<SignalRules>;
  note: string;
  published_by: string | null;
  published_by_name: string | null;
  published_at: Date;
}

/** Arrays of the domain are read-only; those of the wire are not. */
const onWire = (rules: SignalRules): View["rules"] => ({ ...rules, off: [...rules.off] });

/** The rules shipped with the product: version 0, before anybody publishes any. */
const shipped: View = {
  version: 0,
  rules: onWire(defaultSignalRules),
  note: "",
  publishedBy: null,
  publishedAt: null,
};

const toView = (record: Record): View => ({
  version: record.version,
  rules: onWire(completeRules(record.rules)),
  note: record.note,
  publishedBy: named(record.published_by, record.published_by_name),
  publishedAt: record.published_at.toISOString(),
});

const select = sql`
  select r.version, r.rules, r.note, r.published_by, u.name as published_by_name, r.published_at
  from signal_rule r left join app_user u on u.tenant_id = r.tenant_id and u.id = r.published_by`;

/** The rules in force with who put them there. */
export const getRulesView = async (db: Db, tenantId: string): Promise<View> => {
  const { rows } = await sql<Record>`
    ${select} where r.tenant_id = ${tenantId}::uuid order by r.version desc limit 1`.execute(db);
  return rows[0] ? toView(rows[0]) : shipped;
};

/** Writes the next version; versions are never changed. */
export const saveRules = async (
  tx: Tx,
  tenantId: string,
  {
    version,
    rules,
    note,
    publishedBy,
    publishedAt,
  }: { version: number; rules: SignalRules; note: string; publishedBy: string; publishedAt: Date },
): Promise<void> => {
  await tx
    .insertInto("signal_rule")
    .values({
      tenant_id: tenantId,
      version,
      rules: JSON.stringify(rules),
      note,
      published_by: publishedBy,
      published_at: publishedAt,
    })
    .execute();
};

const mark = "signal-rule.newest";
const nobody = "00000000-0000-0000-0000-000000000000";

/** One page of versions, newest first. */
export const listRules = async (
  db: Db,
  tenantId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: View[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(page.cursor, mark);
  const beyond = after ? sql`and r.version < ${after.key}::int` : sql``;
  const { rows } = await sql<Record>`
    ${select} where r.tenant_id = ${tenantId}::uuid ${beyond} order by r.version desc limit ${page.limit + 1}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from signal_rule where tenant_id = ${tenantId}::uuid`.execute(db);
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return {
    items: kept.map(toView),
    nextCursor: hasMore ? writeCursor(mark, { key: String(last.version), id: nobody }) : null,
    total: counted[0]?.n ?? 0,
  };
};
