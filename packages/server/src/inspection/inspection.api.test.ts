import { notifications } from "@mainstay/contract/notification";
import { inspections } from "@mainstay/contract/inspection";
import { verifyDraw } from "@mainstay/domain/inspection/inspection-draw";
import { beforeAll, expect, test } from "vitest";
import {
  type ClosingBench,
  closingBench,
  type ClosingUser,
} from "../case-closing/closing-test-bench.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";

let bench: ClosingBench;
const caseIds: string[] = [];
beforeAll(async () => {
  bench = await closingBench();
  for (let i = 0; i < 6; i++) {
    const caseId = await bench.open();
    caseIds.push(caseId);
    await bench.solve(caseId);
  }
});

const range = { population: "solved_case" as const, from: "2026-10-01", to: "2026-10-21" };
const announce = (more: object = {}, who: ClosingUser = "analyst") =>
  bench.as[who](inspections.announce, {
    body: { ...range, isStratified: false, sampleSize: 3, ...more },
  });
const draw = (inspectionId: string, who: ClosingUser = "analyst") =>
  bench.as[who](inspections.draw, { params: { inspectionId } });
const call = (inspectionId: string, itemId: string, body: object, who: ClosingUser = "analyst") =>
  bench.as[who](inspections.callBack, { params: { inspectionId, itemId }, body: body as never });
const drawnOne = async () => (await draw((await announce()).body.id)).body;

test("announced with its hashes before anybody knows the sample; drawn once; anybody recomputes it and finds it equal", async () => {
  const announced = await announce();
  expect(announced).toMatchObject({
    status: 201,
    body: { status: "announced", nonce: null, items: [], populationSize: 6 },
  });
  const drawn = await draw(announced.body.id);
  expect(drawn.body).toMatchObject({
    status: "drawn",
    waiting: 3,
    commitmentSha256: announced.body.commitmentSha256,
  });
  expect(drawn.body.items).toHaveLength(3);
  const { body: population } = await bench.as.manager(inspections.population, {
    params: { inspectionId: announced.body.id },
  });
  expect(population.ids).toEqual(caseIds.toSorted());
  const published = {
    ...drawn.body,
    inspectionId: drawn.body.id,
    population: population.ids,
    strata: population.strata,
  };
  expect(verifyDraw(published)).toEqual({
    population: true,
    commitment: true,
    seed: true,
    sample: true,
  });
  expect((await draw(announced.body.id)).body.code).toBe("inspection.already_drawn");
  const again = await announce();
  expect(again.body.number).toBe(announced.body.number + 1);
  expect(
    await auditOf(bench.world, bench.tenant, "inspection.announced", announced.body.id),
  ).toMatchObject([{ detail: { commitmentSha256: announced.body.commitmentSha256 } }]);
});

test("what was announced or drawn cannot be changed or deleted, not even behind the interface", async () => {
  const { id } = await drawnOne();
  for (const change of ["sample_size = 1", "nonce = 'x'", "drawn = '{0}'", "seed = 'x'"])
    await expect(
      askTenant(bench.world, bench.tenant, `update inspection set ${change} where id = '${id}'`),
    ).rejects.toThrow(/announced once and drawn once/);
  await expect(
    askTenant(bench.world, bench.tenant, `delete from inspection where id = '${id}'`),
  ).rejects.toThrow(/permission denied/);
});

test("only an independent role that sees every customer inspects; another workspace's is not there; nothing, or a future, is not drawn from", async () => {
  for (const who of ["manager", "director", "service"] as const)
    expect((await announce({}, who)).body.code).toBe("access.not_permitted");
  expect((await announce({ from: "2020-01-01", to: "2020-01-31" })).body.code).toBe(
    "inspection.nothing_to_draw",
  );
  expect((await announce({ to: "2999-01-01" })).status).toBe(400);
  const { id } = (await announce()).body;
  const foreign = await closingBench();
  expect(
    (await foreign.as.analyst(inspections.draw, { params: { inspectionId: id } })).body.code,
  ).toBe("inspection.not_found");
  await askTenant(
    bench.world,
    bench.tenant,
    `update app_user set visibility = 'own' where id = '${bench.users.compliance}'`,
  );
  expect((await draw(id, "compliance")).body.code).toBe("inspection.needs_whole_view");
  await askTenant(
    bench.world,
    bench.tenant,
    `update app_user set visibility = 'all' where id = '${bench.users.compliance}'`,
  );
});

