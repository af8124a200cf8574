import { personSearchText } from "../../person/person-search-text.ts";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

/** A person in a job, as a test put them. */
export interface TestPerson {
  readonly personId: string;
  readonly positionId: string;
}

/** Add a person with a job at an account; columns of `position` and `person` as the test needs. */
export const makePerson = async (
  world: TestWorld,
  tenant: TestTenant,
  accountId: string,
  name: string,
  job: Readonly<Record<string, unknown>> = {},
  person: Readonly<Record<string, unknown>> = {},
): Promise<TestPerson> => {
  const [personId, positionId] = [newId(), newId()];
  await withTenant(world.database, tenant.scope, async (tx) => {
    await tx
      .insertInto("person")
      .values({
        tenant_id: tenant.tenantId,
        id: personId,
        name,
        ...personSearchText({ name }),
        ...person,
      })
      .execute();
    await tx
      .insertInto("position")
      .values({
        tenant_id: tenant.tenantId,
        id: positionId,
        person_id: personId,
        account_id: accountId,
        ...job,
      })
      .execute();
  });
  return { personId, positionId };
};
