import type { ClientBase } from "pg";

type Row = Record<string, string>;

/**
 * The shape of the database as SQL text, read from PostgreSQL's own catalog in a fixed order: what
 * the migrations add up to. For reading and comparing; partitions are left out.
 */
export async function describeSchema(client: ClientBase): Promise<string> {
  const ask = async (text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows;
  const parts: string[] = [];
  for (const row of await ask(extensionsQuery)) parts.push(`create extension ${row.name};\n`);
  for (const row of await ask(functionsQuery)) parts.push(`\n${row.definition?.trim()};\n`);
  for (const table of await ask(tablesQuery)) {
    const lines = (await ask(columnsQuery, [table.oid])).map((row) => `  ${row.line}`);
    for (const row of await ask(constraintsQuery, [table.oid])) lines.push(`  ${row.line}`);
    parts.push(`\ncreate table ${table.name} (\n${lines.join(",\n")}\n)${table.partitioned};\n`);
    for (const row of await ask(indexesQuery, [table.oid])) parts.push(`${row.line};\n`);
    parts.push(`${table.security}\n`);
    for (const row of await ask(policiesQuery, [table.oid])) parts.push(`${row.line};\n`);
    for (const row of await ask(grantsQuery, [table.oid])) parts.push(`${row.line};\n`);
  }
  for (const row of await ask(functionGrantsQuery)) parts.push(`\n${row.line};`);
  return `${parts.join("").trim()}\n`;
}

const extensionsQuery = `select quote_ident(extname) as name from pg_extension
  where extname <> 'plpgsql' order by extname`;

const ownFunctions = `from pg_proc p where p.pronamespace = 'public'::regnamespace
  and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

const functionsQuery = `select pg_get_functiondef(p.oid) as definition ${ownFunctions}
  and p.prokind in ('f', 'p') order by p.proname, pg_get_function_identity_arguments(p.oid)`;

const tablesQuery = `select c.oid::text, quote_ident(c.relname) as name,
    case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end as partitioned,
    case when c.relrowsecurity then '-- row-level security: on' else '-- row-level security: OFF' end
      || case when c.relforcerowsecurity then ', forced' else ', NOT forced' end as security
  from pg_class c where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`;

const columnsQuery = `select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attidentity <> '' then ' generated as identity' else '' end
    || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
    || case when a.attnotnull then ' not null' else '' end as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped order by a.attnum`;

const constraintsQuery = `select 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint where conrelid = $1::oid and contype in ('p', 'u', 'c', 'f', 'x')
  order by position(contype::text in 'pucfx'), conname`;

const indexesQuery = `select pg_get_indexdef(i.indexrelid) as line
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1::oid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname`;

const policiesQuery = `select 'create policy ' || quote_ident(polname)
    || case when polpermissive then '' else ' as restrictive' end
    || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    || coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', '')
    || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '') as line
  from pg_policy where polrelid = $1::oid order by polname`;

const grantsQuery = `select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
    || ' on ' || quote_ident(c.relname) || ' to ' || g.grantee::regrole as line
  from pg_class c, aclexplode(c.relacl) g
  where c.oid = $1::oid and g.grantee <> c.relowner and g.grantee <> 0 group by c.relname, g.grantee order by g.grantee::regrole::text`;

const functionGrantsQuery = `select 'grant execute on function ' || p.oid::regprocedure || ' to '
    || case g.grantee when 0 then 'public' else g.grantee::regrole::text end as line
  from (select p.oid, p.proowner, p.proacl ${ownFunctions}) p, aclexplode(p.proacl) g
  where g.grantee <> p.proowner order by 1`;
