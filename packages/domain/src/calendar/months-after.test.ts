import { expect, test } from "vitest";
import { monthsAfter } from "./months-after.ts";

test("the same day of a later month, or its last", () => {
  expect(monthsAfter("2026-11-22", 24)).toBe("2028-11-22");
  expect(monthsAfter("2026-11-30", 3)).toBe("2027-02-28");
  expect(monthsAfter("2024-02-29", 12)).toBe("2025-02-28");
  expect(monthsAfter("2026-12-31", 36)).toBe("2029-12-31");
  expect(monthsAfter("2027-03-31", -1)).toBe("2027-02-28");
});
