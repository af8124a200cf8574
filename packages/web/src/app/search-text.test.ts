import { expect, test } from "vitest";
import { readSearch, writeSearch } from "./search-text.ts";

test("the address is plain words that people can read, and reads back as it was written", () => {
  const search = { q: "万华", level: ["act", "lost"], none: undefined, empty: "" };
  const text = writeSearch(search);
  expect(text).toBe(`?q=${encodeURIComponent("万华")}&level=act,lost`);
  expect(readSearch(text)).toEqual({ q: "万华", level: "act,lost" });
});
