import { feedbackLoops, type LoopView } from "@mainstay/contract/feedback-loop";
import { notifications } from "@mainstay/contract/notification";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { moveLoopsOfCase } from "./follow-case.ts";
import { handIn, makeRound, questionOf } from "./make-response.ts";
import { feedbackLoopJobs } from "./note-overdue-loop.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let director: TestCaller;
let round: Awaited<ReturnType<typeof makeRound>>;
let research: string;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const delivery = await makeRow(world, tenant, "department", { name: "交付部" });
  research = await makeRow(world, tenant, "department", { name: "产品研发部" });
  round = await makeRound(world, tenant, [
    questionOf("nps", { isOverall: true, words: { zh: "您会推荐我们吗？" } }),
    questionOf("csat", { position: 2, departmentId: delivery }),
    questionOf("text", { position: 3 }),
    questionOf("csat", { position: 4, departmentId: research, words: { zh: "产品够用吗？" } }),
  ]);
});

const anAccount = async (standing: object = {}) => {
  const accountId = await makeAccount(
    world,
    tenant,
    { name: "闭环客户", manager_user_id: managerId },
    { ...standing },
  );
  const { personId } = await makePerson(world, tenant, accountId, "周敏");
  return { accountId, personId };
};
const loopsOf = async (accountId: string, who = manager): Promise<LoopView[]> =>
  (await who(feedbackLoops.list, { query: { accountId } })).body.items;
const anOpenLoop = async (scores: readonly (number | null)[] = [3, 1, null, null], rest = {}) => {
  const { accountId, personId } = await anAccount();
  const responseId = await handIn(world, tenant, round, {
    accountId,
    personId,
    scores,
    words: "送货晚了三天",
    rest,
  });
  const [loop] = await loopsOf(accountId);
  return { accountId, personId, responseId, loop: loop! };
};
/** A round that asks nothing, for askings of long ago. */
const anEmptyRound = () =>
  makeRow(world, tenant, "survey_round", {
    survey_id: round.surveyId,
    number: Math.floor(Math.random() * 1e9),
    opened_on: "2026-01-01",
    closes_on: "2026-02-01",
    seed: 1,
    questions: "[]",
    is_anonymous: false,
  });
const act = (
  what: "contact" | "rectify" | "followUp" | "askAgain" | "drop" | "decideDrop" | "takeBackDrop",
  loopId: string,
  body: object = {},
  who = manager,
  version = "*",
) =>
  who(feedbackLoops[what], {
    params: { loopId },
    body: body as never,
    headers: { "if-match": version },
  } as never);
const evidence = { evidence: "电话联系周经理，约定周五补货" };

test("a dissatisfied answer opens a complaint and a loop, owned by the manager, with two working days to speak with them", async () => {
  const { loop, accountId, personId, responseId } = await anOpenLoop();
  expect(loop).toMatchObject({
    account: { id: accountId },
    person: { id: personId },
    owner: { id: managerId },
    department: { name: "交付部" },
    status: "open",
    isUrgent: false,
    isOverdue: false,
    scale: "nps",
    scoreBefore: 3,
    question: { zh: "您会推荐我们吗？" },
    responseId,
    need: null,
    can: { contact: true, rectify: false, askAgain: false, drop: true },
  });
  const hours = (Date.parse(loop.contactDueAt) - Date.parse(loop.openedAt)) / 3_600_000;
  expect(hours).toBeGreaterThanOrEqual(48);
  const [made] = await askTenant<Record<string, unknown>>(
    world,
    tenant,
    `select kind, channel, person_id, description, source_id from service_case where id = '${loop.case?.id}'`,
  );
  expect(made).toEqual({
    kind: "complaint",
    channel: "survey",
    person_id: personId,
    description: "送货晚了三天",
    source_id: responseId,
  });
  expect(loop.case?.title).toContain("送货晚了三天");
  expect(await auditOf(world, tenant, "feedback_loop.opened", loop.id)).toHaveLength(1);
  const news = (await manager(notifications.list, { query: {} })).body.items;
  expect(news.find(({ subjectId }: { subjectId: string }) => subjectId === loop.id)).toMatchObject({
    kind: "feedback_loop_opened",
    path: "/voice/loops",
  });
  expect(JSON.stringify(news)).not.toContain("送货");
});

