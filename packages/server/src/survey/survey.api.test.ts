import { surveys } from "@mainstay/contract/survey";
import { surveyInvitations, surveyRounds } from "@mainstay/contract/survey-round";
import { personPages } from "@mainstay/contract/person-page";
import { surveyOptOuts, surveySettings } from "@mainstay/contract/survey-setting";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { nobody, sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { askAfterCase } from "./ask-after-case.ts";
import {
  draftFrom,
  startOf,
  type SurveyBench,
  surveyBench,
  surveyTenant,
} from "./survey-test-bench.ts";

let bench: SurveyBench;
let ours: Awaited<ReturnType<typeof surveyTenant>>;
beforeAll(async () => {
  bench = await surveyBench();
});
beforeEach(async () => {
  bench.moveTo("2026-11-25T02:00:00Z");
  ours = await surveyTenant(bench);
});

const invitations = () =>
  askTenant<{ name: string; status: string; dropped_because: string | null }>(
    bench.world,
    ours.tenant,
    "select p.name, i.status, i.dropped_because from survey_invitation i join person p on p.id = i.person_id order by p.name",
  );
const namesAsked = async () => (await invitations()).map(({ name }) => name);

test("a survey is drafted from a template, its questions reordered, and who saw another version is refused", async () => {
  const { body } = await ours.director(surveys.draft, { body: { template: "relationship" } });
  expect(body).toMatchObject({
    status: "draft",
    rhythm: "quarterly",
    can: { edit: true, start: true },
  });
  const { id, version, status, rounds, nextRoundOn, can, ...shape } = body;
  const questions = shape.questions.toReversed();
  const edit = (ifMatch: string, changed: object = { questions }) =>
    ours.director(surveys.edit, {
      params: { surveyId: id },
      body: { ...shape, ...changed },
      headers: { "if-match": ifMatch },
    });
  const edited = await edit(`"${version}"`);
  expect(edited.body.questions.map((one: { id: string }) => one.id)).toEqual(
    questions.map((one: { id: string }) => one.id),
  );
  expect((await edit(`"${version}"`)).status).toBe(412);
  const twice = { questions: [questions[0], questions[0]] };
  expect((await edit("*", twice)).body.code).toBe("survey.question_twice");
  expect((await ours.manager(surveys.draft, { body: {} })).status).toBe(403);
  expect(await auditOf(bench.world, ours.tenant, "survey.edited", id)).toHaveLength(1);
  const copy = await ours.director(surveys.draft, { body: { copyOfId: id } });
  expect(copy.body.questions).toHaveLength(questions.length);
  expect((await ours.director(surveys.remove, { params: { surveyId: id } })).status).toBe(204);
  expect((await ours.director(surveys.get, { params: { surveyId: id } })).body.code).toBe(
    "survey.not_found",
  );
});

test("an unfinished survey is not sent, and says how much is missing", async () => {
  const { body } = await ours.director(surveys.draft, { body: {} });
  const refused = await startOf(ours.director, body);
  expect(refused.body).toMatchObject({ code: "survey.unfit", params: { count: 2 } });
});

test("a round freezes its questions, asks who may be asked and counts the others with the reason", async () => {
  await ours.person("a-may");
  await ours.person("b-no-mail", { work_email: null });
  await ours.person("c-placeholder", {}, { is_placeholder: true, placeholder_since: "2026-01-01" });
  await ours.person("d-restricted", {}, { restricted_at: new Date() });
  await ours.person("e-left", { ends_on: "2026-06-30" });
  const stopped = await ours.person("f-opted-out");
  await ours.director(surveyOptOuts.record, { params: { personId: stopped.personId } });
  const { body: stoppedPage } = await ours.director(personPages.get, {
    params: { personId: stopped.personId },
  });
  expect(stoppedPage.surveyOptOut.via).toBe("by_hand");
  const survey = await draftFrom(ours.director, "relationship");
  const { body: count } = await ours.director(surveys.countSample, { body: survey.sampling });
  expect(count).toMatchObject({ asked: 1, accounts: 1, eligible: 1 });
  expect(
    Object.fromEntries(
      count.leftOut.map((one: { because: string; count: number }) => [one.because, one.count]),
    ),
  ).toEqual({
    left: 1,
    placeholder: 1,
    restricted: 1,
    opted_out: 1,
    no_address: 1,
  });
  const started = await startOf(ours.director, survey, { seed: 7 });
  const { seed } = started.body;
  // Kept, so that anybody can draw again; not to be named by whoever sends it.
  expect(seed).toEqual(expect.any(Number));
  expect(seed).not.toBe(7);
  expect(started.body).toMatchObject({
    number: 1,
    eligible: 1,
    openedOn: "2026-11-25",
    closesOn: "2026-12-16",
  });
  expect(await namesAsked()).toEqual(["a-may"]);
  const again = await ours.director(surveys.get, { params: { surveyId: survey.id } });
  expect(again.body).toMatchObject({
    status: "running",
    nextRoundOn: "2027-02-25",
    can: { start: false },
  });
  expect((await startOf(ours.director, again.body)).body.code).toBe("survey.round_open");
  await ours.director(surveys.edit, {
    params: { surveyId: survey.id },
    body: { ...survey, questions: survey.questions.slice(0, 1) },
    headers: { "if-match": "*" },
  });
  const [frozen] = await askTenant<{ n: number }>(
    bench.world,
    ours.tenant,
    "select jsonb_array_length(questions) as n from survey_round",
  );
  expect(frozen?.n).toBe(survey.questions.length);
  const [act] = await auditOf(bench.world, ours.tenant, "survey_round.opened", started.body.id);
  expect(act?.detail).toMatchObject({ seed, asked: 1 });
});

test("only who sees every customer sends a survey", async () => {
  const teamId = await makeUser(bench.world, ours.tenant, "director");
  await askTenant(
    bench.world,
    ours.tenant,
    `update app_user set visibility = 'team' where id = '${teamId}'`,
  );
  const survey = await draftFrom(ours.director, "relationship");
  const team = await sessionOf(bench.app, ours.tenant, teamId);
  expect((await startOf(team, survey)).body.code).toBe("survey.sight_needed");
  expect((await startOf(ours.manager, survey)).status).toBe(403);
});

test("nobody is asked more often than the workspace allows, over all surveys, also by hand", async () => {
  const { personId } = await ours.person("a-often");
  const first = await draftFrom(ours.director, "relationship");
  await startOf(ours.director, first);
  const second = await draftFrom(ours.director, "relationship");
  const { body: round } = await startOf(ours.director, second);
  expect(round.counts.planned).toBe(0);
  const invite = (accountId = ours.accountId, caller = ours.director) =>
    caller(surveyRounds.invite, {
      params: { roundId: round.id },
      body: { people: [{ personId, accountId }] },
    });
  expect((await invite()).body).toEqual({
    invited: 0,
    leftOut: [{ personId, because: "asked_recently" }],
  });
  await ours.director(surveySettings.save, {
    body: { restDays: 0, mostAYear: 2, senderName: null, reminderDays: [3] },
    headers: { "if-match": '"1"' },
  });
  expect((await invite()).body).toEqual({ invited: 1, leftOut: [] });
  expect((await invite()).body.leftOut).toEqual([{ personId, because: "already_asked" }]);
  const elsewhere = await makeAccount(bench.world, ours.tenant, { name: "别处" });
  expect((await invite(elsewhere)).body.leftOut).toEqual([{ personId, because: "not_there" }]);
  expect((await invite(ours.accountId, ours.manager)).status).toBe(403);
  const setting = await ours.manager(surveySettings.get);
  expect(setting.body).toMatchObject({ restDays: 0, mostAYear: 2, version: 2 });
  expect(
    (await auditOf(bench.world, ours.tenant, "survey_setting.saved", ours.tenant.tenantId)).length,
  ).toBe(1);
});

test("two people starting and adding at once ask one person once", async () => {
  await ours.person("a-once");
  const [one, two] = [
    await draftFrom(ours.director, "relationship"),
    await draftFrom(ours.director, "relationship"),
  ];
  await Promise.all([startOf(ours.director, one), startOf(ours.director, two)]);
  expect(await namesAsked()).toEqual(["a-once"]);
});

test("a round closes by hand or past its day; what was not sent is dropped and nothing more goes in", async () => {
  const { personId } = await ours.person("a-open");
  const survey = await draftFrom(ours.director, "relationship");
  const { body: round } = await startOf(ours.director, survey, { closesOn: "2026-11-30" });
  const params = { roundId: round.id };
  bench.moveTo("2026-11-30T15:59:00Z");
  await ours.run();
  expect((await ours.director(surveyRounds.get, { params })).body.closedAt).toBeNull();
  bench.moveTo("2026-11-30T16:01:00Z");
  await ours.run();
  await ours.run();
  expect((await ours.director(surveyRounds.get, { params })).body.closedAt).not.toBeNull();
  expect(await invitations()).toMatchObject([
    { status: "dropped", dropped_because: "round_closed" },
  ]);
  expect((await ours.director(surveyRounds.close, { params })).body.code).toBe(
    "survey.round_closed",
  );
  const people = [{ personId, accountId: ours.accountId }];
  expect((await ours.director(surveyRounds.invite, { params, body: { people } })).body.code).toBe(
    "survey.round_closed",
  );
  expect(await auditOf(bench.world, ours.tenant, "survey_round.closed", round.id)).toHaveLength(1);
});

test("the rhythm opens the next round once, whoever runs and however often, and ending a survey ends it", async () => {
  await ours.person("a-again");
  const survey = await draftFrom(ours.director, "relationship", { rhythm: "monthly" });
  await startOf(ours.director, survey);
  bench.moveTo("2027-04-26T02:00:00Z");
  await Promise.all([ours.run(), ours.run()]);
  await ours.run();
  const { body } = await ours.director(surveys.get, { params: { surveyId: survey.id } });
  expect(
    body.rounds.map(({ number, closedAt }: { number: number; closedAt: string | null }) => [
      number,
      closedAt === null,
    ]),
  ).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(body.nextRoundOn).toBe("2027-05-26");
  expect(await invitations()).toHaveLength(2);
  const ended = await ours.director(surveys.end, {
    params: { surveyId: survey.id },
    headers: { "if-match": "*" },
  });
  expect(ended.body).toMatchObject({
    status: "ended",
    nextRoundOn: null,
    can: { edit: false, end: false },
  });
  expect(
    ended.body.rounds.every(({ closedAt }: { closedAt: string | null }) => closedAt !== null),
  ).toBe(true);
});

test("a survey left unfinished waits for its author instead of being asked again", async () => {
  const survey = await draftFrom(ours.director, "relationship", { rhythm: "monthly" });
  await startOf(ours.director, survey);
  await ours.director(surveys.edit, {
    params: { surveyId: survey.id },
    body: { ...survey, questions: [] },
    headers: { "if-match": "*" },
  });
  bench.moveTo("2027-02-26T02:00:00Z");
  await ours.run();
  const { body } = await ours.director(surveys.get, { params: { surveyId: survey.id } });
  expect(body).toMatchObject({ nextRoundOn: null });
  expect(body.rounds).toHaveLength(1);
});

test("after a closed case its person is asked by the survey's lot, the same however often it is drawn", async () => {
  const { personId } = await ours.person("a-case");
  const caseId = await makeRow(bench.world, ours.tenant, "service_case", {
    number: 1,
    account_id: ours.accountId,
    person_id: personId,
    kind: "fault",
    level: "general",
    title: "x",
    channel: "phone",
    first_responder_id: ours.managerId,
    policy_version: 0,
    status: "closed",
    solved_at: new Date(),
    closed_at: new Date(),
    closed_by: "customer",
    reply_due_at: new Date(),
    solve_due_at: new Date(),
  });
  const ask = () =>
    withTenant(bench.world.database, ours.tenant.scope, (tx) =>
      askAfterCase(
        tx,
        {
          tenantId: ours.tenant.tenantId,
          actor: null,
          requestId: null,
          now: bench.clock.now(),
          today: "2026-11-25",
        },
        caseId,
      ),
    );
  const survey = await draftFrom(ours.director, "after_case", {});
  const never = { ...survey.sampling, afterCaseProbability: 0 };
  const { body: started } = await startOf(ours.director, survey);
  const set = (sampling: object) =>
    ours.director(surveys.edit, {
      params: { surveyId: survey.id },
      body: { ...survey, sampling: { ...never, ...sampling } },
      headers: { "if-match": "*" },
    });
  expect(started.counts.planned).toBe(0);
  await set({});
  expect(await ask()).toEqual([]);
  await set({ afterCaseProbability: 1 });
  expect(await ask()).toHaveLength(1);
  expect(await ask()).toEqual([]);
});

test("the person's own wish by link ends every asking at once; a link for everybody names nobody", async () => {
  const { personId } = await ours.person("a-stop");
  const survey = await draftFrom(ours.director, "relationship");
  const { body: round } = await startOf(ours.director, survey);
  const [{ id: invitationId } = { id: "" }] = await askTenant<{ id: string }>(
    bench.world,
    ours.tenant,
    "select id from survey_invitation",
  );
  const made = await ours.manager(surveyInvitations.makeLink, { params: { invitationId } });
  expect(made.status).toBe(201);
  expect(made.body.qrSvg).toContain("<svg");
  expect((await invitations())[0]?.status).toBe("sent");
  const token = made.body.url.split("/s/#")[1];
  const stop = (body: { token: string }) => nobody(bench.app)(surveyOptOuts.byLink, { body });
  expect((await stop({ token: `${token}x` })).body.code).toBe("public_link.invalid");
  const walkIn = await ours.director(surveyRounds.makeWalkInLink, {
    params: { roundId: round.id },
  });
  expect((await stop({ token: walkIn.body.url.split("/s/#")[1] })).body).toEqual({
    optedOut: false,
  });
  expect((await stop({ token })).body).toEqual({ optedOut: true });
  expect((await stop({ token })).body).toEqual({ optedOut: true });
  expect((await invitations())[0]?.status).toBe("declined");
  expect(
    await auditOf(bench.world, ours.tenant, "person.opted_out_of_surveys", personId),
  ).toHaveLength(1);
  const list = await ours.manager(surveyOptOuts.list);
  expect(list.body).toMatchObject({
    total: 1,
    items: [{ person: { name: "a-stop" }, via: "link" }],
  });
  expect((await ours.manager(surveyOptOuts.remove, { params: { personId } })).status).toBe(204);
  expect((await ours.manager(surveyOptOuts.list)).body.total).toBe(0);
});

test("figures and names follow the accounts in sight, and another workspace sees nothing", async () => {
  await ours.person("a-mine");
  const elsewhere = await makeAccount(bench.world, ours.tenant, { name: "别人的客户" });
  await makePerson(bench.world, ours.tenant, elsewhere, "b-theirs", {
    work_email: "b@customer.test",
  });
  const survey = await draftFrom(ours.director, "relationship");
  const { body: round } = await startOf(ours.director, survey);
  await askTenant(bench.world, ours.tenant, "update survey_invitation set status = 'sent'");
  const params = { roundId: round.id };
  const all = await ours.director(surveyRounds.get, { params });
  expect(all.body).toMatchObject({ asked: 2, answered: 0, responseRate: 0 });
  const mine = await ours.manager(surveyRounds.get, { params });
  expect(mine.body).toMatchObject({ asked: 1, can: { close: false } });
  expect(mine.body.byAccount).toMatchObject([{ account: { name: "万华化学" }, asked: 1 }]);
  const list = await ours.manager(surveyRounds.invitations, { params });
  expect(list.body).toMatchObject({ total: 1, items: [{ person: { name: "a-mine" } }] });
  const page = await ours.director(surveyRounds.invitations, { params, query: { limit: 1 } });
  const rest = await ours.director(surveyRounds.invitations, {
    params,
    query: { limit: 1, cursor: page.body.nextCursor },
  });
  expect([...page.body.items, ...rest.body.items]).toHaveLength(2);
  const file = await ours.director(surveyRounds.export, { params });
  expect(file.status).toBe(200);
  expect(file.bytes.subarray(0, 2).toString()).toBe("PK");
  expect((await auditOf(bench.world, ours.tenant, "survey_round.exported", round.id)).length).toBe(
    1,
  );
  const other = await makeTenant(bench.world);
  const stranger = await sessionOf(bench.app, other, other.adminUserId);
  expect((await stranger(surveyRounds.get, { params })).body.code).toBe("survey.round_not_found");
  expect((await stranger(surveys.get, { params: { surveyId: survey.id } })).body.code).toBe(
    "survey.not_found",
  );
  expect((await stranger(surveys.list)).body.items).toEqual([]);
});
