import fc from "fast-check";
import { expect, test } from "vitest";
import { interactionKinds } from "../interaction/interaction-kind.ts";
import { contactCoverage, contactPoints } from "./contact-coverage.ts";

const today = 20_000;

test.each([
  ["message", 0, 0.2],
  ["call", 0, 0.35],
  ["event", 45, 0.175],
  ["meeting", 45, 0.3],
  ["visit", 90, 0.15],
  ["meal", 0, 0.6],
  ["executive_meeting", 0, 1],
  ["executive_meeting", 135, 0.125],
  ["call", -10, 0.35],
] as const)("one %s %i days ago covers %f", (kind, age, covers) => {
  expect(contactCoverage([{ kind, day: today - age }], today)).toBeCloseTo(covers, 12);
});

test("no contact covers nothing, and no number of contacts covers more than all", () => {
  expect(contactCoverage([], today)).toBe(0);
  expect(contactCoverage(Array(9).fill({ kind: "meeting", day: today }), today)).toBe(1);
});

const contacts = fc.array(
  fc.record({
    kind: fc.constantFrom(...interactionKinds),
    day: fc.integer({ min: 19_000, max: 20_000 }),
  }),
);

test("a further contact never lowers the coverage, a day that passes never raises it", () => {
  fc.assert(
    fc.property(contacts, fc.constantFrom(...interactionKinds), (past, kind) => {
      const now = contactCoverage(past, today);
      expect(contactCoverage([...past, { kind, day: today }], today)).toBeGreaterThanOrEqual(now);
      expect(contactCoverage(past, today + 1)).toBeLessThanOrEqual(now);
    }),
  );
});

test("an executive one-to-one weighs most, a message least", () => {
  const points = Object.values(contactPoints);
  expect(Math.max(...points)).toBe(contactPoints.executive_meeting);
  expect(Math.min(...points)).toBe(contactPoints.message);
});
