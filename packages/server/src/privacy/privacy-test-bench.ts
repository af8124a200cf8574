import { consents, consentTexts } from "@mainstay/contract/consent";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { makeManagedPerson } from "../fact/fact-test-bench.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

/** For tests: a workspace with a manager, two compliance colleagues and a person at the manager's account. */
export interface PrivacyBench {
  readonly app: App;
  readonly world: TestWorld;
  readonly tenant: TestTenant;
  readonly managerId: string;
  readonly manager: TestCaller;
  readonly complianceId: string;
  readonly compliance: TestCaller;
  readonly colleague: TestCaller;
  readonly personId: string;
  readonly accountId: string;
}

export const privacyBench = async (): Promise<PrivacyBench> => {
  const [app, world] = [await testApp(), await testWorld()];
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const complianceId = await makeUser(world, tenant, "compliance");
  const colleagueId = await makeUser(world, tenant, "compliance");
  const personId = await makeManagedPerson(world, tenant, managerId, { name: "陈建华" });
  const { account_id: accountId } = await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .selectFrom("position")
      .select("account_id")
      .where("tenant_id", "=", tenant.tenantId)
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow(),
  );
  return {
    app,
    world,
    tenant,
    managerId,
    manager: await sessionOf(app, tenant, managerId),
    complianceId,
    compliance: await sessionOf(app, tenant, complianceId),
    colleague: await sessionOf(app, tenant, colleagueId),
    personId,
    accountId,
  };
};

export const pdfBytes = Buffer.from("%PDF-1.7\n% signed consent\n");

/** For tests: hands in a file as evidence, under any name. */
export const uploadEvidence = (caller: TestCaller, bytes: Buffer, name = "consent.pdf") => {
  const edge = "----mainstay-test";
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
  return caller(consents.uploadEvidence, {
    body: body as never,
    headers: { "content-type": `multipart/form-data; boundary=${edge}` },
  });
};

/** For tests: the text in use that speaks of a scope. */
export const textOf = async (caller: TestCaller, scope: ConsentScope) => {
  const { body } = await caller(consentTexts.list);
  const found = body.items.find((text: { scope: string[] }) => text.scope.includes(scope));
  if (!found) throw new Error(`no text of ${scope}`);
  return found as { id: string; scope: ConsentScope[]; purpose: string; words: string };
};

/** For tests: a consent told to a witness today, to the text that speaks of the scope. */
export const consentTo = async (
  bench: Pick<PrivacyBench, "manager" | "personId">,
  scope: ConsentScope,
  more: object = {},
) => {
  const text = await textOf(bench.manager, scope);
  const answer = await bench.manager(consents.record, {
    params: { personId: bench.personId },
    body: {
      textId: text.id,
      method: "oral_witnessed",
      witness: "李四",
      givenOn: todayInShanghai(),
      ...more,
    },
  });
  return { ...answer, purpose: text.purpose };
};

export const todayInShanghai = (days = 0): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(
    new Date(Date.now() + days * 86_400_000),
  );

/** For tests: a row, straight into the table, of the bench's workspace. */
export const insertRow = async (
  { world, tenant }: Pick<PrivacyBench, "world" | "tenant">,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const id = newId();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto(table as "person")
      .values({ tenant_id: tenant.tenantId, id, ...row } as never)
      .execute(),
  );
  return id;
};
