import { approvals } from "@mainstay/contract/approval";
import { facts } from "@mainstay/contract/fact";
import { expect, test } from "vitest";
import { enterItinerary, makeAssessment, makeManagedPerson } from "../fact/fact-test-bench.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

test("where the workspace asks for it, sensitive facts show only to who holds an approval for that person, for its days", async () => {
  const world = await testWorld();
  const app = await testApp();
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const manager = await sessionOf(app, tenant, managerId);
  const compliance = await sessionOf(app, tenant, await makeUser(world, tenant, "compliance"));
  await makeAssessment(world, tenant, ["itinerary"]);
  const bench = { world, tenant, manager, managerId };
  const { personId, factId } = await enterOne(bench);
  const other = await enterOne(bench);
  const reveal = (id: string) =>
    manager(facts.reveal, { params: { factId: id }, body: { reason: "安排接待" } });
  const ask = () =>
    manager(approvals.askSensitiveAccess, { body: { personId, note: "安排接待行程" } });
  expect((await reveal(factId)).status).toBe(200);
  expect((await ask()).body.code).toBe("approval.not_needed");
  await askTenant(
    world,
    tenant,
    `update tenant set sensitive_approval_days = 7 where id = '${tenant.tenantId}'`,
  );
  expect((await reveal(factId)).body.code).toBe("approval.sensitive_access_needed");
  const { body } = await ask();
  expect(body).toMatchObject({
    approverRole: "compliance",
    account: null,
    person: { id: personId },
    reason: { code: "approval.sensitive_access", params: { days: 7 } },
  });
  const decided = await compliance(approvals.decide, {
    params: { approvalId: body.id },
    body: { decision: "approve", note: "" },
    headers: { "if-match": '"1"' },
  });
  expect(decided.body.status).toBe("approved");
  expect((await reveal(factId)).status).toBe(200);
  expect((await reveal(factId)).status).toBe(200);
  expect((await reveal(other.factId)).body.code).toBe("approval.sensitive_access_needed");
  await askTenant(
    world,
    tenant,
    `update approval set valid_until = now() - interval '1 minute' where id = '${body.id}'`,
  );
  expect((await reveal(factId)).body.code).toBe("approval.sensitive_access_needed");
});

const enterOne = async (bench: {
  world: Awaited<ReturnType<typeof testWorld>>;
  tenant: Awaited<ReturnType<typeof makeTenant>>;
  manager: Awaited<ReturnType<typeof sessionOf>>;
  managerId: string;
}) => {
  const personId = await makeManagedPerson(bench.world, bench.tenant, bench.managerId);
  const { fact } = await enterItinerary(bench.world, bench.tenant, bench.manager, personId, "云南");
  return { personId, factId: fact.id as string };
};
