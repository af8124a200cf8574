import { assessments } from "@mainstay/contract/assessment";
import { type DecisionChain, decisionChains } from "@mainstay/contract/decision-chain";
import { projects } from "@mainstay/contract/project";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import {
  type ChainBench,
  chainBench,
  decidesAnswers,
  driverAnswers,
  supportAnswers,
} from "./chain-test-bench.ts";

let bench: ChainBench;
beforeAll(async () => {
  bench = await chainBench();
});

const today = () => testDay();
const daysAgo = (days: number) => testDay(-days);
const influence = (personId: string, body: object = {}, who = bench.manager) =>
  who(assessments.assessInfluence, {
    params: { accountId: bench.accountId, personId },
    body: { influence: 5, answers: decidesAnswers, ...body } as never,
  });
const style = (personId: string, body: object = {}, who = bench.manager) =>
  who(assessments.assessStyle, {
    params: { accountId: bench.accountId, personId },
    body: { style: "driver", answers: driverAnswers, ...body } as never,
  });
const rank = (personIds: string[], body: object = {}, who = bench.manager) =>
  who(assessments.rankInfluence, {
    params: { accountId: bench.accountId },
    body: { personIds, ...body },
  });
const strike = (
  what: "strikeStance" | "strikeInfluence" | "strikeStyle",
  assessmentId: string,
  who = bench.manager,
) => who(assessments[what], { params: { assessmentId }, body: { reason: "mistaken" } });
const seen = async (personId: string, who = bench.manager, projectId?: string) => {
  const { body } = await who(decisionChains.get, {
    params: { accountId: bench.accountId },
    query: { projectId },
  });
  return (body as DecisionChain).people.find((person) => person.personId === personId);
};

test("a stance is judged by guided answers, which stay as its evidence; the audit keeps that, not what", async () => {
  const wang = await bench.person("王总");
  const { status, body } = await bench.assess(wang);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    stance: "supporter",
    answers: supportAnswers,
    projectId: null,
    isStale: false,
    assessor: { id: bench.managerId, name: "manager" },
    can: { strike: true },
  });
  expect(await seen(wang)).toMatchObject({ stance: { stance: "supporter" }, play: "activate" });
  const kept = await auditOf(bench.world, bench.tenant, "stance.assessed", wang);
  expect(kept).toMatchObject([{ actor_user_id: bench.managerId }]);
  expect(JSON.stringify(kept)).not.toContain("supporter");
});

test("another stance than the answers speak for needs a sentence why", async () => {
  const li = await bench.person("李总");
  expect((await bench.assess(li, { stance: "ally" })).body.code).toBe("chain.reason_needed");
  expect((await bench.assess(li, { stance: "ally", evidence: "好" })).body.code).toBe(
    "chain.reason_needed",
  );
  const told = await bench.assess(li, { stance: "ally", evidence: "昨天他替我们约了总经理" });
  expect(told.body).toMatchObject({ stance: "ally", evidence: "昨天他替我们约了总经理" });
});

test("unknown, missing and doubled answers, and days ahead, are refused", async () => {
  const he = await bench.person("何总");
  const code = async (body: object) => (await bench.assess(he, body)).body.code;
  const odd = { question: "salary", answer: "high" };
  expect(await code({ answers: [...supportAnswers, odd] })).toBe("chain.answers_invalid");
  expect(await code({ answers: supportAnswers.slice(1) })).toBe("chain.answers_invalid");
  const [first] = supportAnswers;
  expect(await code({ answers: [...supportAnswers, first] })).toBe("chain.answers_invalid");
  expect(await code({ assessedOn: "2999-01-01" })).toBe("chain.date_in_future");
  expect(await code({ stance: "enemy" })).toBe("request.invalid");
  expect((await influence(he, { assessedOn: "2999-01-01" })).body.code).toBe(
    "chain.date_in_future",
  );
  expect((await influence(he, { influence: 6 })).body.code).toBe("request.invalid");
  expect((await influence(he, { influence: 2 })).body.code).toBe("chain.reason_needed");
  expect((await style(he, { style: "amiable" })).body.code).toBe("chain.reason_needed");
});

