import { people } from "@mainstay/contract/person";
import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { expect, test } from "vitest";
import { insertRow } from "../access/plant-canaries.ts";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import { sessionOf, testApp } from "../http/test-app.ts";
import { askTenant } from "../test-world/ask-tenant.ts";
import { makeAccount } from "../test-world/make-account.ts";
import { makeTenant, makeUser } from "../test-world/make-tenant.ts";
import { testWorld } from "../test-world/test-world.ts";

const viewedBy = async (persons: number) => {
  const [app, world] = await Promise.all([testApp(), testWorld()]);
  const tenant = await makeTenant(world);
  const accountId = await makeAccount(world, tenant, { name: "集团" });
  const of = { tenant_id: tenant.tenantId };
  await withTenant(world.database, tenant.scope, async (tx) => {
    for (let i = 0; i < persons; i++) {
      const personId = newId();
      await insertRow(tx, "person", { ...of, id: personId, name: `人员${i}` });
      const job = { id: newId(), person_id: personId, account_id: accountId };
      await insertRow(tx, "position", { ...of, ...job });
    }
  });
  const director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  expect((await director(people.list, { params: { accountId } })).status).toBe(200);
  expect((await director(relationshipMaps.get, { params: { accountId } })).status).toBe(200);
  return askTenant<{ subject_kind: string; detail: object }>(
    world,
    tenant,
    "select subject_kind, detail from audit where act = 'person.viewed_in_bulk' order by at",
  ).then((rows) =>
    rows.map(({ subject_kind, detail }) => ({ subject_kind, ...detail, accountId })),
  );
};

test("looking at more than two hundred persons at once is an act, with how many and where", async () => {
  expect(await viewedBy(201)).toMatchObject([
    { subject_kind: "person", rows: 201 },
    { subject_kind: "map", rows: 201 },
  ]);
});

test("looking at two hundred is everyday work and leaves no row", async () => {
  expect(await viewedBy(200)).toEqual([]);
});
