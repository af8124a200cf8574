import { expect, test } from "vitest";
import { laterEn } from "../later-en.ts";
import { glossaryEn } from "../glossary/en.ts";
import { glossaryZh } from "../glossary/zh.ts";
import { createVoice } from "../render.ts";
import { laterZh } from "../later-zh.ts";

const owed = { from: "2026-10-01", to: "2026-12-31", line: "A" };

test("a term of the glossary begins small in the middle of an English sentence", () => {
  const { executive_meeting: kind } = glossaryEn.obligationKind;
  const words = createVoice("en", laterEn).t("todayRow.why.obligation", {
    ...owed,
    kind,
    every: glossaryEn.cadence.quarter,
  });
  expect(words).toContain("owes one executive meeting every quarter (A)");
});

test("in Chinese a term stands as it is", () => {
  const { visit: kind } = glossaryZh.obligationKind;
  const words = createVoice("zh-CN", laterZh).t("todayRow.why.obligation", {
    ...owed,
    kind,
    every: glossaryZh.cadence.month,
  });
  expect(words).toContain("每月应有一次拜访（A）");
});
