import { expect, test } from "vitest";
import { zonedInstant } from "./zoned-instant.ts";

const at = (zone: string, on: string, minute: number) =>
  zonedInstant(zone, on, minute).toISOString().slice(0, 16);

test("a minute of a day in Shanghai is eight hours earlier in UTC, on the day before in the morning", () => {
  expect(at("Asia/Shanghai", "2026-11-23", 9 * 60 + 30)).toBe("2026-11-23T01:30");
  expect(at("Asia/Shanghai", "2026-11-23", 7 * 60)).toBe("2026-11-22T23:00");
});

test("summer time moves the instant, not the wall clock", () => {
  expect(at("Europe/Berlin", "2026-03-28", 9 * 60)).toBe("2026-03-28T08:00");
  expect(at("Europe/Berlin", "2026-03-30", 9 * 60)).toBe("2026-03-30T07:00");
});

test("an hour left out becomes the one after it, an hour that comes twice is the first", () => {
  expect(at("Europe/Berlin", "2026-03-29", 2 * 60 + 30)).toBe("2026-03-29T01:30");
  expect(at("Europe/Berlin", "2026-10-25", 2 * 60 + 30)).toBe("2026-10-25T00:30");
});
