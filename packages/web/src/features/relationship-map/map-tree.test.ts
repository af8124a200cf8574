import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTree, everybodyBelow, walkTree } from "./map-tree.ts";

const people = (above: Record<string, string | null>) =>
  Object.entries(above).map(([personId, superiorPersonId]) => ({ personId, superiorPersonId }));

const house = buildTree(
  people({ boss: null, a: "boss", b: "boss", a1: "a", a2: "a", b1: "b", lone: null }),
);

test("superiors come before their reports, and depth counts from the top", () => {
  expect(house.order).toEqual(["boss", "a", "a1", "a2", "b", "b1", "lone"]);
  expect(house.roots).toEqual(["boss", "lone"]);
  expect(house.depthOf("a2")).toBe(2);
});

test("arrows lead to the superior, the first report and the neighbours of the same height", () => {
  expect(walkTree(house, "a", "up")).toBe("boss");
  expect(walkTree(house, "a", "down")).toBe("a1");
  expect(walkTree(house, "a2", "right")).toBe("b1");
  expect(walkTree(house, "a1", "left")).toBe("a1");
  expect(walkTree(house, "boss", "up")).toBe("boss");
  expect(walkTree(house, null, "down")).toBe("boss");
  expect(walkTree(house, "b", "last")).toBe("lone");
});

test("nobody is lost or doubled, even where old data holds a circle or a superior who is gone", () => {
  const ids = [..."abcdefgh"];
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.constantFrom(...ids, "gone")), { minLength: 8, maxLength: 8 }),
      (superiors) => {
        const tree = buildTree(
          ids.map((personId, i) => ({ personId, superiorPersonId: superiors[i] ?? null })),
        );
        expect([...tree.order].sort()).toEqual(ids);
        for (const id of ids) {
          const superior = tree.superiorOf(id);
          if (superior) expect(tree.reportsOf(superior)).toContain(id);
          expect(everybodyBelow(tree, id).has(id)).toBe(false);
        }
      },
    ),
  );
});

test("everybody below is everybody who would close a circle", () => {
  expect([...everybodyBelow(house, "boss")].sort()).toEqual(["a", "a1", "a2", "b", "b1"]);
  expect(everybodyBelow(house, "lone").size).toBe(0);
});
