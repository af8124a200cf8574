import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { facts } from "@mainstay/contract/fact";
import { imports } from "@mainstay/contract/import";
import { recordBatches } from "@mainstay/contract/record-batch";
import { beforeAll, expect, test } from "vitest";
import {
  benchOf,
  type ImportBench,
  importTestApp,
  jobContextOf,
} from "../import/import-test-bench.ts";
import { storedPath } from "../import/stored-path.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { forgetOldUploads } from "./end-expired-facts.ts";
import { inDays, makeAssessment, consentTo, makeManagedPerson } from "./fact-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let director: ImportBench;
let compliance: TestCaller;
const header = "姓名,人员编号,信息,内容,依据,来源,用途,最后一天\n";

beforeAll(async () => {
  world = await testWorld();
  app = await importTestApp();
});

/** A workspace of the test's own: the line counts what was brought in lately. */
const fresh = async () => {
  tenant = await makeTenant(world);
  director = benchOf(
    app,
    tenant,
    await sessionOf(app, tenant, await makeUser(world, tenant, "director")),
  );
  compliance = await sessionOf(app, tenant, await makeUser(world, tenant, "compliance"));
  await makeAssessment(world, tenant, ["itinerary"]);
};

/** People with an itinerary consent each, and the rows that say where they travel. */
const travellers = async (count: number) => {
  const rows: string[] = [];
  for (let i = 0; i < count; i++) {
    const number = `T${i}`;
    const personId = await makeManagedPerson(world, tenant, null, {
      name: `旅客${i}`,
      external_id: number,
    });
    await consentTo(world, tenant, personId, ["itinerary"]);
    rows.push(`旅客${i},${number},行程,喀纳斯 2026-12,本人同意,,,${inDays(10)}`);
  }
  return rows;
};

const everything = async () =>
  (
    await askTenant<{ all: string }>(
      world,
      tenant,
      `select (select coalesce(string_agg(b::text, ' '), '') from import_batch b)
        || (select coalesce(string_agg(r::text, ' '), '') from import_rejection r)
        || (select coalesce(string_agg(f::text, ' '), '') from fact f)
        || (select coalesce(string_agg(a::text, ' '), '') from audit a)
        || (select coalesce(string_agg(k::text, ' '), '') from idempotency_key k) as all`,
    )
  )[0]?.all ?? "";

test("a file of facts is taken over by the rules of entry; refused rows name line and reason, not what they said", async () => {
  await fresh();
  const wang = await makeManagedPerson(world, tenant, null, { name: "王建国" });
  for (let i = 0; i < 2; i++) await makeManagedPerson(world, tenant, null, { name: "李伟" });
  const consentId = await consentTo(world, tenant, wang, ["birthday"]);
  const file = `${header}王建国,,生日,农历六月十五,本人同意,,,
王建国,,毕业院校,清华大学,公开,公司官网,维护客户关系,
王建国,,籍贯,烟台,本人同意,,,
王建国,,行程,喀纳斯 2026-12,本人同意,,,${inDays(10)}
李伟,,籍贯,烟台,公开,官网,维护客户关系,
没有人,,籍贯,烟台,公开,官网,维护客户关系,
王建国,,是否有子女,也许,公开,官网,维护客户关系,
王建国,,星座,双鱼,公开,官网,维护客户关系,
王建国,,毕业院校,,公开,官网,维护客户关系,
`;
  const done = await director.take("fact", file);
  expect(done).toMatchObject({
    status: "committed",
    rowsRejected: 7,
    recordsCreated: 2,
    sample: [],
    bulkWarning: null,
  });
  const held = await askTenant<{ kind: string; value: object; consent_id: string | null }>(
    world,
    tenant,
    "select kind, value, consent_id from fact order by kind",
  );
  expect(held).toMatchObject([
    { kind: "birthday", value: { calendar: "lunar", month: 6, day: 15 }, consent_id: consentId },
    { kind: "school", value: { words: "清华大学" }, consent_id: null },
  ]);
  const { body } = await director.call(imports.rejections, { params: { importId: done.id } });
  expect(
    body.items.map(({ line, code, params }: never) => [
      line,
      code,
      (params as { why?: string }).why,
    ]),
  ).toEqual([
    [4, "fact_refused", "consent_missing"],
    [5, "fact_refused", "consent_missing"],
    [6, "person_ambiguous", undefined],
    [7, "person_unknown", undefined],
    [8, "fact_unreadable", undefined],
    [9, "value_unknown", undefined],
    [10, "empty_required", undefined],
  ]);
  expect(body.items.every(({ cells }: { cells: string[] }) => cells.length === 0)).toBe(true);
  const csv = await director.call(imports.rejectionsFile, { params: { importId: done.id } });
  expect(csv.body).toContain("还没有本人的同意。请先记录同意，再录入这一项。");
  expect(await everything()).not.toContain("喀纳斯");
  const undone = await director.undo(done.id);
  expect(undone.status).toBe("undone");
  expect(await askTenant(world, tenant, "select 1 from fact")).toEqual([]);
});

