import { expect, test } from "vitest";
import { proposeStage, type StageFacts } from "./propose-stage.ts";

const today = "2026-11-22";
const facts = (more: Partial<StageFacts> = {}): StageFacts => ({
  stage: "onboarding",
  since: "2026-08-01",
  contractStartOn: "2026-08-01",
  firstOrderOn: "2026-08-20",
  segment: "core",
  revenue12mMinor: 100,
  revenuePrior12mMinor: 100,
  coverage: 0.7,
  threads: 4,
  health: "green",
  ...more,
});
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

test("after three months an account is due to move from onboarding to stable, and told why", () => {
  const proposed = proposeStage(facts(), today);
  expect(proposed.stage).toBe("stable");
  expect(proposed.because[0]).toEqual({
    code: "stage.age_reached",
    params: { months: 3, least: 3 },
  });
});

test("before that it says from which day on, and proposes nothing", () => {
  const proposed = proposeStage(
    facts({ contractStartOn: "2026-09-30", since: "2026-09-30" }),
    today,
  );
  expect(proposed.stage).toBeNull();
  expect(proposed.missing).toEqual([
    { code: "stage.age_short", params: { months: 1, least: 3, reachedOn: "2026-12-30" } },
    { code: "stage.stay_short", params: { months: 1, least: 3, reachedOn: "2026-12-30" } },
  ]);
});

test("without a contract the first order counts; without either nothing is pretended", () => {
  const first = facts({ contractStartOn: null, firstOrderOn: "2026-01-01" });
  expect(proposeStage(first, today).stage).toBe("stable");
  const unknown = facts({ contractStartOn: null, firstOrderOn: null });
  expect(codes(proposeStage(unknown, today).missing)).toEqual(["stage.age_unknown"]);
});

test("deep needs the relationship too: every missing criterion is named", () => {
  const stable = facts({ stage: "stable", since: "2026-02-01", contractStartOn: "2025-06-01" });
  expect(proposeStage(stable, today).stage).toBe("deep");
  const thin = {
    ...stable,
    coverage: 0.2,
    threads: 1,
    revenue12mMinor: 80,
    health: "red" as const,
  };
  expect(codes(proposeStage(thin, today).missing)).toEqual([
    "stage.growth_low",
    "stage.coverage_low",
    "stage.threads_low",
    "stage.health_low",
  ]);
  expect(codes(proposeStage({ ...stable, coverage: null }, today).missing)).toEqual([
    "stage.coverage_unknown",
  ]);
});

test("symbiosis asks for three years, growth and green health", () => {
  const deep = facts({ stage: "deep", since: "2024-11-01", contractStartOn: "2022-01-01" });
  expect(proposeStage(deep, today).stage).toBe("symbiosis");
  expect(codes(proposeStage({ ...deep, health: "amber" }, today).missing)).toEqual([
    "stage.health_low",
  ]);
  expect(proposeStage({ ...deep, stage: "symbiosis" }, today)).toEqual({
    stage: null,
    because: [],
    missing: [],
  });
});

test("deep ties step back when revenue falls by three tenths or health turns red", () => {
  const deep = facts({ stage: "deep", since: "2026-01-01" });
  const fallen = proposeStage({ ...deep, revenue12mMinor: 70 }, today);
  expect([fallen.stage, codes(fallen.because)]).toEqual(["stable", ["stage.revenue_fell"]]);
  expect(proposeStage({ ...deep, stage: "symbiosis", health: "red" }, today).stage).toBe("deep");
  expect(proposeStage({ ...deep, stage: "stable", revenue12mMinor: 10 }, today).stage).toBeNull();
});

test("an account in no stage begins with onboarding when it is core or its contract has just begun", () => {
  const none = { stage: null, since: null };
  expect(codes(proposeStage(facts(none), today).because)).toEqual(["stage.became_core"]);
  const begun = facts({ ...none, segment: "maintain", contractStartOn: "2026-10-01" });
  expect(codes(proposeStage(begun, today).because)).toEqual(["stage.contract_began"]);
  for (const contractStartOn of ["2026-01-01", "2026-12-01", null])
    expect(proposeStage({ ...begun, contractStartOn }, today).stage).toBeNull();
});
