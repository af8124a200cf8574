import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumberFromIso } from "./day-number.ts";
import { instantAtMinute, wallClockAt } from "./wall-clock.ts";

const at = (zone: string, on: string, minute: number) =>
  new Date(instantAtMinute(zone, dayNumberFromIso(on)!, minute)).toISOString();

test("an hour that is left out becomes the one after it, one that comes twice is the first, half hours too", () => {
  expect(at("Asia/Shanghai", "2026-11-23", 9 * 60)).toBe("2026-11-23T01:00:00.000Z");
  expect(at("Europe/Berlin", "2026-03-29", 150)).toBe("2026-03-29T01:30:00.000Z");
  expect(at("Europe/Berlin", "2026-10-25", 150)).toBe("2026-10-25T00:30:00.000Z");
  expect(at("Australia/Lord_Howe", "2026-10-04", 135)).toBe("2026-10-03T15:45:00.000Z");
  expect(at("America/Santiago", "2026-09-06", 0)).toBe("2026-09-06T04:00:00.000Z");
});

const zones = ["UTC", "Asia/Kathmandu", "America/St_Johns", "Africa/Casablanca", "Africa/Cairo"];

test("what a wall clock shows leads back to an instant that shows the same", () => {
  const day = fc.integer({ min: 18_000, max: 21_000 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, fc.nat(1439), (zone, on, minute) => {
      const shown = wallClockAt(zone, instantAtMinute(zone, on, minute));
      const again = instantAtMinute(
        zone,
        Math.floor(shown / 86_400_000),
        (shown % 86_400_000) / 60_000,
      );
      expect(wallClockAt(zone, again)).toBe(shown);
    }),
  );
});