test("a satisfied answer, words alone, an anonymous one and one of a program open nothing", async () => {
  for (const [scores, rest] of [
    [[9, 5, null, 4], {}],
    [[null, null, null, null], {}],
    [[0, 1, null, 1], { isAnonymous: true, personId: null }],
    [[0, 1, null, 1], { isSuspect: true }],
  ] as const) {
    const { accountId, personId } = await anAccount();
    await handIn(world, tenant, round, { accountId, personId, scores, words: "很糟糕", rest });
    expect(await loopsOf(accountId)).toEqual([]);
  }
});

test("dissatisfaction with what we offer opens a need; what the workspace sets for a question goes before", async () => {
  const asked = [9, null, null, 2];
  const first = await anOpenLoop(asked);
  expect(first.loop).toMatchObject({ case: null, scale: "csat", scoreBefore: 2 });
  expect(first.loop.need?.title).toContain("送货晚了三天");
  const questionId = round.questions[3]!.id;
  const setTo = (opens: string | null) =>
    director(feedbackLoops.setOpening, { params: { questionId }, body: { opens } as never });
  expect((await setTo("case")).body).toEqual({ opens: "case" });
  const listed = await manager(feedbackLoops.openings, { query: {} });
  expect(
    listed.body.items.find((one: { questionId: string }) => one.questionId === questionId),
  ).toMatchObject({ opens: "case", setTo: "case", department: { id: research } });
  expect((await anOpenLoop(asked)).loop).toMatchObject({
    need: null,
    case: { number: expect.any(Number) },
  });
  expect((await setTo(null)).body).toEqual({ opens: "need" });
  expect(
    (await manager(feedbackLoops.setOpening, { params: { questionId }, body: { opens: null } }))
      .status,
  ).toBe(403);
});

test("an economic buyer and a core account are spoken with within 24 hours", async () => {
  for (const rest of [{ buyingRole: "economic_buyer" }, { segment: "core" }]) {
    const { loop } = await anOpenLoop([0, null, null, null], rest);
    expect(loop.isUrgent).toBe(true);
    expect(Date.parse(loop.contactDueAt) - Date.parse(loop.openedAt)).toBe(24 * 3_600_000);
  }
});

test("a changed answer moves the loop, a better one before any contact ends it, and it comes back with the next bad one", async () => {
  const { accountId, personId, responseId, loop } = await anOpenLoop([3, 1, null, null]);
  const again = (scores: (number | null)[], version: number) =>
    handIn(world, tenant, round, { accountId, personId, scores, responseId, version });
  await again([5, 2, null, null], 2);
  expect(await loopsOf(accountId)).toMatchObject([{ id: loop.id, scoreBefore: 5 }]);
  await again([9, 5, null, null], 3);
  expect(await loopsOf(accountId)).toMatchObject([
    { id: loop.id, status: "dropped", droppedBecause: "changed_by_customer" },
  ]);
  await again([2, 5, null, null], 4);
  expect(await loopsOf(accountId)).toMatchObject([
    { id: loop.id, status: "open", scoreBefore: 2, droppedBecause: null },
  ]);
  await act("contact", loop.id, evidence);
  await again([10, 5, null, null], 5);
  expect(await loopsOf(accountId)).toMatchObject([{ status: "contacted", scoreBefore: 2 }]);
});

