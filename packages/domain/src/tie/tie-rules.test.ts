import fc from "fast-check";
import { expect, test } from "vitest";
import { tieKinds } from "./tie-kind.ts";
import { isDirected, isPersonalTie, keptEnds } from "./tie-rules.ts";

test("only influence and matrix lines have a direction, and only the matrix line is business", () => {
  expect(tieKinds.filter(isDirected)).toEqual(["influence", "matrix_line"]);
  expect(tieKinds.filter((kind) => !isPersonalTie(kind))).toEqual(["matrix_line"]);
});

test("a line without direction is kept the same whichever end is named first; a directed one as it was drawn", () => {
  fc.assert(
    fc.property(fc.constantFrom(...tieKinds), fc.uuid(), fc.uuid(), (kind, one, other) => {
      const kept = keptEnds(kind, one, other);
      expect([...kept].sort()).toEqual([one, other].sort());
      if (isDirected(kind)) expect(kept).toEqual([one, other]);
      else expect(kept).toEqual(keptEnds(kind, other, one));
    }),
  );
});
