import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { defaultEvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { describe, expect, it } from "vitest";
import { numberSettings } from "./number-settings.ts";

describe("the numbers of the policy form", () => {
  it.each(numberSettings.map((setting) => [setting.name, setting] as const))(
    "%s is written where it is read, and nothing else changes",
    (_, { read, write }) => {
      const changed = 0.123;
      const before = defaultEvaluationSettings;
      const after: EvaluationSettings = { ...before, ...write(before, changed) };
      expect(read(after)).toBe(changed);
      expect({ ...after, ...write(after, read(before)) }).toEqual(before);
    },
  );
});
