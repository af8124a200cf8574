import { approvals } from "@mainstay/contract/approval";
import { programme } from "@mainstay/contract/programme";
import { shippedProgrammeRule } from "@mainstay/domain/programme/programme-rule";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});

interface Company {
  own: TestTenant;
  managerId: string;
  directorId: string;
  manager: TestCaller;
  director: TestCaller;
}

const makeCompany = async (): Promise<Company> => {
  const own = await makeTenant(world);
  const managerId = await makeUser(world, own, "manager");
  const directorId = await makeUser(world, own, "director");
  const [manager, director] = [
    await sessionOf(app, own, managerId),
    await sessionOf(app, own, directorId),
  ];
  return { own, managerId, directorId, manager, director };
};
const makeCandidate = ({ own, managerId }: Company) =>
  makeAccount(
    world,
    own,
    { name: "候选客户", manager_user_id: managerId },
    {
      revenue_12m_minor: 900,
      evaluated_at: new Date(),
      growth: 0.2,
      potential_score: 0.8,
      grade: "key",
    },
  );
const judged = ["relationship", "strategic_fit", "willingness", "reference"];
const scores = judged.map((key) => ({ key, score: 4, because: "高层互访已建立" }));
const nominate = (who: TestCaller, accountId: string, change: object = {}) =>
  who(programme.nominate, { body: { accountId, scores, because: "行业标杆", ...change } });
const decide = (who: TestCaller, approvalId: string, decision: "approve" | "refuse") =>
  who(approvals.decide, {
    params: { approvalId },
    body: { decision, note: "已评议" },
    headers: { "if-match": "*" },
  });
const admit = async (company: Company, change: object = {}) => {
  const { body } = await nominate(company.manager, await makeCandidate(company), change);
  await decide(company.director, body.approval.id, "approve");
  return body.id as string;
};
const rule = (cap: number) => ({
  criteria: [...shippedProgrammeRule.criteria],
  cap,
  accountsPerManager: 5,
  note: "",
  baseVersion: 0,
});

test("a nomination is scored by data and people, approved by a director, and active from today with a review in a year", async () => {
  const company = await makeCompany();
  const { own, manager, director } = company;
  const accountId = await makeCandidate(company);
  const proposal = await manager(programme.propose, { params: { accountId } });
  expect(
    proposal.body.lines.find(({ key }: { key: string }) => key === "growth").computed,
  ).toMatchObject({
    score: 4,
    reason: { code: "score.growth", params: { growth: 0.2 } },
  });
  const { status, body } = await nominate(manager, accountId);
  expect(status).toBe(201);
  // value 5×30 + potential 4×20 + growth 4×10 + judged 4×(10+15+10+5), all ÷ 5.
  expect(body).toMatchObject({ status: "nominated", approval: { kind: "programme_entry" } });
  expect(body.score).toBeCloseTo((5 * 30 + 4 * 20 + 4 * 10 + 4 * 40) / 5);
  expect((await nominate(manager, accountId)).body.code).toBe("programme.already_there");
  expect((await decide(director, body.approval.id, "approve")).body.status).toBe("approved");
  const screen = await manager(programme.screen);
  expect(screen.body).toMatchObject({
    activeCount: 1,
    members: [{ id: body.id, missingSeats: ["backup"] }],
  });
  const { activeSinceOn, reviewDueOn } = screen.body.members[0];
  expect(Number(reviewDueOn.slice(0, 4)) - Number(activeSinceOn.slice(0, 4))).toBe(1);
  expect(await auditOf(world, own, "programme.nominated", body.id)).toHaveLength(1);
  expect(await auditOf(world, own, "programme.joined", body.id)).toHaveLength(1);
});

test("a refused nomination is kept with its reason, and the account may be nominated again", async () => {
  const company = await makeCompany();
  const accountId = await makeCandidate(company);
  const { body } = await nominate(company.manager, accountId);
  await decide(company.director, body.approval.id, "refuse");
  const { body: screen } = await company.manager(programme.screen);
  expect(screen.refused).toMatchObject([{ id: body.id, decisionNote: "已评议" }]);
  expect(await auditOf(world, company.own, "programme.refused", body.id)).toHaveLength(1);
  const again = await nominate(company.manager, accountId);
  expect(again.status).toBe(201);
  await company.manager(approvals.withdraw, {
    params: { approvalId: again.body.approval.id },
    headers: { "if-match": "*" },
  });
  expect(
    await auditOf(world, company.own, "programme.nomination_withdrawn", again.body.id),
  ).toHaveLength(1);
});