test("every assessor's newest word stands; a point apart is shown with who says what; ninety days make it stale", async () => {
  const xu = await bench.person("许总");
  const director = await bench.as("director");
  await bench.assess(xu, { assessedOn: daysAgo(200) });
  expect(await seen(xu)).toMatchObject({ stance: { isStale: true }, disagreement: [] });
  const doubt = { stance: "sceptic", evidence: "上周他在会上反对过" };
  await bench.assess(xu, { ...doubt, assessedOn: daysAgo(1) }, director);
  const person = await seen(xu);
  expect(person?.stance).toMatchObject({ stance: "sceptic", isStale: false });
  expect(person?.play).toBe("proof");
  expect(person?.disagreement.map(({ stance, assessor }) => [assessor?.name, stance])).toEqual([
    ["director", "sceptic"],
    ["manager", "supporter"],
  ]);
});

test("a project's own judgement goes before the account's", async () => {
  const lv = await bench.person("吕总");
  const { body: project } = await bench.manager(projects.add, {
    params: { accountId: bench.accountId },
    body: { name: "评估项目" },
  });
  await bench.assess(lv);
  expect((await seen(lv, bench.manager, project.id))?.stance).toMatchObject({ isDefault: true });
  const own = { stance: "neutral", evidence: "这个项目他不表态", projectId: project.id };
  await bench.assess(lv, { ...own, assessedOn: daysAgo(30) });
  expect((await seen(lv, bench.manager, project.id))?.stance).toMatchObject({
    stance: "neutral",
    isDefault: false,
    projectName: "评估项目",
  });
  expect((await seen(lv))?.stance?.stance).toBe("supporter");
  const none = await bench.assess(lv, { projectId: crypto.randomUUID() });
  expect(none.body.code).toBe("project.not_found");
});

test("influence counts 3 and is marked assumed until it is judged, then weighs with the role", async () => {
  const kong = await bench.person("孔总");
  await bench.setRole(kong, { role: "technical" });
  expect(await seen(kong)).toMatchObject({ influence: { value: 3, assessment: null } });
  expect((await influence(kong)).status).toBe(201);
  const person = await seen(kong);
  expect(person?.influence).toMatchObject({ value: 5, assessment: { influence: 5 } });
  expect(person?.weight).toBeCloseTo(6.5);
  expect(await auditOf(bench.world, bench.tenant, "influence.assessed", kong)).toHaveLength(1);
});

test("a ranking judges everybody in it at once, or nobody", async () => {
  const people = await Promise.all(["一", "二", "三"].map((name) => bench.person(`排${name}`)));
  const { status, body } = await rank(people);
  expect(status).toBe(201);
  expect(body.items.map((item: { influence: number }) => item.influence)).toEqual([5, 3, 1]);
  const { body: page } = await bench.manager(decisionChains.standing, {
    params: { personId: people[1] ?? "" },
  });
  expect(page.accounts[0].influences[0].answers).toEqual([{ question: "rank", answer: "2/3" }]);
  expect(
    await auditOf(bench.world, bench.tenant, "influence.ranked", bench.accountId),
  ).toHaveLength(1);
  const objector = await bench.person("排四", { no_profiling: true });
  expect((await rank([...people.toReversed(), objector])).body.code).toBe("chain.no_profiling");
  expect((await seen(people[2] ?? ""))?.influence?.value).toBe(1);
  expect((await rank([people[0] ?? "", people[0] ?? ""])).body.code).toBe("chain.ranking_repeats");
  expect((await rank([people[0] ?? ""])).body.code).toBe("request.invalid");
});

test("a style is told by observations and goes with the person", async () => {
  const cao = await bench.person("曹总");
  expect((await style(cao)).body).toMatchObject({ style: "driver", answers: driverAnswers });
  expect((await seen(cao))?.style?.style).toBe("driver");
  expect(await auditOf(bench.world, bench.tenant, "style.assessed", cao)).toHaveLength(1);
});

