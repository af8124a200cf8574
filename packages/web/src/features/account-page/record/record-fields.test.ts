import { describe, expect, it } from "vitest";
import { isSameValue, recordFields, tidyValue } from "./record-fields.ts";

describe("the fields of an account's record", () => {
  it("name every fact once", () => {
    const names = recordFields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const keys = recordFields.map(({ draftKey }) => draftKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("an emptied text is written as unknown, not as an empty word", () => {
    expect([" ", "", "  食品 ", 0, null].map(tidyValue)).toEqual([null, null, "食品", 0, null]);
  });

  it("tells a real change from a mere visit", () => {
    expect(isSameValue(["economic"], ["economic"])).toBe(true);
    expect(isSameValue("a", null)).toBe(false);
  });
});
