import type { FactDue, FactView } from "@mainstay/contract/fact";
import type { Actor } from "@mainstay/domain/access/actor";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { type FactRecord, factColumns, factTables, toFactView } from "./fact-view.ts";

/** One fact; `fact.not_found` when it is not there for this actor. */
export const getFactView = async (
  db: Db,
  actor: Actor,
  factId: string,
  today: IsoDay,
): Promise<FactView> => {
  const { rows } = await sql<FactRecord>`select ${factColumns} from ${factTables}
    where f.tenant_id = ${actor.tenantId}::uuid and f.id = ${factId}::uuid`.execute(db);
  if (!rows[0]) throw new AppError("fact.not_found");
  return toFactView(actor, rows[0], today);
};

/** What the actor sees of a person's facts, by kind, the newest first. */
export const listFactsOfPerson = async (
  db: Db,
  actor: Actor,
  personId: string,
  today: IsoDay,
): Promise<FactView[]> => {
  const { rows } = await sql<FactRecord>`select ${factColumns} from ${factTables}
    where f.tenant_id = ${actor.tenantId}::uuid and f.person_id = ${personId}::uuid and f.expires_on >= ${today}::date
    order by f.kind, f.collected_on desc, f.id`.execute(db);
  return rows.map((record) => toFactView(actor, record, today));
};

/** A fact with its sealed value, its row taken for this transaction. */
export const lockFact = async (
  tx: Tx,
  tenantId: string,
  factId: string,
): Promise<{ kind: FactKind; value: FactView["value"]; value_sealed: Buffer | null } | null> => {
  const { rows } = await sql<{
    kind: FactKind;
    value: FactView["value"];
    value_sealed: Buffer | null;
  }>`select kind, value, value_sealed from fact
    where tenant_id = ${tenantId}::uuid and id = ${factId}::uuid for update`.execute(tx);
  return rows[0] ?? null;
};

const mark = "fact.due";

/** Facts that end on or before `until`, the soonest first; kinds kept for an occasion are left out: they just end. */
export const listFactsDue = async (
  db: Db,
  tenantId: string,
  on: { today: IsoDay; until: IsoDay; kinds: readonly FactKind[] },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: FactDue[]; nextCursor: string | null; total: number }> => {
  const where = sql`f.tenant_id = ${tenantId}::uuid and f.expires_on between ${on.today}::date and ${on.until}::date
    and f.kind = any(${[...on.kinds]}::text[]) and p.restricted_at is null`;
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from ${factTables} where ${where}`.execute(db);
  const after = readCursor(page.cursor, mark);
  const beyond = after
    ? sql`and (f.expires_on, f.id) > (${after.key}::date, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<FactDue>`
    select f.id, f.person_id as "personId", p.name as "personName", f.kind, f.class, f.verified_on as "verifiedOn",
      f.expires_on as "expiresOn", f.version
    from ${factTables} where ${where} ${beyond}
    order by f.expires_on, f.id limit ${sql.lit(page.limit + 1)}`.execute(db);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      rows.length > page.limit && last
        ? writeCursor(mark, { key: last.expiresOn, id: last.id })
        : null,
    total: counted.rows[0]?.n ?? 0,
  };
};
