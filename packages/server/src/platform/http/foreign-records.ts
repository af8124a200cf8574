import pg from "pg";
import type { TestWorld } from "../test-world/test-world.ts";
import type { TestTenant } from "../test-world/make-tenant.ts";
import { makeTenant, makeUser } from "../test-world/make-tenant.ts";
import { foreignAccountRows } from "./foreign-account-rows.ts";
import { foreignAnswerRows } from "./foreign-answer-rows.ts";
import { foreignCaseRows } from "./foreign-case-rows.ts";
import { foreignClosingRows } from "./foreign-closing-rows.ts";
import { foreignCycleRows } from "./foreign-cycle-rows.ts";
import { newForeignIds } from "./foreign-ids.ts";
import { foreignIntakeRows } from "./foreign-intake-rows.ts";
import { foreignLoopRows } from "./foreign-loop-rows.ts";
import { foreignNeedRows } from "./foreign-need-rows.ts";
import { foreignPersonRows } from "./foreign-person-rows.ts";
import { foreignSurveyRows } from "./foreign-survey-rows.ts";
import { foreignWorkspaceRows } from "./foreign-workspace-rows.ts";

/** Stands in every text of the foreign workspace, so that a leak shows in any answer. */
export const foreignMark = "外人的秘密";

/** For tests: another workspace with one record of every kind, by the name that a path parameter or field gives it. */
export const makeForeignTenant = async (
  world: TestWorld,
): Promise<{ tenant: TestTenant; ids: Record<string, string> }> => {
  const tenant = await makeTenant(world);
  const ids = newForeignIds(await makeUser(world, tenant, "manager"), tenant.adminUserId);
  const rows = [
    foreignAccountRows,
    foreignPersonRows,
    foreignCycleRows,
    foreignCaseRows,
    foreignClosingRows,
    foreignNeedRows,
    foreignSurveyRows,
    foreignAnswerRows,
    foreignLoopRows,
    foreignIntakeRows,
    foreignWorkspaceRows,
  ].flatMap((rowsOf) => rowsOf(ids, foreignMark));
  await asTenant(world, tenant, async (client) => {
    for (const [table, row] of rows) {
      const full = { tenant_id: tenant.tenantId, ...row };
      const columns = Object.keys(full);
      await client.query(
        `insert into ${table} (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`,
        Object.values(full),
      );
    }
  });
  return { tenant, ids };
};

/** Every row of a workspace as one text, to see whether anything of it changed. */
export const everythingOf = (world: TestWorld, tenant: TestTenant): Promise<string> =>
  asTenant(world, tenant, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       order by 1`,
    );
    let text = "";
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(
        `select t::text as row from ${pg.escapeIdentifier(name)} t where tenant_id = $1 order by 1`,
        [tenant.tenantId],
      );
      text += `${name}:\n${rows.rows.map(({ row }) => row).join("\n")}\n`;
    }
    return text;
  });

const asTenant = async <Result>(
  world: TestWorld,
  tenant: TestTenant,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  try {
    await client.query(
      `select set_config('mainstay.tenant', $1, false), set_config('mainstay.actor', $2, false),
        set_config('mainstay.visibility', 'all', false), set_config('mainstay.fact_classes', 'B,P,S', false),
        set_config('mainstay.restricted', 'on', false)`,
      [tenant.tenantId, (await firstUser(client, tenant)) ?? ""],
    );
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Saved views may only be written by their owner. */
const firstUser = async (client: pg.Client, tenant: TestTenant): Promise<string | undefined> => {
  await client.query("select set_config('mainstay.tenant', $1, false)", [tenant.tenantId]);
  const found = await client.query<{ id: string }>(
    "select id from app_user where tenant_id = $1 and role = 'manager' limit 1",
    [tenant.tenantId],
  );
  return found.rows[0]?.id;
};
