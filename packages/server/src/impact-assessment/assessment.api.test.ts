import { impactAssessments } from "@mainstay/contract/impact-assessment";
import { assessmentTemplates } from "@mainstay/phrases/privacy/assessment-templates";
import { beforeEach, expect, test } from "vitest";
import { enterItinerary } from "../fact/fact-test-bench.ts";
import { type TestCaller, sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { type PrivacyBench, privacyBench } from "../privacy/privacy-test-bench.ts";

let bench: PrivacyBench;
beforeEach(async () => {
  bench = await privacyBench();
});

const template = assessmentTemplates["zh-CN"][0];
const add = (more: object = {}, who = bench.compliance) =>
  who(impactAssessments.add, {
    body: { ...template, covers: [...(template?.covers ?? [])], title: "行踪", ...more } as never,
  });
const act = (
  name: "edit" | "decide" | "end" | "remove",
  id: string,
  body: object | undefined,
  who: TestCaller,
) =>
  who(impactAssessments[name], {
    params: { assessmentId: id },
    body: body as never,
    headers: { "if-match": "*" },
  });
const approve = (id: string, who = bench.colleague) =>
  act("decide", id, { decision: "approve" }, who);

test("a draft is approved by a colleague, not by its author, and opens sensitive kinds", async () => {
  const { status, body } = await add();
  expect(status).toBe(201);
  expect(body).toMatchObject({ status: "draft", can: { edit: true, decide: false, remove: true } });
  expect((await approve(body.id, bench.compliance)).body.code).toBe("assessment.own");
  const approved = await approve(body.id);
  expect(approved.body).toMatchObject({ status: "approved", can: { edit: false, end: true } });
  expect(
    Number(approved.body.keepUntil.slice(0, 4)) - Number(approved.body.approvedOn.slice(0, 4)),
  ).toBe(3);
  expect(await auditOf(bench.world, bench.tenant, "assessment.approved", body.id)).toHaveLength(1);
  await enterItinerary(bench.world, bench.tenant, bench.manager, bench.personId, "大理");
  const { body: used } = await bench.compliance(impactAssessments.get, {
    params: { assessmentId: body.id },
  });
  expect(used.facts).toBe(1);
  expect((await act("remove", body.id, undefined, bench.compliance)).body.code).toBe(
    "assessment.in_use",
  );
});

test("where compliance is one person, they may approve their own", async () => {
  const tenant = await makeTenant(bench.world);
  const alone = await sessionOf(
    bench.app,
    tenant,
    await makeUser(bench.world, tenant, "compliance"),
  );
  const { body } = await add({}, alone);
  expect(body.can.decide).toBe(true);
  expect((await approve(body.id, alone)).body.status).toBe("approved");
});

test("an unfinished draft cannot be approved, but refused; a decided one cannot be edited", async () => {
  const { body } = await add({ necessity: "", measures: " " });
  const answer = await approve(body.id);
  expect(answer).toMatchObject({ status: 422, body: { code: "assessment.incomplete" } });
  expect(answer.body.detail).toContain("合法、正当、必要");
  const edited = await act("edit", body.id, { necessity: "必要" }, bench.compliance);
  expect(edited.body).toMatchObject({ necessity: "必要", version: 2 });
  const refused = await act(
    "decide",
    body.id,
    { decision: "refuse", note: "重写" },
    bench.colleague,
  );
  expect(refused.body).toMatchObject({ status: "refused", decisionNote: "重写" });
  expect((await act("edit", body.id, { title: "x" }, bench.compliance)).body.code).toBe(
    "assessment.not_allowed_now",
  );
});

test("report and record are kept three years: deleting before is refused, after is done", async () => {
  const { body } = await add();
  await approve(body.id);
  const ended = await act("end", body.id, undefined, bench.compliance);
  expect(ended.body).toMatchObject({ status: "ended", can: { remove: false } });
  const early = await act("remove", body.id, undefined, bench.compliance);
  expect(early.body.code).toBe("assessment.kept");
  expect(early.body.detail).toContain(ended.body.keepUntil);
  await askTenant(
    bench.world,
    bench.tenant,
    `update impact_assessment set keep_until = current_date - 2 where id = '${body.id}'`,
  );
  expect((await act("remove", body.id, undefined, bench.compliance)).status).toBe(204);
  expect(await auditOf(bench.world, bench.tenant, "assessment.removed", body.id)).toHaveLength(1);
  const draft = await add();
  expect((await act("remove", draft.body.id, undefined, bench.compliance)).status).toBe(204);
});

test("directors read, managers do not, another workspace finds none", async () => {
  const { body } = await add();
  const director = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "director"),
  );
  const listed = await director(impactAssessments.list);
  expect(listed.body).toMatchObject({ items: [{ id: body.id }], can: { add: false } });
  expect((await add({}, director)).status).toBe(403);
  expect((await bench.manager(impactAssessments.list)).status).toBe(403);
  const foreign = await privacyBench();
  for (const [name, input] of [
    ["edit", { title: "x" }],
    ["decide", { decision: "approve" }],
    ["end", undefined],
    ["remove", undefined],
  ] as const) {
    expect((await act(name, body.id, input, foreign.compliance)).body.code).toBe(
      "assessment.not_found",
    );
  }
});
