import { caseAttachments } from "@mainstay/contract/case-attachment";
import { caseClosings } from "@mainstay/contract/case-closing";
import { caseLinks } from "@mainstay/contract/case-link";
import { cases } from "@mainstay/contract/case";
import { today } from "@mainstay/contract/today";
import { beforeAll, expect, test } from "vitest";
import { type CaseBench, caseBench } from "./case-test-bench.ts";

let bench: CaseBench;
let caseId: string;

/** A case the manager took in, in which its customer complains about the manager later. */
beforeAll(async () => {
  bench = await caseBench();
  const opened = await bench.open({
    firstResponderUserId: bench.managerId,
    personId: bench.person.personId,
  });
  caseId = opened.id;
  const edited = await bench.service(cases.edit, {
    params: { caseId },
    headers: { "if-match": "*" },
    body: { description: "王总说的", complainedUserIds: [bench.managerId] } as never,
  });
  expect(edited.status).toBe(200);
});

test("the first responder stays named; the page says who answers in their place, and that colleague hears of it", async () => {
  const view = await bench.get(caseId, bench.director);
  expect(view.firstResponder.id).toBe(bench.managerId);
  expect(view.answersInPlace?.id).toBe(bench.directorId);
  expect(view.isAboutMe).toBe(false);
  expect(view.description).toBe("王总说的");
  expect(await bench.toldOf("case_assigned")).toContain(bench.directorId);
});

test("whom it complains about is not told who complained nor what is said inside, by no way, and can do nothing", async () => {
  const seen = await bench.get(caseId, bench.manager);
  expect(seen).toMatchObject({
    isAboutMe: true,
    person: null,
    description: "",
    openedBy: null,
    timeline: { items: [], nextCursor: null },
  });
  expect(Object.values(seen.can).some(Boolean)).toBe(false);
  const params = { caseId };
  const ask = async (endpoint: Parameters<typeof bench.manager>[0], query?: object) =>
    (await bench.manager(endpoint, { params, ...(query && { query }) } as never)).body;
  expect((await ask(cases.listEvents)).items).toEqual([]);
  expect((await ask(caseAttachments.list)).items).toEqual([]);
  expect((await ask(caseLinks.list)).items).toEqual([]);
  expect(await ask(caseClosings.get)).toMatchObject({ person: null, callBacks: [], links: [] });
  const listed = async (query: object, who = bench.manager) =>
    (await who(cases.list, { query: query as never })).body.items;
  expect(await listed({})).toMatchObject([{ id: caseId, person: null }]);
  const byPerson = { personId: bench.person.personId };
  expect(await listed(byPerson)).toEqual([]);
  expect(await listed(byPerson, bench.director)).toHaveLength(1);
});

test("no news of it reaches them when a clock runs out; who answers in their place hears instead, and Today leaves it out", async () => {
  bench.moveClock(30 * 24);
  await bench.watch(caseId);
  const told = await bench.toldOf("case_overdue");
  expect(told).not.toContain(bench.managerId);
  expect(told).toContain(bench.directorId);
  expect(await bench.toldOf("case_escalated")).not.toContain(bench.managerId);
  const { body } = await bench.manager(today.get, {});
  expect(JSON.stringify(body)).not.toContain(caseId);
});
