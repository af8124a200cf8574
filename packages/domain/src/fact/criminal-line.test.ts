import { expect, test } from "vitest";
import { needsBulkAcknowledgement, shareOfCriminalLine } from "./criminal-line.ts";

test("fifty rows of whereabouts reach the line, forty-nine do not, whatever they are called", () => {
  expect(needsBulkAcknowledgement({ itinerary: 49 })).toBe(false);
  expect(needsBulkAcknowledgement({ itinerary: 50 })).toBe(true);
  expect(needsBulkAcknowledgement({ itinerary: 20, next_holiday: 20, last_holiday: 10 })).toBe(
    true,
  );
});

test("other kinds have their own lines and add up pro rata", () => {
  expect(needsBulkAcknowledgement({ diet_restriction: 499 })).toBe(false);
  expect(needsBulkAcknowledgement({ diet_restriction: 500 })).toBe(true);
  expect(needsBulkAcknowledgement({ birthday: 4_999 })).toBe(false);
  expect(needsBulkAcknowledgement({ itinerary: 25, diet_restriction: 250 })).toBe(true);
  expect(needsBulkAcknowledgement({ itinerary: 25, diet_restriction: 200, birthday: 500 })).toBe(
    true,
  );
  expect(shareOfCriminalLine({ itinerary: 25, birthday: 500 })).toBeCloseTo(0.6);
  expect(shareOfCriminalLine({})).toBe(0);
});