test("the way of a loop: each step with its evidence, none left out, asked again on the same scale, the change is known", async () => {
  const { loop, accountId, personId } = await anOpenLoop();
  for (const step of ["rectify", "followUp", "askAgain"] as const)
    expect((await act(step, loop.id, step === "askAgain" ? {} : evidence)).body.code).toBe(
      "feedback_loop.step_skipped",
    );
  expect((await act("contact", loop.id, { evidence: " " })).status).toBe(400);
  expect(
    (await act("contact", loop.id, { ...evidence, at: "2020-01-01T00:00:00Z" })).body.code,
  ).toBe("feedback_loop.contact_out_of_time");
  expect((await act("contact", loop.id, evidence, manager, '"99"')).status).toBe(412);
  expect((await act("contact", loop.id, evidence)).body).toMatchObject({
    status: "contacted",
    contacted: { by: { id: managerId }, evidence: evidence.evidence },
  });
  expect((await act("contact", loop.id, evidence)).body.code).toBe("feedback_loop.not_allowed_now");
  await act("rectify", loop.id, { evidence: "补发三箱" });
  expect((await act("followUp", loop.id, { evidence: "周经理确认已收到" })).body.status).toBe(
    "followed_up",
  );
  const asked = await act("askAgain", loop.id);
  expect(asked.body).toMatchObject({
    status: "followed_up",
    askedAgain: { by: { id: managerId } },
  });
  expect((await act("askAgain", loop.id)).body.code).toBe("feedback_loop.not_allowed_now");
  const [invited] = await askTenant<{
    id: string;
    round_id: string;
    survey_id: string;
    questions: never[];
  }>(
    world,
    tenant,
    `select i.id, i.round_id, r.survey_id, r.questions from survey_invitation i
     join survey_round r on r.id = i.round_id join feedback_loop l on l.remeasure_invitation_id = i.id where l.id = '${loop.id}'`,
  );
  expect(invited?.questions).toMatchObject([{ id: round.questions[0]!.id, kind: "nps" }]);
  await handIn(
    world,
    tenant,
    { surveyId: invited!.survey_id, roundId: invited!.round_id, questions: invited!.questions },
    { accountId, personId, scores: [9], rest: { invitationId: invited!.id } },
  );
  expect(await loopsOf(accountId)).toMatchObject([
    { status: "remeasured", scoreBefore: 3, scoreAfter: 9, can: { drop: false } },
  ]);
  for (const step of ["contacted", "rectified", "followed_up", "asked_again", "remeasured"])
    expect(await auditOf(world, tenant, `feedback_loop.${step}`, loop.id), step).toHaveLength(1);
});

test("asking again waits for no rest but keeps to the year's number, and who left is not asked", async () => {
  const followedUp = async () => {
    const { loop, personId } = await anOpenLoop();
    for (const step of ["contact", "rectify", "followUp"] as const)
      await act(step, loop.id, evidence);
    return { loopId: loop.id, personId };
  };
  const often = await followedUp();
  for (let n = 0; n < 4; n++)
    await askTenant(
      world,
      tenant,
      `insert into survey_invitation (tenant_id, id, round_id, account_id, person_id, status, planned_on)
       select tenant_id, gen_random_uuid(), '${await anEmptyRound()}', account_id, person_id, 'sent', current_date - 30
       from feedback_loop where id = '${often.loopId}' returning 1`,
    );
  expect((await act("askAgain", often.loopId)).body).toMatchObject({
    code: "feedback_loop.asked_often",
    params: { most: 4 },
  });
  const gone = await followedUp();
  await askTenant(
    world,
    tenant,
    `update position set ends_on = current_date - 30 where person_id = '${gone.personId}' returning 1`,
  );
  expect((await act("askAgain", gone.loopId)).body.code).toBe("feedback_loop.person_not_asked");
});

