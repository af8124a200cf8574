import fc from "fast-check";
import { expect, test } from "vitest";
import { heldSuperior, type PastSuperior, superiorsOn } from "./superiors-on.ts";

const ids = fc.constantFrom(..."abcdef");
const days = fc.integer({ min: 10, max: 28 }).map((day) => `2026-05-${day}`);

/** A history of changes applied one after the other, noting each time what was replaced, as the database does. */
const history = fc.array(fc.tuple(days, ids, fc.option(ids)), { maxLength: 30 }).map((changes) => {
  const ordered = changes.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const now = new Map<string, string | null>();
  const past: PastSuperior[] = [];
  for (const [changedOn, positionId, superior] of ordered) {
    past.push({ positionId, superiorPositionId: now.get(positionId) ?? null, changedOn });
    now.set(positionId, superior);
  }
  const jobs = [..."abcdef"].map((positionId) => ({
    positionId,
    superiorPositionId: now.get(positionId) ?? null,
  }));
  return { ordered, past, jobs };
});

test("as of the last day the lines are those of now, and as of any day those that stood in its evening", () => {
  fc.assert(
    fc.property(history, days, ({ ordered, past, jobs }, day) => {
      const now = new Map(jobs.map((job) => [job.positionId, job.superiorPositionId]));
      expect(superiorsOn(jobs, past, "2026-05-31")).toEqual(now);
      const then = new Map([..."abcdef"].map((id): [string, string | null] => [id, null]));
      for (const [on, id, superior] of ordered) if (on <= day) then.set(id, superior);
      expect(superiorsOn(jobs, past, day)).toEqual(then);
    }),
  );
});

test("who reported to somebody who has left now stands below the next above who is still there", () => {
  const above = new Map([
    ["clerk", "head"],
    ["head", "director"],
    ["director", null],
  ]);
  expect(heldSuperior(above, (id) => id !== "head", "clerk")).toBe("director");
  expect(heldSuperior(above, (id) => id === "clerk", "clerk")).toBeNull();
  expect(heldSuperior(above, () => true, "clerk")).toBe("head");
});

test("a circle in old data ends the climb", () => {
  const circle = new Map([
    ["a", "b"],
    ["b", "c"],
    ["c", "b"],
  ]);
  expect(heldSuperior(circle, () => false, "a")).toBeNull();
});
