import { expect, test } from "vitest";
import { isVerdictWhole } from "./guided-verdict.tsx";

const verdict = { assessedOn: "2026-11-22", projectId: null, evidence: "" };

test("a judgement as suggested is whole without words; another needs its sentence", () => {
  expect(isVerdictWhole({ ...verdict, value: "ally" }, "ally")).toBe(true);
  expect(isVerdictWhole({ ...verdict, value: "neutral" }, "ally")).toBe(false);
  expect(isVerdictWhole({ ...verdict, value: "neutral", evidence: " 好 " }, "ally")).toBe(false);
  expect(isVerdictWhole({ ...verdict, value: "neutral", evidence: "会上没有表态" }, "ally")).toBe(
    true,
  );
});

test("where nothing is suggested one has to judge and say why", () => {
  expect(isVerdictWhole({ ...verdict, value: null, evidence: "会上没有表态" }, null)).toBe(false);
  expect(isVerdictWhole({ ...verdict, value: "neutral", evidence: "" }, null)).toBe(false);
});
