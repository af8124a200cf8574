import { expect, test } from "vitest";
import { instantOfWallClock } from "./wall-clock.ts";

test.each([
  ["2026-03-02 14:05", "Asia/Shanghai", "2026-03-02T06:05:00.000Z"],
  ["2026-07-01 09:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
  ["2026-01-01 00:30", "America/New_York", "2026-01-01T05:30:00.000Z"],
])("%s in %s is %s", (wall, zone, instant) => {
  expect(instantOfWallClock(wall, zone)).toBe(instant);
});
