import type { StageReason } from "@mainstay/domain/lifecycle/stage-reason";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { isStageReason, renderStageReason } from "./render-stage-reason.ts";

const on = "2026-11-01";
const reasons: StageReason[] = [
  { code: "stage.age_reached", params: { months: 1, least: 0 } },
  { code: "stage.age_reached", params: { months: 14, least: 12 } },
  { code: "stage.age_short", params: { months: 1, least: 3, reachedOn: on } },
  { code: "stage.age_unknown", params: {} },
  { code: "stage.stay_short", params: { months: 0, least: 3, reachedOn: on } },
  { code: "stage.growth_enough", params: { growth: 0.12, least: 0 } },
  { code: "stage.growth_low", params: { growth: -0.2, least: -0.1 } },
  { code: "stage.coverage_enough", params: { coverage: 0.66, least: 0.6 } },
  { code: "stage.coverage_low", params: { coverage: 0.1, least: 0.4 } },
  { code: "stage.coverage_unknown", params: { least: 0.4 } },
  { code: "stage.threads_enough", params: { threads: 1, least: 1 } },
  { code: "stage.threads_enough", params: { threads: 5, least: 3 } },
  { code: "stage.threads_low", params: { threads: 0, least: 2 } },
  { code: "stage.health_enough", params: { band: "green" } },
  { code: "stage.health_low", params: { band: "red" } },
  { code: "stage.became_core", params: {} },
  { code: "stage.contract_began", params: { on } },
  { code: "stage.revenue_fell", params: { fall: 0.42, most: 0.3 } },
  { code: "stage.health_red", params: {} },
];

test.each(reasons.map((reason) => [reason.code, reason] as const))(
  "%s is one finished sentence in both languages",
  (_, reason) => {
    expect(isStageReason(reason)).toBe(true);
    for (const locale of locales) {
      const sentence = renderStageReason(reason, locale);
      expect(sentence).toMatch(/[。.]$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === "zh-CN");
    }
  },
);

test("a reason of something else is none of stages", () => {
  expect(isStageReason({ code: "signal.rhythm_broken" })).toBe(false);
});
