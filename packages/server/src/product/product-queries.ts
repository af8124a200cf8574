import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface ProductRecord {
  id: string;
  externalId: string;
  name: string;
  category: string | null;
  unit: string | null;
}

/** A page of products by their number. */
export const listProducts = async (
  db: Db,
  tenantId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) => {
  const after = readCursor(cursor, "products");
  const beyond = after ? sql`and external_id > ${after.key}` : sql``;
  const { rows } = await sql<ProductRecord>`
    select id, external_id as "externalId", name, category, unit from product
    where tenant_id = ${tenantId}::uuid ${beyond} order by external_id limit ${limit + 1}`.execute(
    db,
  );
  const counted = await sql<{
    total: number;
  }>`select count(*)::int as total from product where tenant_id = ${tenantId}::uuid`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last
      ? writeCursor("products", { key: last.externalId, id: last.id })
      : null;
  return { items, total: counted.rows[0]?.total ?? 0, nextCursor };
};
