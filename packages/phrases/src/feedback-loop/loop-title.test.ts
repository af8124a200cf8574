import { expect, test } from "vitest";
import { loopTitle } from "./loop-title.ts";

const ground = { asked: "您有多大可能把我们推荐给同行？", scale: "nps", score: 5 } as const;

test("a case from a dissatisfied answer is named by score and what the customer wrote, on one line", () => {
  const said = ["", " 交货拖了两周，\n没人说明 "];
  expect(loopTitle("zh-CN", { ...ground, said })).toBe(
    "NPS 5 分：交货拖了两周， 没人说明（您有多大可能把我们推荐给同行？）",
  );
  expect(loopTitle("en", { ...ground, scale: "csat", said })).toBe(
    "Satisfaction 5: 交货拖了两周， 没人说明 (您有多大可能把我们推荐给同行？)",
  );
});

test("who wrote nothing is named by the question, and long words are cut between letters", () => {
  expect(loopTitle("zh-CN", { ...ground, said: [] })).toBe(
    "NPS 5 分：您有多大可能把我们推荐给同行？",
  );
  const long = loopTitle("zh-CN", { ...ground, said: ["🙂".repeat(100)] });
  expect(long).toBe(`NPS 5 分：${"🙂".repeat(79)}…（${ground.asked}）`);
});
