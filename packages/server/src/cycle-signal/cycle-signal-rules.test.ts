import { defaultSignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { replayRules } from "../signal-rule/replay-rules.ts";
import { type CycleSignalBench, cycleSignalBench, day, today } from "./cycle-signal-test-bench.ts";

let bench: CycleSignalBench;
beforeEach(async () => {
  bench = await cycleSignalBench();
});

test("rules decide: a kind switched off is cleared, thresholds move when and how loudly", async () => {
  await bench.sql(`update account set contract_end_on = '${day(100)}'`);
  await bench.duty({ due_on: day(-10) });
  await bench.round();
  expect(await bench.open()).toMatchObject([
    { kind: "cadence_missed" },
    { kind: "contract_ending", severity: "watch" },
  ]);
  await bench.publish({
    off: ["cadence_missed"],
    contract: { watchDays: 180, actDays: 120, urgentDays: 60, criticalDays: 30 },
    severity: { upFromAtRiskMinor: 5_000_000, downBelowRevenueMinor: 0 },
  });
  await bench.round();
  expect(await bench.open()).toMatchObject([{ kind: "contract_ending", severity: "critical" }]);
});

test("several kinds stand at once and only the gravest carries the money; twice on a day changes nothing", async () => {
  await bench.sql(`update account set contract_end_on = '${day(20)}'`);
  await bench.duty({ due_on: day(-10) });
  await bench.round();
  const first = await bench.signals();
  expect(first.map(({ kind, money }) => [kind, money])).toEqual([
    ["cadence_missed", 0],
    ["contract_ending", 5_000_000],
  ]);
  const everything = () => bench.sql("select * from signal order by id");
  const before = await everything();
  await bench.round();
  expect(await everything()).toEqual(before);
  const nobody = { ...bench.tenant, scope: systemScope(bench.tenant.tenantId) };
  expect(await askTenant(bench.world, nobody, "select user_id, kind from notification")).toEqual([
    { user_id: bench.managerId, kind: "signal_raised" },
  ]);
});

test("a snoozed signal comes back on its day; the backup owns what has no manager; who left owns nothing", async () => {
  bench.accountId = await bench.account({ manager_user_id: null, contract_end_on: day(20) });
  await bench.round();
  expect(await bench.open()).toMatchObject([{ owner: bench.tenant.adminUserId }]);
  await bench.sql(`update signal set status = 'snoozed', snoozed_until = '${day(2)}'`);
  await bench.round(day(1));
  expect(await bench.open()).toMatchObject([{ status: "snoozed" }]);
  await bench.round(day(2));
  expect(await bench.open()).toMatchObject([{ status: "open" }]);
});

test("the preview of the past year counts what the rounds of that year would have raised", async () => {
  const other = await bench.account({ name: "第二家", contract_end_on: day(-40) });
  await bench.sql(
    `update account set contract_end_on = '${day(60)}' where id = '${bench.accountId}'`,
  );
  for (const [from, due, done] of [
    [-110, -60, -40],
    [-59, -35, -36],
    [-34, -15, null],
  ] as const)
    await bench.duty({
      period_from: day(from),
      period_to: day(due),
      due_on: day(due),
      ...(done === null ? { status: "missed" } : { status: "fulfilled", fulfilled_on: day(done) }),
    });
  await makeMember(bench.world, bench.tenant, other, {
    name: "郑",
    stance: "ally",
    assessedOn: day(-300),
  });
  const [{ person_id }] = (await bench.sql("select person_id from stance_assessment")) as [
    { person_id: string },
  ];
  for (const [stance, on] of [
    ["opponent", -50],
    ["ally", -40],
    ["neutral", -20],
  ] as const)
    await makeRow(bench.world, bench.tenant, "stance_assessment", {
      account_id: other,
      person_id,
      stance,
      assessed_on: day(on),
    });
  const preview = await withTenant(bench.world.database, bench.tenant.scope, (tx) =>
    replayRules(tx, {
      tenantId: bench.tenant.tenantId,
      today,
      rules: defaultSignalRules,
      stepDays: 1,
    }),
  );
  // Every stretch and every pause of this past lasts longer than the days between two of these rounds.
  for (let offset = -230; offset <= 0; offset += offset < -70 ? 10 : 5)
    await bench.round(day(offset), [bench.accountId, other]);
  const raised = await bench.signals();
  for (const kind of ["cadence_missed", "contract_ending", "stance_fell", "handover_overdue"]) {
    const really = raised.filter((one) => one.kind === kind);
    expect([kind, preview.find((one) => one.kind === kind)]).toMatchObject([
      kind,
      {
        raised: really.filter(({ first }) => first > day(-364)).length,
        standingToday: really.filter(({ status }) => status !== "resolved").length,
      },
    ]);
  }
  expect(preview.find(({ kind }) => kind === "cadence_missed")?.raised).toBe(2);
  expect(preview.find(({ kind }) => kind === "stance_fell")?.raised).toBe(2);
});
