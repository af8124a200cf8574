import { personSearchText } from "../../person/person-search-text.ts";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

type Columns = Readonly<Record<string, unknown>>;

/** A person in a job, as a test put them. */
export interface TestPerson {
  readonly personId: string;
  readonly positionId: string;
}

/** Add a person with a job at an account, findable as the product writes them; columns of `position` and `person` as the test needs. */
export const makePerson = async (
  world: TestWorld,
  tenant: TestTenant,
  accountId: string,
  name: string,
  job: Columns = {},
  person: Columns = {},
): Promise<TestPerson> => {
  const [personId, positionId] = [newId(), newId()];
  const of = { tenant_id: tenant.tenantId };
  const externalId = person["external_id"] as string | undefined;
  await withTenant(world.database, tenant.scope, async (tx) => {
    await tx
      .insertInto("person")
      .values({ ...of, id: personId, name, ...personSearchText({ name, externalId }), ...person })
      .execute();
    await tx
      .insertInto("position")
      .values({ ...of, id: positionId, person_id: personId, account_id: accountId, ...job })
      .execute();
  });
  return { personId, positionId };
};

/** Add a consent of the person, valid for two years from 2026; returns the id. */
export const makeConsent = async (
  world: TestWorld,
  tenant: TestTenant,
  personId: string,
  scope: readonly string[],
  consent: Columns = {},
): Promise<string> => {
  const id = newId();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("consent")
      .values({
        tenant_id: tenant.tenantId,
        id,
        person_id: personId,
        scope: [...scope],
        is_sensitive: false,
        purpose: "维护客户关系",
        text_version: "test",
        method: "paper",
        given_at: "2026-01-01T00:00:00Z",
        expires_at: "2036-01-01T00:00:00Z",
        ...consent,
      })
      .execute(),
  );
  return id;
};

/** Add a personal (class P) fact with a consent of its own; returns the id. */
export const makeFact = async (
  world: TestWorld,
  tenant: TestTenant,
  personId: string,
  kind: string,
  value: unknown,
  fact: Columns = {},
): Promise<string> => {
  const id = newId();
  const consentId = await makeConsent(world, tenant, personId, [kind]);
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("fact")
      .values({
        tenant_id: tenant.tenantId,
        id,
        person_id: personId,
        kind,
        class: "P",
        value: JSON.stringify(value),
        basis: "consent",
        purpose: "维护客户关系",
        source: "本人告知",
        consent_id: consentId,
        collected_on: "2026-01-01",
        verified_on: "2026-01-01",
        expires_on: "2035-12-31",
        ...fact,
      })
      .execute(),
  );
  return id;
};