test("nobody drops a loop alone: somebody else agrees, or it goes on", async () => {
  const { loop } = await anOpenLoop();
  const because = { because: "客户已停止合作" };
  const asked = await act("drop", loop.id, because);
  expect(asked.body).toMatchObject({
    status: "open",
    drop: { because: because.because, askedBy: { id: managerId } },
    can: { decideDrop: false, takeBackDrop: true },
  });
  expect((await act("decideDrop", loop.id, { agrees: true })).body.code).toBe(
    "feedback_loop.not_allowed_now",
  );
  expect((await act("decideDrop", loop.id, { agrees: false }, director)).body).toMatchObject({
    status: "open",
    drop: null,
  });
  await act("drop", loop.id, because);
  expect((await act("takeBackDrop", loop.id)).body.drop).toBeNull();
  await act("drop", loop.id, because);
  expect(
    (await act("decideDrop", loop.id, { agrees: true, note: "同意" }, director)).body,
  ).toMatchObject({ status: "dropped", droppedBecause: "客户已停止合作\n同意" });
});

test("a loop moves with its case: an answer is the contact, the customer's closing puts it right, reopening takes that back", async () => {
  const { loop, accountId } = await anOpenLoop();
  const move = (step: "replied" | "closed" | "reopened") =>
    withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
      moveLoopsOfCase(
        tx,
        {
          tenantId: tenant.tenantId,
          actor: null,
          requestId: null,
          now: new Date(),
        },
        loop.case?.id ?? "",
        step,
      ),
    );
  await move("replied");
  expect(await loopsOf(accountId)).toMatchObject([{ status: "contacted" }]);
  await move("closed");
  expect(await loopsOf(accountId)).toMatchObject([
    { status: "rectified", rectified: { by: null, evidence: null } },
  ]);
  await move("reopened");
  expect(await loopsOf(accountId)).toMatchObject([{ status: "contacted", rectified: null }]);
});

test("a clock that ran out is told once to the owner, the manager and those above, but nobody it is about, and is seen in the list", async () => {
  const { loop, accountId } = await anOpenLoop();
  const ownerId = await makeUser(world, tenant, "service");
  const aboutId = await makeUser(world, tenant, "director");
  await askTenant(
    world,
    tenant,
    `update service_case set complained_user_ids = '{${aboutId}}' where id = '${loop.case?.id}'`,
  );
  const given = await director(feedbackLoops.give, {
    params: { loopId: loop.id },
    body: { ownerUserId: ownerId },
    headers: { "if-match": "*" },
  });
  expect(given.status).toBe(200);
  await askTenant(
    world,
    tenant,
    `update feedback_loop set opened_at = now() - interval '9 days', contact_due_at = now() - interval '5 days' where id = '${loop.id}'`,
  );
  const run = () =>
    feedbackLoopJobs.note_overdue_loop({ tenantId: tenant.tenantId, loopId: loop.id }, {
      tenantId: tenant.tenantId,
      clock: { now: () => new Date() },
      actor: null,
      requestId: null,
      write: (work: never) => withTenant(world.database, systemScope(tenant.tenantId), work),
    } as never);
  await run();
  await run();
  const about = await sessionOf(app, tenant, aboutId);
  for (const [who, times] of [
    [manager, 1],
    [director, 1],
    [await sessionOf(app, tenant, ownerId), 1],
    [about, 0],
  ] as const) {
    const { items } = (await who(notifications.list, { query: {} })).body;
    expect(
      items.filter(
        (one: { kind: string; subjectId: string }) =>
          one.kind === "feedback_loop_overdue" && one.subjectId === loop.id,
      ),
    ).toHaveLength(times);
  }
  expect(await auditOf(world, tenant, "feedback_loop.overran", loop.id)).toHaveLength(1);
  const overdue = await manager(feedbackLoops.list, { query: { accountId, status: "overdue" } });
  expect(overdue.body).toMatchObject({ total: 1, items: [{ isOverdue: true }] });
});

test("another workspace sees no loop, a colleague without the account neither", async () => {
  const { loop } = await anOpenLoop();
  const other = await makeTenant(world);
  const stranger = await sessionOf(app, other, await makeUser(world, other, "director"));
  expect((await act("contact", loop.id, evidence, stranger)).status).toBe(404);
  const colleague = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await colleague(feedbackLoops.get, { params: { loopId: loop.id } })).body.code).toBe(
    "feedback_loop.not_found",
  );
});
