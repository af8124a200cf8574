import fc from "fast-check";
import { expect, test } from "vitest";
import { wouldMakeCycle } from "./reporting-line.ts";

const line = (above: Record<string, string>) => (id: string) => above[id] ?? null;

test("nobody stands above themselves, directly or by way of others", () => {
  const superiorOf = line({ buyer: "head", head: "director" });
  expect(wouldMakeCycle(superiorOf, "head", "head")).toBe(true);
  expect(wouldMakeCycle(superiorOf, "director", "buyer")).toBe(true);
  expect(wouldMakeCycle(superiorOf, "buyer", "director")).toBe(false);
  expect(wouldMakeCycle(superiorOf, "newcomer", "buyer")).toBe(false);
});

test("a circle already in the data is not climbed for ever", () => {
  expect(wouldMakeCycle(line({ a: "b", b: "a" }), "c", "a")).toBe(false);
});

test("lines set one after the other under this rule never close a circle", () => {
  const ids = fc.constantFrom(..."abcdefgh");
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, ids), { maxLength: 60 }), (wishes) => {
      const above: Record<string, string> = {};
      for (const [below, superior] of wishes)
        if (!wouldMakeCycle(line(above), below, superior)) above[below] = superior;
      for (const start of Object.keys(above)) {
        const seen = new Set<string>();
        for (let at: string | undefined = start; at; at = above[at]) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
    }),
  );
});
