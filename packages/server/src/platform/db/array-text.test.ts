import { sql } from "kysely";
import { expect, it } from "vitest";
import { makeTenant } from "../test-world/make-tenant.ts";
import { testWorld } from "../test-world/test-world.ts";
import { arrayText } from "./array-text.ts";
import { withTenantReadOnly } from "./open-transaction.ts";

it("lists of any texts arrive as they were, inside a JSON value too", async () => {
  const texts = ["万华", "a,b", '"', "\\", "{}", "null", "NULL", "", "一 二", "\t", "'", "😀"];
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const json = JSON.stringify([{ texts: arrayText(texts), none: arrayText([]) }]);
  const { rows } = await withTenantReadOnly(world.database, tenant.scope, (db) =>
    sql<{ texts: string[]; none: string[] }>`
      select texts, none from jsonb_to_recordset(${json}::jsonb) as r (texts text[], none text[])`.execute(
      db,
    ),
  );
  expect(rows).toEqual([{ texts, none: [] }]);
});
