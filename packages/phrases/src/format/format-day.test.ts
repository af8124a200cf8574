import { expect, test } from "vitest";
import { formatNearDay, formatShortDay } from "./format-day.ts";

test("near days are relative, far days absolute, with the year when it is another one", () => {
  expect(formatNearDay("2026-11-21", "zh-CN", "2026-11-22")).toBe("昨天");
  expect(formatNearDay("2026-10-12", "zh-CN", "2026-11-22")).toBe("41 天前");
  expect(formatNearDay("2026-11-29", "en", "2026-11-22")).toBe("in 7 days");
  expect(formatNearDay("2026-02-03", "en", "2026-11-22")).toBe("3 Feb");
  expect(formatShortDay("2025-02-03", "zh-CN", "2026-11-22")).toBe("2025年2月3日");
});

test("what is no calendar day is shown as it came", () => {
  expect(formatShortDay("soon", "en")).toBe("soon");
});
