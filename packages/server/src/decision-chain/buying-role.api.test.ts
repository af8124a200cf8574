import { type DecisionChain, decisionChains } from "@mainstay/contract/decision-chain";
import { projects } from "@mainstay/contract/project";
import { beforeAll, expect, test } from "vitest";
import { sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { type ChainBench, chainBench, coachSentences } from "./chain-test-bench.ts";

let bench: ChainBench;
let projectId: string;
beforeAll(async () => {
  bench = await chainBench();
  projectId = await openProject("角色项目");
});

const openProject = async (name: string, accountId = bench.accountId): Promise<string> => {
  const director = await bench.as("director");
  return (await director(projects.add, { params: { accountId }, body: { name } })).body.id;
};
const chain = async (project?: string): Promise<DecisionChain> =>
  (
    await bench.manager(decisionChains.get, {
      params: { accountId: bench.accountId },
      query: { projectId: project },
    })
  ).body;
const roleOf = async (personId: string, project?: string) =>
  (await chain(project)).people.find((person) => person.personId === personId)?.role ?? null;

test("a project's own role goes before the account's default, and gives way again when taken away", async () => {
  const wang = await bench.person("王工");
  expect((await bench.setRole(wang, { role: "technical" })).body.role).toBe("technical");
  expect(await roleOf(wang, projectId)).toMatchObject({ role: "technical", isDefault: true });
  await bench.setRole(wang, { role: "gatekeeper", projectId });
  expect(await roleOf(wang, projectId)).toMatchObject({ role: "gatekeeper", isDefault: false });
  expect(await roleOf(wang)).toMatchObject({ role: "technical", isDefault: false });
  await bench.setRole(wang, { role: null, projectId });
  expect(await roleOf(wang, projectId)).toMatchObject({ role: "technical", isDefault: true });
  await bench.setRole(wang, { role: null });
  expect(await roleOf(wang)).toBeNull();
  const set = await auditOf(bench.world, bench.tenant, "buying_role.set", wang);
  expect(set.map(({ detail }) => detail["role"])).toEqual(["technical", "gatekeeper"]);
  expect(await auditOf(bench.world, bench.tenant, "buying_role.removed", wang)).toHaveLength(2);
});

test("a project has one economic buyer; another takes over only when told so; each project has its own", async () => {
  const project = await openProject("一位EB");
  const [zhao, qian] = [await bench.person("赵总"), await bench.person("钱总")];
  const eb = { role: "economic_buyer", projectId: project };
  await bench.setRole(zhao, eb);
  const refused = await bench.setRole(qian, eb);
  expect(refused.body).toMatchObject({
    code: "chain.economic_buyer_taken",
    params: { name: "赵总" },
  });
  expect((await bench.setRole(zhao, eb)).status).toBe(200);
  expect((await bench.setRole(qian, { ...eb, projectId })).status).toBe(200);
  expect((await bench.setRole(qian, { ...eb, replaceEconomicBuyer: true })).status).toBe(200);
  expect(await roleOf(qian, project)).toMatchObject({ role: "economic_buyer", isDefault: false });
  expect(await roleOf(zhao, project)).toBeNull();
});

test("of two who name an economic buyer at the same moment exactly one succeeds", async () => {
  const people = await Promise.all(["甲", "乙", "丙", "丁"].map((name) => bench.person(name)));
  for (const [first, second] of [people.slice(0, 2), people.slice(2)]) {
    const project = await openProject(`并发${first}`);
    const eb = { role: "economic_buyer", projectId: project };
    const both = await Promise.all([
      bench.setRole(first ?? "", eb),
      bench.setRole(second ?? "", eb),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    expect(lost?.body.code).toBe("chain.economic_buyer_taken");
    const rows = await askTenant(
      bench.world,
      bench.tenant,
      `select 1 from buying_role where project_id = '${project}' and role = 'economic_buyer'`,
    );
    expect(rows).toHaveLength(1);
  }
});

test("a coach needs a sentence for each of the three tests; the sentences go with the role", async () => {
  const sun = await bench.person("孙工");
  expect((await bench.setRole(sun, { role: "coach" })).body).toMatchObject({
    code: "chain.coach_untested",
    params: { test: "credible" },
  });
  const two = { role: "coach", coachTests: coachSentences.slice(0, 2) };
  expect((await bench.setRole(sun, two)).body.params).toEqual({ test: "acts_for_us" });
  expect((await bench.setRole(sun, { role: "coach", coachTests: coachSentences })).status).toBe(
    200,
  );
  expect((await roleOf(sun))?.coachTests).toHaveLength(3);
  const kept = JSON.stringify(await auditOf(bench.world, bench.tenant, "buying_role.set", sun));
  expect(kept).not.toContain("评审会");
  await bench.setRole(sun, { role: "user" });
  const left = `select 1 from coach_test where person_id = '${sun}'`;
  expect(await askTenant(bench.world, bench.tenant, left)).toEqual([]);
});

test("who does not work there, another account's or an ended project, and restricted persons are refused", async () => {
  const gone = await bench.person("离职", {}, { ends_on: "2026-01-01" });
  expect((await bench.setRole(gone, { role: "user" })).body.code).toBe(
    "chain.person_not_at_account",
  );
  const elsewhere = await makeAccount(bench.world, bench.tenant, {
    name: "另一客户",
    manager_user_id: bench.managerId,
  });
  const li = await bench.person("李工");
  const foreign = await openProject("别家项目", elsewhere);
  const wrong = await bench.setRole(li, { role: "user", projectId: foreign });
  expect(wrong.body.code).toBe("project.not_found");
  const { personId: outsider } = await makePerson(bench.world, bench.tenant, elsewhere, "外人");
  expect((await bench.setRole(outsider, { role: "user" })).body.code).toBe(
    "chain.person_not_at_account",
  );
  const done = await openProject("已结束");
  const director = await bench.as("director");
  await director(projects.end, {
    params: { projectId: done },
    body: { status: "lost" },
    headers: { "if-match": "*" },
  });
  expect((await bench.setRole(li, { role: "user", projectId: done })).body.code).toBe(
    "project.ended",
  );
  const still = await bench.person("受限", { restricted_at: "2026-01-01T00:00:00Z" });
  expect((await bench.setRole(still, { role: "user" })).body.code).toBe("chain.person_restricted");
  expect((await bench.setRole(crypto.randomUUID(), { role: "user" })).body.code).toBe(
    "person.not_found",
  );
  expect((await bench.setRole(li, { role: "boss" })).body.code).toBe("request.invalid");
});

test("who objected to profiling keeps a role: it is business", async () => {
  const zhou = await bench.person("周总", { no_profiling: true });
  expect((await bench.setRole(zhou, { role: "user" })).status).toBe(200);
});

test("only managers and directors set roles; own sight and other workspaces find nothing", async () => {
  const wu = await bench.person("吴工");
  for (const role of ["sponsor", "service", "analyst", "compliance", "admin"] as const) {
    const refused = await bench.setRole(wu, { role: "user" }, await bench.as(role));
    expect(refused.body.code).toBe("access.not_permitted");
  }
  const other = await bench.setRole(wu, { role: "user" }, await bench.as("manager"));
  expect(other.body.code).toBe("account.not_found");
  const foreign = await makeTenant(bench.world);
  const stranger = await sessionOf(
    bench.app,
    foreign,
    await makeUser(bench.world, foreign, "director"),
  );
  expect((await bench.setRole(wu, { role: "user" }, stranger)).body.code).toBe("account.not_found");
});