test("fifty itineraries stop at the criminal line until compliance says yes, and then go on sealed", async () => {
  await fresh();
  const rows = await travellers(50);
  const { body: uploaded } = await director.upload("fact", header + rows.join("\n"));
  const params = { importId: uploaded.id };
  const path = storedPath(app.config.dataDir, `${tenant.tenantId}/${uploaded.id}`);
  expect(readFileSync(path).includes(Buffer.from("喀纳斯"))).toBe(false);
  await director.call(imports.check, { params });
  const checked = await director.work(uploaded.id);
  expect(checked).toMatchObject({
    status: "checked",
    recordsCreated: 50,
    bulkWarning: { percent: 100, rows: 50, acknowledgedBy: null },
    can: { commit: false },
  });
  const refused = await director.call(imports.commit, { params });
  expect(refused.body).toMatchObject({
    code: "fact.bulk_not_acknowledged",
    params: { percent: 100 },
  });
  const warnings = await compliance(facts.bulkWarnings);
  expect(warnings.body.items).toMatchObject([
    { importId: uploaded.id, percent: 100, counts: { itinerary: 50 } },
  ]);
  const reason = { reason: "会议接待名单，逐人单独同意" };
  const own = await director.call(facts.acknowledgeBulk, { params, body: reason });
  expect(own.status).toBe(403);
  expect((await compliance(facts.acknowledgeBulk, { params, body: reason })).status).toBe(204);
  const again = await compliance(facts.acknowledgeBulk, { params, body: reason });
  expect(again.body.code).toBe("import.not_allowed_now");
  const [audit] = await auditOf(world, tenant, "import.bulk_acknowledged", uploaded.id);
  expect(audit?.detail).toMatchObject({ ...reason, counts: { itinerary: 50 }, percent: 100 });
  await director.call(imports.commit, { params });
  const done = await director.work(uploaded.id);
  expect(done).toMatchObject({ status: "committed", recordsCreated: 50, rowsRejected: 0 });
  expect(existsSync(path)).toBe(false);
  expect(await everything()).not.toContain("喀纳斯");
});

test("changing the mapping takes the yes back; a file split in two still reaches the line", async () => {
  await fresh();
  const rows = await travellers(50);
  const first = await director.take("fact", header + rows.slice(0, 30).join("\n"));
  expect(first).toMatchObject({ status: "committed", bulkWarning: null });
  const { body: uploaded } = await director.upload("fact", header + rows.slice(30).join("\n"));
  const params = { importId: uploaded.id };
  await director.call(imports.check, { params });
  const checked = await director.work(uploaded.id);
  expect(checked.bulkWarning).toMatchObject({ percent: 100, rows: 50 });
  await compliance(facts.acknowledgeBulk, { params, body: { reason: "名单已核对" } });
  await director.call(imports.map, { params, body: { columns: uploaded.mapping } });
  await director.call(imports.check, { params });
  expect((await director.work(uploaded.id)).bulkWarning).toMatchObject({ acknowledgedBy: null });
});

test("a JSON batch obeys the same rules and is refused whole at the line", async () => {
  await fresh();
  await travellers(50);
  const record = (i: number) => ({
    person: `旅客${i}`,
    personNumber: `T${i}`,
    factKind: "itinerary",
    value: "喀纳斯 2026-12",
    basis: "consent",
    occasionOn: inDays(10),
  });
  const send = (records: object[], key: string) =>
    director.call(recordBatches.fact, {
      body: { records: records as never },
      headers: { "idempotency-key": key },
    });
  const all = Array.from({ length: 50 }, (_, i) => record(i));
  expect((await send(all, "all")).body.code).toBe("fact.bulk_not_acknowledged");
  expect(await askTenant(world, tenant, "select 1 from fact")).toEqual([]);
  const some = await send([record(0), { ...record(0), value: "x".repeat(600) }], "some");
  expect(some.body.results).toMatchObject([
    { outcome: "taken", code: null },
    { outcome: "rejected", code: "text_too_long", params: { field: "value" } },
  ]);
  expect(await everything()).not.toContain("喀纳斯");
});

test("who may not enter facts may not bring them in, though they run other imports", async () => {
  await fresh();
  for (const role of ["analyst", "admin"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const bench = benchOf(app, tenant, caller);
    const { body } = await bench.upload("fact", `${header}王建国,,籍贯,烟台,公开,官网,x,`);
    expect(body.code).toBe("access.not_permitted");
    const batch = await caller(recordBatches.fact, {
      body: { records: [{ person: "x", factKind: "hometown", value: "x", basis: "consent" }] },
      headers: { "idempotency-key": role },
    });
    expect(batch.body.code).toBe("access.not_permitted");
  }
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "compliance"));
  const { body } = await director.upload("fact", `${header}王建国,,籍贯,烟台,公开,官网,x,`);
  const params = { importId: body.id };
  const answer = await stranger(facts.acknowledgeBulk, { params, body: { reason: "名单已核对" } });
  expect(answer.body.code).toBe("import.not_found");
  expect((await stranger(facts.bulkWarnings)).body.items).toEqual([]);
});

test("an upload about people that nobody took over is forgotten after a week, its file too", async () => {
  await fresh();
  const { body } = await director.upload("fact", `${header}王建国,,籍贯,烟台,公开,官网,x,`);
  const path = storedPath(app.config.dataDir, `${tenant.tenantId}/${body.id}`);
  const context = jobContextOf(app, tenant.tenantId);
  await forgetOldUploads(context);
  expect(existsSync(path)).toBe(true);
  await askTenant(world, tenant, `update import_batch set updated_at = now() - interval '8 days'`);
  await forgetOldUploads(context);
  expect(existsSync(path)).toBe(false);
  expect(existsSync(join(path, ".."))).toBe(true);
  expect(await auditOf(world, tenant, "import.discarded", body.id)).toHaveLength(1);
});