test("a satisfied answer ends an item, three calls in vain do too; shares carry their n and interval", async () => {
  const { id, items } = await drawnOne();
  const done = await call(id, items[0].id, {
    outcome: "reached",
    score: 5,
    recordTrue: true,
    words: "属实",
  });
  expect(done).toMatchObject({ status: 201, body: { done: 1 } });
  expect(done.body.results[0]).toMatchObject({
    drawn: 3,
    reached: 1,
    satisfied: { n: 1, yes: 1, share: 1 },
  });
  expect(done.body.results[0].satisfied.low).toBeCloseTo(0.2065, 3);
  for (let i = 0; i < 3; i++) await call(id, items[1].id, { outcome: "not_reached" });
  const after = await bench.as.analyst(inspections.get, { params: { inspectionId: id } });
  expect(after.body).toMatchObject({ unreachable: 1, status: "drawn" });
  expect((await call(id, items[1].id, { outcome: "not_reached" })).body.code).toBe(
    "inspection.item_done",
  );
  expect((await call(id, items[2].id, { outcome: "reached" })).body.fields).toMatchObject([
    { path: "score" },
  ]);
});

test("a dissatisfied customer opens a case of the inspection and a loop; words stay out of the audit", async () => {
  const { id, items } = await drawnOne();
  const answer = await call(id, items[0].id, {
    outcome: "reached",
    score: 1,
    recordTrue: false,
    words: "从没来过",
  });
  const [{ caseId }] = answer.body.items[0].calls;
  expect(caseId).toEqual(expect.any(String));
  const [opened] = await askTenant<Record<string, unknown>>(
    bench.world,
    bench.tenant,
    `select c.channel, c.source_kind, c.description, l.scale, l.score_before from service_case c
     join feedback_loop l on l.case_id = c.id where c.id = '${caseId}'`,
  );
  expect(opened).toMatchObject({
    channel: "inspection",
    source_kind: "call_back",
    description: "从没来过",
    scale: "csat",
    score_before: 1,
  });
  const rows = await auditOf(bench.world, bench.tenant, "inspection.called", id);
  expect(JSON.stringify(rows)).not.toContain("从没来过");
});

test("nobody inspects their own work: another inspector gets the item", async () => {
  const { id, items } = await drawnOne();
  await askTenant(
    bench.world,
    bench.tenant,
    `update inspection_item set involved_user_ids = array['${bench.users.analyst}']::uuid[], inspector_user_id = null where id = '${items[0].id}'`,
  );
  expect((await call(id, items[0].id, { outcome: "reached", score: 5 })).body.code).toBe(
    "call_back.not_independent",
  );
  expect((await call(id, items[0].id, { outcome: "reached", score: 5 }, "compliance")).status).toBe(
    201,
  );
});

test("whoever gets the calls somebody else drew hears of it once, with how many; who had a hand in it gets none", async () => {
  await askTenant(
    bench.world,
    bench.tenant,
    `update service_case set handler_user_id = '${bench.users.analyst}' where id = any ('{${caseIds.join()}}'::uuid[]) returning 1`,
  );
  const { id, items } = await drawnOne();
  expect(new Set(items.map((one: { inspector: { id: string } }) => one.inspector.id))).toEqual(
    new Set([bench.users.compliance]),
  );
  const { body } = await bench.as.compliance(notifications.list, {});
  expect(
    body.items.filter(({ kind }: { kind: string }) => kind === "inspection_given"),
  ).toMatchObject([{ subjectKind: "inspection", subjectId: id, reason: { params: { calls: 3 } } }]);
});
