import { expect, test } from "vitest";
import { safeReturn } from "./safe-return.ts";

test("after signing in the reader comes back to the screen and filters they left", () => {
  expect(safeReturn("/accounts?level=act")).toBe("/accounts?level=act");
});

test("a link that names another site leads to Today instead", () => {
  for (const bad of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"])
    expect(safeReturn(bad)).toBe("/");
});

test("without a place to return to, or from sign-in itself, the reader lands on Today", () => {
  expect(safeReturn(undefined)).toBe("/");
  expect(safeReturn("/sign-in?to=/")).toBe("/");
});

test("compliance begins with privacy, unless a screen to return to was named", () => {
  expect(safeReturn(undefined, "compliance")).toBe("/privacy");
  expect(safeReturn("/", "compliance")).toBe("/privacy");
  expect(safeReturn("/settings/audit", "compliance")).toBe("/settings/audit");
  expect(safeReturn("/", "manager")).toBe("/");
});
