import { type PositionView, people } from "@mainstay/contract/person";
import { personPages } from "@mainstay/contract/person-page";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

/** For tests: a workspace with a director who may do everything with people, and two accounts. */
export const personBench = async () => {
  const world = await testWorld();
  const app = await testApp();
  const tenant = await makeTenant(world);
  const directorId = await makeUser(world, tenant, "director");
  const director = await sessionOf(app, tenant, directorId);
  const accounts = {
    here: await makeAccount(world, tenant, { name: "本地客户" }),
    there: await makeAccount(world, tenant, { name: "外地客户" }),
  };
  return { world, app, tenant, directorId, director, accounts };
};

/** For tests: a person added by the quick form. */
export const addTo = async (
  caller: TestCaller,
  accountId: string,
  body: Record<string, unknown> & { name: string },
): Promise<PositionView> => {
  const answer = await caller(people.add, { params: { accountId }, body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

export const pageOf = (caller: TestCaller, personId: string) =>
  caller(personPages.get, { params: { personId } });

/** For tests: a row as the product itself would write it. */
export const insertRow = (
  world: TestWorld,
  tenant: TestTenant,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto(table as "person")
      .values({ tenant_id: tenant.tenantId, ...row } as never)
      .execute(),
  );
