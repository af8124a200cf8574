import { consents, withdrawals } from "@mainstay/contract/consent";
import { beforeAll, expect, test } from "vitest";
import { enter } from "../fact/fact-test-bench.ts";
import { nobody } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { consentTo, type PrivacyBench, privacyBench } from "../privacy/privacy-test-bench.ts";

let bench: PrivacyBench;
beforeAll(async () => {
  bench = await privacyBench();
});

const linkOf = async (consentId: string): Promise<string> => {
  const { status, body } = await bench.manager(consents.makeLink, { params: { consentId } });
  expect(status).toBe(201);
  expect(body.path).toMatch(/^\/w\/#[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/);
  return body.path.slice("/w/#".length);
};
const look = (token: string) => nobody(bench.app)(withdrawals.look, { body: { token } });
const withdraw = (token: string) => nobody(bench.app)(withdrawals.withdraw, { body: { token } });

test("the person sees what was consented to, withdraws without signing in, and it is gone", async () => {
  const { body: consent, purpose } = await consentTo(bench, "hometown");
  const basis = { basis: "consent", purpose, consentId: consent.id } as const;
  await enter(bench.manager, bench.personId, { kind: "hometown", ...basis });
  const token = await linkOf(consent.id);
  const seen = await look(token);
  expect(seen.body).toMatchObject({
    handlerName: "测试公司",
    initial: "陈",
    scope: consent.scope,
    purpose,
    words: consent.words,
  });
  expect(JSON.stringify(seen.body)).not.toContain("陈建华");
  const done = await withdraw(token);
  expect(done).toMatchObject({ status: 200, body: { deleted: 1 } });
  expect(
    await askTenant(
      bench.world,
      bench.tenant,
      `select 1 from fact where consent_id = '${consent.id}'`,
    ),
  ).toEqual([]);
  expect(await auditOf(bench.world, bench.tenant, "consent.withdrawn", consent.id)).toMatchObject([
    { actor_user_id: null },
  ]);
  const { body } = await bench.manager(consents.listOfPerson, {
    params: { personId: bench.personId },
  });
  expect(body.items[0]).toMatchObject({ state: "withdrawn", withdrawnVia: "link" });
  for (const answer of [await look(token), await withdraw(token)]) {
    expect(answer).toMatchObject({ status: 410, body: { code: "consent.link_invalid" } });
  }
});

test("a link on paper still works after another was made; all end with the consent", async () => {
  const { body: consent } = await consentTo(bench, "sports");
  const [paper, screen] = [await linkOf(consent.id), await linkOf(consent.id)];
  expect((await look(paper)).status).toBe(200);
  expect((await withdraw(screen)).status).toBe(200);
  expect((await look(paper)).status).toBe(410);
  const late = await bench.manager(consents.makeLink, { params: { consentId: consent.id } });
  expect(late.body.code).toBe("consent.ended");
});

test("of two who withdraw with one link at once, one does and the other finds it used", async () => {
  const { body: consent } = await consentTo(bench, "family");
  const token = await linkOf(consent.id);
  const both = await Promise.all([withdraw(token), withdraw(token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect(await auditOf(bench.world, bench.tenant, "consent.withdrawn", consent.id)).toHaveLength(1);
});

test("guessed, damaged and foreign tokens open nothing", async () => {
  const { body: consent } = await consentTo(bench, "birthday");
  const token = await linkOf(consent.id);
  const foreign = await privacyBench();
  const secret = token.slice(token.indexOf(".") + 1);
  const others = [
    `${foreign.tenant.tenantId}.${secret}`,
    `${bench.tenant.tenantId}.${"A".repeat(43)}`,
    `${bench.tenant.tenantId}.`,
    secret,
    "",
    "x".repeat(200),
  ];
  for (const wrong of others) {
    expect((await look(wrong)).body.code).toBe("consent.link_invalid");
    expect((await withdraw(wrong)).body.code).toBe("consent.link_invalid");
  }
  expect((await look(token)).status).toBe(200);
});
