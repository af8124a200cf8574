import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { sql } from "kysely";
import { accountMatcher } from "./account-matcher.ts";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { saveBefore } from "./save-before.ts";

interface Link {
  readonly line: number;
  readonly child: string;
  readonly parent: string;
  readonly text: string;
}

/**
 * The second walk over a customer list: puts each customer under the parent the file names, once all of them are on
 * file. An unknown parent, oneself, or a chain that would close into a circle is refused by line and leaves the
 * customer where it was.
 */
export const linkParents = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const refused: ChunkOutcome["refused"] = [];
  const wanting = rows.filter(({ row }) => typeof row.values.parent === "string");
  const childNames = wanting.map(({ row: { values } }) => ({
    externalId: (values.externalId as string | null | undefined) ?? null,
    uscc: null,
    name: String(values.name),
  }));
  const parentNames = wanting.map(({ row: { values } }) => ({
    externalId: String(values.parent),
    uscc: null,
    name: "\u0001",
  }));
  const byName = wanting.map(({ row: { values } }) => ({
    externalId: null,
    uscc: null,
    name: String(values.parent),
  }));
  const matcher = await accountMatcher(tx, scope.tenantId, [
    ...childNames,
    ...parentNames,
    ...byName,
  ]);
  const links: Link[] = [];
  wanting.forEach(({ line, row }, i) => {
    const text = String(row.values.parent);
    const child = matcher.find(childNames[i]!);
    if (child === null || child === "ambiguous") return;
    const numbered = matcher.find(parentNames[i]!);
    const parent = numbered && numbered !== "ambiguous" ? numbered : matcher.find(byName[i]!);
    if (parent === null || parent === "ambiguous") {
      refused.push(
        refusedAt(line, { refused: "parent_unknown", params: { text: text.slice(0, 60) } }),
      );
    } else if (parent.id === child.id) {
      refused.push(
        refusedAt(line, { refused: "parent_cycle", params: { text: text.slice(0, 60) } }),
      );
    } else links.push({ line, child: child.id, parent: parent.id, text });
  });
  await saveBefore(
    tx,
    scope,
    "account",
    links.map(({ child }) => child),
  );
  const circular = await putUnder(work, links);
  for (const { line, child, text } of links) {
    if (circular.has(child))
      refused.push(
        refusedAt(line, { refused: "parent_cycle", params: { text: text.slice(0, 60) } }),
      );
  }
  return { refused, created: 0, updated: 0 };
};

const putUnder = async (
  { tx, scope: { tenantId } }: ChunkWork,
  links: readonly Link[],
): Promise<Set<string>> => {
  if (links.length === 0) return new Set();
  const children = links.map(({ child }) => child);
  const before = await sql<{ id: string; parent_id: string | null }>`
    select id, parent_id from account where tenant_id = ${tenantId}::uuid and id = any(${children}::uuid[])`.execute(
    tx,
  );
  const write = (ids: readonly string[], parents: readonly (string | null)[]) =>
    sql`
    update account a set parent_id = l.parent from unnest(${[...ids]}::uuid[], ${[...parents]}::uuid[]) as l (child, parent)
    where a.tenant_id = ${tenantId}::uuid and a.id = l.child and a.parent_id is distinct from l.parent`.execute(
      tx,
    );
  await write(
    children,
    links.map(({ parent }) => parent),
  );
  const { rows } = await sql<{ start: string }>`
    with recursive up as (
      select id as start, parent_id, 1 as depth from account where tenant_id = ${tenantId}::uuid and id = any(${children}::uuid[])
      union all
      select up.start, a.parent_id, up.depth + 1 from up join account a on a.tenant_id = ${tenantId}::uuid and a.id = up.parent_id
      where up.depth < 60 and up.parent_id <> up.start)
    select distinct start from up where parent_id = start or depth = 60`.execute(tx);
  const circular = new Set(rows.map(({ start }) => start));
  const undone = before.rows.filter(({ id }) => circular.has(id));
  if (undone.length > 0)
    await write(
      undone.map(({ id }) => id),
      undone.map(({ parent_id }) => parent_id),
    );
  return circular;
};
