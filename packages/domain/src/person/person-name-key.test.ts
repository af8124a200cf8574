import { expect, test } from "vitest";
import { personNameKey } from "./person-name-key.ts";

test("spellings that differ in width, case, blanks and dots are one name", () => {
  const keys = ["Anna Smith", "ＡＮＮＡ　ｓｍｉｔｈ", "anna-smith", " Anna  SMITH "].map(
    personNameKey,
  );
  expect(new Set(keys)).toEqual(new Set(["annasmith"]));
  expect(personNameKey("阿依古丽·买买提")).toBe(personNameKey("阿依古丽 买买提"));
});

test("another character is another person", () => {
  expect(personNameKey("张伟")).not.toBe(personNameKey("张玮"));
});
