import pg from "pg";
import type { TestWorld } from "../test-world/test-world.ts";

/**
 * For tests: every table of whatever schema (the job queue included, a partition under its own name) with a row that
 * holds a text — as text, in JSON or as bytes. The pattern is a regular expression without regard to case.
 */
export const tablesHolding = async (world: TestWorld, pattern: string): Promise<string[]> => {
  const client = new pg.Client(world.adminUrl);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
         and n.nspname !~ '^pg_' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const place = name.split(".").map(pg.escapeIdentifier).join(".");
      const { rows } = await client.query<{ holds: boolean }>(
        `select exists (select 1 from ${place} one, lateral (select one::text as words) as it
           where it.words ~* $1 or (it.words ~ '\\\\x[0-9a-f]{8}' and it.words ~* $2)) as holds`,
        [pattern, hexadecimal(pattern)],
      );
      if (rows[0]?.holds) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
};

/** The pattern as bytes are written: letters of either case and digits, `[0-9]` and `{n}` kept. */
const hexadecimal = (pattern: string): string =>
  pattern.replaceAll(/\[0-9\]|\{\d+\}|[a-z0-9]/gi, (part) => {
    if (part === "[0-9]") return "(3[0-9])";
    if (part.startsWith("{")) return part;
    const bytes = [part.toLowerCase(), part.toUpperCase()].map((one) =>
      Buffer.from(one).toString("hex"),
    );
    return `(${[...new Set(bytes)].join("|")})`;
  });