test("two nominations of one account at once: one stands", async () => {
  const company = await makeCompany();
  const accountId = await makeCandidate(company);
  const both = await Promise.all([
    nominate(company.manager, accountId),
    nominate(company.director, accountId),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("beyond the cap only an exception with its reason and a named approver gets in, and only that approver lets it", async () => {
  const company = await makeCompany();
  const { own, director, manager } = company;
  expect((await director(programme.publishRule, { body: rule(1) })).status).toBe(201);
  const early = await nominate(manager, await makeCandidate(company));
  await admit(company);
  expect((await decide(director, early.body.approval.id, "approve")).body.code).toBe(
    "programme.full",
  );
  const accountId = await makeCandidate(company);
  expect((await nominate(manager, accountId)).body).toMatchObject({ code: "programme.full" });
  const namedId = await makeUser(world, own, "sponsor");
  const exception = { because: "集团战略合作", approverUserId: company.managerId };
  expect((await nominate(manager, accountId, { exception })).body.code).toBe(
    "approval.approver_not_found",
  );
  const { body } = await nominate(manager, accountId, {
    exception: { ...exception, approverUserId: namedId },
  });
  expect(body.exceptionBecause).toBe("集团战略合作");
  expect((await decide(director, body.approval.id, "approve")).body.code).toBe(
    "approval.not_yours",
  );
  const named = await sessionOf(app, own, namedId);
  expect((await decide(named, body.approval.id, "approve")).status).toBe(200);
  expect((await manager(programme.screen)).body.activeCount).toBe(2);
});

test("an exit is a decision of its own; the yearly review scores anew", async () => {
  const company = await makeCompany();
  const { own, manager, director } = company;
  const id = await admit(company);
  const params = { membershipId: id };
  const headers = { "if-match": "*" };
  const reviewed = await manager(programme.review, {
    params,
    headers,
    body: { scores: scores.map((one) => ({ ...one, score: 2 })), note: "合作意愿下降" },
  });
  expect(reviewed.body.score).toBeCloseTo((5 * 30 + 4 * 20 + 4 * 10 + 2 * 40) / 5);
  const stale = { "if-match": '"1"' };
  expect(
    (await manager(programme.askExit, { params, headers: stale, body: { because: "x" } })).status,
  ).toBe(412);
  const asked = await manager(programme.askExit, {
    params,
    headers,
    body: { because: "业务转移" },
  });
  expect(asked.body).toMatchObject({ status: "active", approval: { kind: "programme_exit" } });
  const twice = await manager(programme.askExit, { params, headers, body: { because: "x" } });
  expect(twice.body.code).toBe("approval.already_asked");
  await decide(director, asked.body.approval.id, "approve");
  const { body: screen } = await manager(programme.screen);
  expect(screen).toMatchObject({ members: [], exited: [{ id, exitBecause: "业务转移" }] });
  for (const act of ["reviewed", "exit_asked", "exited"])
    expect(await auditOf(world, own, `programme.${act}`, id), act).toHaveLength(1);
  const late = await manager(programme.review, { params, headers, body: { scores, note: "x" } });
  expect(late.body.code).toBe("programme.not_allowed_now");
});

test("scores without reasons or outside the scale, other workspaces' accounts and roles without the right are refused", async () => {
  const company = await makeCompany();
  const accountId = await makeCandidate(company);
  const missing = await nominate(company.manager, accountId, { scores: [] });
  expect(missing.body).toMatchObject({
    code: "programme.scorecard_incomplete",
    params: { missing: judged },
  });
  const silent = await nominate(company.manager, accountId, {
    scores: scores.map((one) => ({ ...one, because: "" })),
  });
  expect(silent.body.code).toBe("programme.scorecard_incomplete");
  const other = await makeCompany();
  expect((await nominate(other.manager, accountId)).body.code).toBe("account.not_found");
  const analyst = await sessionOf(app, company.own, await makeUser(world, company.own, "analyst"));
  expect((await nominate(analyst, accountId)).body.code).toBe("access.not_permitted");
});

test("criteria must weigh 100 % together; publishing asks for the version one saw; a preview ranks and saves nothing", async () => {
  const company = await makeCompany();
  const { director, manager, own } = company;
  await admit(company);
  const criteria = [
    { key: "value", weight: 60 },
    { key: "growth", weight: 30 },
  ];
  const off = await director(programme.publishRule, { body: { ...rule(10), criteria } });
  expect(off.body).toMatchObject({ code: "programme.weights_sum", params: { sum: 90 } });
  const whole = [
    { key: "value", weight: 60 },
    { key: "ours", weight: 40, name: { zh: "自有", en: "Ours" } },
  ];
  const preview = await director(programme.previewRule, { body: { criteria: whole, cap: 10 } });
  expect(preview.body.rows).toMatchObject([{ scoreThen: 60, rankThen: 1, unscored: ["ours"] }]);
  expect((await manager(programme.publishRule, { body: rule(10) })).status).toBe(403);
  expect((await director(programme.publishRule, { body: rule(30) })).body.version).toBe(1);
  expect((await director(programme.publishRule, { body: rule(20) })).body.code).toBe(
    "programme.rule_conflict",
  );
  expect((await director(programme.screen)).body.capWarning).toBe("too_many");
  expect((await director(programme.rules)).body.items).toHaveLength(2);
  expect(await auditOf(world, own, "programme_rule.published", "1")).toHaveLength(1);
});
