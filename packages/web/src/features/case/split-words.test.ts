import { expect, test } from "vitest";
import { splitWords } from "./split-words.ts";

test("the first line names the case, the rest tells of it", () => {
  expect(splitWords(" 阀门漏油 \n第 3 号泵\n今早发现")).toEqual({
    title: "阀门漏油",
    description: "第 3 号泵\n今早发现",
  });
  expect(splitWords("  ")).toEqual({ title: "", description: "" });
});

test("a first line too long for a title is cut and stands whole in the description", () => {
  const { title, description } = splitWords("长".repeat(300));
  expect(title).toHaveLength(200);
  expect(description).toBe("长".repeat(300));
});
