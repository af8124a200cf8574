import { caseClockSettings } from "@mainstay/contract/case-clock-setting";
import { shippedClockSetting } from "@mainstay/domain/case/case-clock-setting";
import { beforeEach, expect, test } from "vitest";
import { caseBench, type CaseBench } from "./case-test-bench.ts";

let bench: CaseBench;
beforeEach(async () => {
  bench = await caseBench();
});

const hourly = {
  ...shippedClockSetting,
  levels: {
    ...shippedClockSetting.levels,
    major: {
      mode: "hours" as const,
      reply: { count: 4, unit: "hours" as const },
      feedback: null,
      solve: { count: 2, unit: "workdays" as const },
    },
  },
};
const change = (body: object, version = "*", who = bench.director) =>
  who(caseClockSettings.change, {
    headers: { "if-match": version },
    body: body as typeof hourly,
  });

test("a new setting holds for cases opened from then on; those that run keep theirs", async () => {
  const before = await bench.open({ level: "major" });
  const changed = await change(hourly, '"0"');
  expect(changed.body).toMatchObject({ version: 1, changedBy: { id: bench.directorId } });
  const after = await bench.open({ level: "major" });
  // Ten in the morning: four opening hours end at two, two opening days on Wednesday at ten.
  expect(after.clocks.map(({ dueAt }) => dueAt)).toEqual([
    "2026-11-23T06:00:00.000Z",
    "2026-11-25T02:00:00.000Z",
  ]);
  expect((await bench.get(before.id)).clocks).toHaveLength(3);
  const audits = await bench.ask(
    `select 1 from audit where act = 'case_setting.changed' and tenant_id = '${bench.tenant.tenantId}'`,
  );
  expect(audits).toHaveLength(1);
});

test("a contradiction, an old version and a role that may not are refused", async () => {
  const shut = await change({ ...hourly, closesAtMinute: 540 });
  expect(shut).toMatchObject({
    status: 422,
    body: { code: "case.clock_setting_unfit", params: { field: "closesAtMinute" } },
  });
  await change(hourly);
  expect((await change(hourly, '"0"')).body.code).toBe("request.version_conflict");
  expect((await change(hourly, "*", bench.manager)).status).toBe(403);
  const seen = (await bench.manager(caseClockSettings.get)).body;
  expect(seen).toMatchObject({ version: 1, can: { edit: false }, shipped: shippedClockSetting });
});
