import { facts } from "@mainstay/contract/fact";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { type FactKind, factRules } from "@mainstay/domain/fact/fact-kind";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { TestCaller } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeConsent, makePerson } from "../platform/test-world/make-person.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import type { TestTenant } from "../platform/test-world/make-tenant.ts";
import type { TestWorld } from "../platform/test-world/test-world.ts";

export const purpose = "维护客户关系";
const dayMs = 86_400_000;
const isoIn = (days: number) => new Date(Date.now() + days * dayMs);

/** For tests: a person in a job at an account of this manager, with the columns a test cares about. */
export const makeManagedPerson = async (
  world: TestWorld,
  tenant: TestTenant,
  managerId: string | null,
  { name = "王建国", ...columns }: Readonly<Record<string, unknown> & { name?: string }> = {},
): Promise<string> => {
  const accountId = await makeAccount(world, tenant, {
    name: `档案客户${newId()}`,
    manager_user_id: managerId,
  });
  return (await makePerson(world, tenant, accountId, name, {}, columns)).personId;
};

/** For tests: a consent as the consent room would have recorded it, two days ago. */
export const consentTo = (
  world: TestWorld,
  tenant: TestTenant,
  personId: string,
  scope: readonly ConsentScope[],
  columns: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const isSensitive = scope.some((one) => factRules[one as FactKind]?.class === "S");
  return makeConsent(world, tenant, personId, scope, {
    is_sensitive: isSensitive && scope.length === 1,
    purpose,
    text_version: "v1",
    given_at: isoIn(-2),
    expires_at: isoIn(900),
    ...columns,
  });
};

/** For tests: an impact assessment of these kinds. */
export const makeAssessment = async (
  world: TestWorld,
  tenant: TestTenant,
  covers: readonly FactKind[],
  status = "approved",
): Promise<string> => {
  const id = newId();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("impact_assessment")
      .values({ tenant_id: tenant.tenantId, id, title: "评估", covers: [...covers], status })
      .execute(),
  );
  return id;
};

/** A calendar day in the workspace's time zone, so many days from now. */
export const inDays = (days: number): string => testDay(days);
export const today = (): string => inDays(0);

export const trip = (region: string) => ({ shape: "trip", region, month: "2026-12" }) as const;

/** For tests: enters a fact through the interface. */
export const enter = (
  caller: TestCaller,
  personId: string,
  body: Partial<BodyOf<typeof facts.enter>> & { kind: FactKind },
) =>
  caller(facts.enter, {
    params: { personId },
    body: {
      value: { shape: "words", words: "清华大学" },
      basis: "public_source",
      source: "公司网站",
      purpose,
      ...body,
    },
  });

/** For tests: a sealed itinerary with all its papers; returns the answer and the consent. */
export const enterItinerary = async (
  world: TestWorld,
  tenant: TestTenant,
  caller: TestCaller,
  personId: string,
  region: string,
) => {
  const consentId = await consentTo(world, tenant, personId, ["itinerary"]);
  const { status, body } = await enter(caller, personId, {
    kind: "itinerary",
    value: trip(region),
    basis: "consent",
    consentId,
    occasionOn: inDays(10),
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { consentId, fact: body };
};
