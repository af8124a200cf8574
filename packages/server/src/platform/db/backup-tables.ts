import pg from "pg";

/** One table of a backup: its columns in order, and the tables whose rows must be there before. */
export type BackupTable = { name: string; columns: string[] };

/** What a backup says about itself. */
export type BackupManifest = {
  format: 1;
  createdAt: string;
  serverVersion: string;
  migrations: string[];
  tables: (BackupTable & { rows: number; file: string; sha256: string })[];
};

/** All tables of the product, each after the tables that its foreign keys point to. */
export async function listBackupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const found = await client.query<BackupTable & { needs: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid and not f.relispartition) as needs
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition order by c.relname`);
  const waiting = new Map(found.rows.map((table) => [table.name, table]));
  const ordered: BackupTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((t) => !t.needs.some((name) => waiting.has(name)));
    if (ready.length === 0) {
      throw new Error(`Tables point at each other in a circle: ${[...waiting.keys()].join(", ")}.`);
    }
    for (const { name, columns } of ready) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

/**
 * Do `work` on a connection that sees every tenant's rows. A superuser does; an owner who does not
 * lifts FORCE meanwhile, which opens nothing for the application because its role is never the owner.
 */
export async function seeingAllRows<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  const force = async (word: "force" | "no force") => {
    for (const { name } of await listBackupTables(client)) {
      await client.query(`alter table ${pg.escapeIdentifier(name)} ${word} row level security`);
    }
  };
  try {
    const role = await client.query<{ sees_all: boolean }>(
      "select rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user",
    );
    const seesAll = role.rows[0]?.sees_all === true;
    if (!seesAll) await force("no force");
    try {
      // Without this an unforeseen policy would silently leave rows out; now it is an error.
      await client.query("set row_security = off");
      return await work(client);
    } finally {
      await client.query("rollback").catch(() => {});
      if (!seesAll) await force("force");
    }
  } finally {
    await client.end();
  }
}
