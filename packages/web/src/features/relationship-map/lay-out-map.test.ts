import { expect, test } from "vitest";
import { boundsOf, cardSize, layOutMap } from "./lay-out-map.ts";
import { buildTree } from "./map-tree.ts";

/** A house of so many people below a boss, six to a head, and some whose superior nobody knows. */
const houseOf = (count: number, loners = 0) =>
  buildTree([
    { personId: "boss", superiorPersonId: null },
    ...Array.from({ length: count }, (_, i) => ({
      personId: `p${i}`,
      superiorPersonId: i < 6 ? "boss" : `p${i % 6}`,
    })),
    ...Array.from({ length: loners }, (_, i) => ({ personId: `l${i}`, superiorPersonId: null })),
  ]);

test("the same people are always laid out the same", () => {
  const [one, two] = [layOutMap(houseOf(60, 5)), layOutMap(houseOf(60, 5))];
  expect([...one.places]).toEqual([...two.places]);
});

test("everybody gets a place and no card lies on another, up to 150 people", () => {
  for (const [count, loners] of [
    [0, 0],
    [4, 0],
    [0, 9],
    [130, 19],
  ] as const) {
    const tree = houseOf(count, loners);
    const places = [...layOutMap(tree).places.values()];
    expect(places).toHaveLength(tree.order.length);
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1))
        expect(
          Math.abs(a.x - b.x) >= cardSize.width - 0.01 ||
            Math.abs(a.y - b.y) >= cardSize.height - 0.01,
        ).toBe(true);
  }
});

test("superiors stand above their reports", () => {
  const tree = houseOf(60);
  const { places } = layOutMap(tree);
  for (const id of tree.order) {
    const superior = tree.superiorOf(id);
    if (superior === null) continue;
    expect(places.get(superior)?.y).toBeLessThan(places.get(id)?.y ?? Number.NaN);
  }
});

test("a large house comes near the shape of a screen instead of one long line", () => {
  const { width, height } = boundsOf(layOutMap(houseOf(150)).places);
  expect(width / height).toBeGreaterThan(0.8);
  expect(width / height).toBeLessThan(3.2);
});

test("nobody at all is an empty map", () => {
  expect(layOutMap(buildTree([])).places.size).toBe(0);
});
