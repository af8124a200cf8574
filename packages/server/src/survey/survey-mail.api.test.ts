import { surveyRounds } from "@mainstay/contract/survey-round";
import { surveyOptOuts } from "@mainstay/contract/survey-setting";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { textOf } from "../mail/mail-test-server.ts";
import { nobody } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import {
  draftFrom,
  mailServerFor,
  startOf,
  type SurveyBench,
  surveyBench,
  surveyTenant,
} from "./survey-test-bench.ts";

let bench: SurveyBench;
let ours: Awaited<ReturnType<typeof surveyTenant>>;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  bench = await surveyBench();
});
beforeEach(async () => {
  bench.moveTo("2026-11-25T02:00:00Z");
  ours = await surveyTenant(bench);
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const serverOf = async (refuse?: Parameters<typeof mailServerFor>[1]) => {
  const server = await mailServerFor(ours.admin, refuse);
  stops.push(server.stop);
  return server;
};
const statuses = () =>
  askTenant<{ name: string; status: string; reminders: number }>(
    bench.world,
    ours.tenant,
    "select p.name, i.status, i.reminders from survey_invitation i join person p on p.id = i.person_id order by p.name",
  );
const linkIn = (raw: string) => /https?:\/\/[^\s"<>]+\/s\/#([\w.-]+)/.exec(textOf(raw))?.[1] ?? "";

test("a round goes out once by mail: links of their own, a way to stop, from a machine; 451 waits, 550 bounces", async () => {
  for (const name of ["a", "b", "c"]) await ours.person(name);
  const server = await serverOf((nth) =>
    nth === 1
      ? { code: 451, words: "Try again later" }
      : nth === 2
        ? { code: 550, words: "No such mailbox" }
        : null,
  );
  const survey = await draftFrom(ours.director, "relationship");
  const { body: round } = await startOf(ours.director, survey);
  await Promise.all([ours.run(), ours.run()]);
  await ours.run();
  await Promise.all([ours.send(), ours.send()]);
  expect((await statuses()).map(({ status }) => status).sort()).toEqual([
    "bounced",
    "planned",
    "sent",
  ]);
  bench.moveTo("2026-11-25T02:01:00Z");
  await ours.send();
  await ours.run();
  await ours.send();
  expect((await statuses()).map(({ status }) => status).sort()).toEqual([
    "bounced",
    "sent",
    "sent",
  ]);
  expect(server.taken).toHaveLength(2);
  const tokens = server.taken.map(({ raw }) => linkIn(raw));
  expect(new Set(tokens).size).toBe(2);
  for (const { raw } of server.taken) {
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
    expect(raw.replaceAll(/\r\n\s+/g, " ")).toMatch(
      /^List-Unsubscribe: <http[^>]+\/s\/\?stop#[\w.-]+>/im,
    );
    expect(textOf(raw)).toContain("请用两分钟告诉我们");
  }
  const figures = await ours.director(surveyRounds.get, { params: { roundId: round.id } });
  expect(figures.body).toMatchObject({ asked: 2, counts: { bounced: 1, sent: 2 }, hasMail: true });
  const stop = await nobody(bench.app)(surveyOptOuts.byLink, { body: { token: tokens[0] ?? "" } });
  expect(stop.body).toEqual({ optedOut: true });
});

test("customers hear from us on working days between nine and six only", async () => {
  await ours.person("a");
  const server = await serverOf();
  bench.moveTo("2026-11-27T11:00:00Z");
  await startOf(ours.director, await draftFrom(ours.director, "relationship"));
  await ours.run();
  await ours.send();
  bench.moveTo("2026-11-29T04:00:00Z");
  await ours.send();
  expect(server.taken).toHaveLength(0);
  bench.moveTo("2026-11-30T01:00:01Z");
  await ours.send();
  expect(server.taken).toHaveLength(1);
});

test("without a mail server invitations wait, and go once there is one", async () => {
  await ours.person("a");
  await startOf(ours.director, await draftFrom(ours.director, "relationship"));
  await ours.run();
  expect(await statuses()).toMatchObject([{ status: "planned" }]);
  const server = await serverOf();
  await ours.run();
  await ours.send();
  expect(server.taken).toHaveLength(1);
});

test("who has not answered is reminded on the days of the setting, by hand once a day, and never more often", async () => {
  await ours.person("a");
  await ours.person("b-answered");
  const server = await serverOf();
  const survey = await draftFrom(ours.director, "relationship");
  const { body: round } = await startOf(ours.director, survey);
  await ours.run();
  await ours.send();
  await askTenant(
    bench.world,
    ours.tenant,
    "update survey_invitation i set status = 'answered' from person p where p.id = i.person_id and p.name = 'b-answered'",
  );
  const remind = () => ours.director(surveyRounds.remind, { params: { roundId: round.id } });
  expect((await remind()).body).toEqual({ reminded: 0, leftOut: 1 });
  bench.moveTo("2026-11-30T02:00:00Z");
  await Promise.all([ours.run(), ours.run()]);
  await ours.run();
  await ours.send();
  expect(server.taken).toHaveLength(3);
  expect(server.taken.at(-1)).toMatchObject({ to: "a@customer.test" });
  expect(textOf(server.taken.at(-1)?.raw ?? "")).toContain("几天前我们给您发过一份问卷");
  bench.moveTo("2026-12-01T02:00:00Z");
  expect((await remind()).body).toEqual({ reminded: 1, leftOut: 0 });
  expect((await remind()).body).toEqual({ reminded: 0, leftOut: 1 });
  bench.moveTo("2026-12-10T02:00:00Z");
  await ours.run();
  await ours.send();
  expect((await remind()).body).toEqual({ reminded: 0, leftOut: 1 });
  expect(server.taken).toHaveLength(4);
});

test("who asks not to be asked while the mail waits does not get it", async () => {
  const { personId } = await ours.person("a");
  const server = await serverOf();
  bench.moveTo("2026-11-27T11:00:00Z");
  await startOf(ours.director, await draftFrom(ours.director, "relationship"));
  await ours.run();
  await ours.director(surveyOptOuts.record, { params: { personId } });
  bench.moveTo("2026-11-30T02:00:00Z");
  await ours.run();
  await ours.send();
  expect(server.taken).toHaveLength(0);
  expect(await statuses()).toMatchObject([{ status: "dropped" }]);
});
