import pg from "pg";
import type { TestWorld } from "../test-world/test-world.ts";

/** For tests: every table, of whatever schema, in which a sealed canary stands in clear — as text, in JSON or as bytes. */
export const findSealedAtRest = async (world: TestWorld): Promise<string[]> => {
  const client = new pg.Client(world.adminUrl);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      // The second pattern is the first in hexadecimal, as bytes are written.
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from ${name} one
         where one::text ~* 'zs[0-9]{4}qz' or one::text ~* '[57]a[57]3(3[0-9]){4}[57]1[57]a'`,
      );
      if (rows[0] && rows[0].n > 0) found.push(`${name}: ${rows[0].n}`);
    }
    return found;
  } finally {
    await client.end();
  }
};
