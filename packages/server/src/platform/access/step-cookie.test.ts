import { expect, test } from "vitest";
import { passingKeyRing } from "../secrets/open-key-ring.ts";
import { readStep, stepLivesMs, writeStep } from "./step-cookie.ts";

const ring = passingKeyRing();
const now = new Date("2026-11-22T08:00:00Z");
const text = writeStep(ring, "code", { userId: "u" }, now);

test("a step comes back as it was kept", () => {
  expect(readStep(ring, "code", text, now)).toEqual({ userId: "u" });
  expect(text).not.toContain("userId");
});

test("a step too old, of another kind, changed, of another installation or missing is none", () => {
  const late = new Date(now.getTime() + stepLivesMs.code);
  expect(readStep(ring, "code", text, late)).toBeNull();
  expect(readStep(ring, "passkey", text, now)).toBeNull();
  expect(readStep(ring, "code", `${text.slice(0, -2)}AA`, now)).toBeNull();
  expect(readStep(passingKeyRing(), "code", text, now)).toBeNull();
  expect(readStep(ring, "code", undefined, now)).toBeNull();
  expect(readStep(ring, "code", "nonsense", now)).toBeNull();
});