test("a struck judgement is gone, the one before counts again; a receipt without its content stays", async () => {
  const yan = await bench.person("严总");
  await bench.assess(yan, { assessedOn: daysAgo(20) });
  const { body: wrong } = await bench.assess(yan, {
    stance: "opponent",
    evidence: "记错了人的证据",
  });
  const { body: weight } = await influence(yan);
  const { body: manner } = await style(yan);
  expect((await seen(yan))?.stance?.stance).toBe("opponent");
  expect((await strike("strikeStance", wrong.id)).status).toBe(204);
  expect((await strike("strikeInfluence", weight.id)).status).toBe(204);
  expect((await strike("strikeStyle", manner.id)).status).toBe(204);
  const person = await seen(yan);
  expect(person).toMatchObject({ stance: { stance: "supporter" }, style: null });
  expect(person?.influence?.assessment).toBeNull();
  expect((await strike("strikeStance", wrong.id)).body.code).toBe("chain.assessment_not_found");
  const receipts = await askTenant<{ counts: object; reason: string; deleted_by: string }>(
    bench.world,
    bench.tenant,
    `select counts, reason, deleted_by from deletion_receipt where person_id = '${yan}' order by id`,
  );
  expect(receipts.map(({ counts }) => counts)).toEqual([
    { stance_assessment: 1 },
    { influence_assessment: 1 },
    { style_assessment: 1 },
  ]);
  const kept = await auditOf(bench.world, bench.tenant, "stance.struck", yan);
  expect(kept).toMatchObject([{ actor_user_id: bench.managerId, detail: { reason: "mistaken" } }]);
  expect(JSON.stringify(kept)).not.toMatch(/opponent|记错了人/);
});

test("another's judgement is struck by a director, not by a colleague", async () => {
  const hua = await bench.person("华总");
  const sponsor = await bench.as("sponsor");
  const { body: made } = await bench.assess(hua, {}, sponsor);
  expect((await strike("strikeStance", made.id)).body.code).toBe("access.not_permitted");
  expect((await strike("strikeStance", made.id, await bench.as("director"))).status).toBe(204);
});

test("who objected, whose use is restricted, and who is nobody yet, is not judged; nor who does not work there", async () => {
  const refusals = {
    "chain.no_profiling": await bench.person("拒评", { no_profiling: true }),
    "chain.person_restricted": await bench.person("限制", {
      restricted_at: "2026-01-01T00:00:00Z",
    }),
    "chain.placeholder_has_no_opinion": await bench.person("财务总监（未知）", {
      is_placeholder: true,
      placeholder_since: "2026-01-01",
    }),
    "chain.person_not_at_account": await bench.person("已走", {}, { ends_on: "2026-01-01" }),
    "person.not_found": crypto.randomUUID(),
  };
  for (const [code, personId] of Object.entries(refusals)) {
    expect((await bench.assess(personId)).body.code).toBe(code);
    expect((await style(personId)).body.code).toBe(code);
    const isWeighed = code === "chain.placeholder_has_no_opinion";
    expect((await influence(personId)).status === 201).toBe(isWeighed);
  }
});

test("an objection silences what was judged before", async () => {
  const wei = await bench.person("魏总");
  await bench.assess(wei);
  await influence(wei);
  await askTenant(
    bench.world,
    bench.tenant,
    `update person set no_profiling = true where id = '${wei}'`,
  );
  expect(await seen(wei)).toMatchObject({
    stance: null,
    play: null,
    isMember: false,
    influence: { value: 3, assessment: null },
  });
});

test("only who works with people judges them; own sight, other workspaces and plain tokens find nothing", async () => {
  const tao = await bench.person("陶总");
  const { body: made } = await bench.assess(tao);
  for (const role of ["service", "analyst", "compliance", "admin"] as const) {
    const caller = await bench.as(role);
    for (const answer of [
      await bench.assess(tao, {}, caller),
      await influence(tao, {}, caller),
      await style(tao, {}, caller),
      await rank([tao, crypto.randomUUID()], {}, caller),
      await strike("strikeStance", made.id, caller),
    ])
      expect([role, answer.body.code]).toEqual([role, "access.not_permitted"]);
  }
  const foreign = await makeTenant(bench.world);
  const director = await makeUser(bench.world, foreign, "director");
  const stranger = await sessionOf(bench.app, foreign, director);
  for (const caller of [stranger, await bench.as("manager")]) {
    expect((await bench.assess(tao, {}, caller)).body.code).toBe("account.not_found");
    expect((await influence(tao, {}, caller)).body.code).toBe("account.not_found");
    expect((await style(tao, {}, caller)).body.code).toBe("account.not_found");
    expect((await strike("strikeStance", made.id, caller)).body.code).toBe(
      "chain.assessment_not_found",
    );
  }
  const program = await tokenOf(bench.app, bench.tenant, bench.managerId, ["read", "write"]);
  expect((await bench.assess(tao, {}, program)).status).toBe(403);
  expect(today() >= made.assessedOn).toBe(true);
});
