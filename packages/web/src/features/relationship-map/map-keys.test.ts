import { expect, test, vi } from "vitest";
import { type MapKeyActs, pressMapKey } from "./map-keys.ts";
import { buildTree } from "./map-tree.ts";

const tree = buildTree([
  { personId: "boss", superiorPersonId: null },
  { personId: "a", superiorPersonId: "boss" },
]);
const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const makeActs = () => {
  const names = [
    "focus",
    "nudge",
    "open",
    "move",
    "tie",
    "name",
    "add",
    "find",
    "fit",
    "zoom",
    "list",
    "help",
  ];
  return Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as {
    [Name in keyof MapKeyActs]: ReturnType<typeof vi.fn>;
  } & MapKeyActs;
};

test("arrows walk, with shift they move the card", () => {
  const acts = makeActs();
  pressMapKey({ ...none, key: "ArrowDown" }, tree, "boss", acts);
  expect(acts.focus).toHaveBeenCalledWith("a");
  pressMapKey({ ...none, key: "ArrowLeft", shiftKey: true }, tree, "a", acts);
  expect(acts.nudge).toHaveBeenCalledWith("a", -24, 0);
});

test("acts on a person need one in focus; adding does not", () => {
  const acts = makeActs();
  for (const [key, name] of [
    ["Enter", "open"],
    ["m", "move"],
    ["e", "tie"],
    ["r", "name"],
  ] as const) {
    expect(pressMapKey({ ...none, key }, tree, null, acts)).toBe(false);
    expect(pressMapKey({ ...none, key }, tree, "a", acts)).toBe(true);
    expect(acts[name]).toHaveBeenCalledExactlyOnceWith("a");
  }
  pressMapKey({ ...none, key: "n" }, tree, null, acts);
  expect(acts.add).toHaveBeenCalledWith(null);
});

test("the browser's own shortcuts stay the browser's", () => {
  const acts = makeActs();
  expect(pressMapKey({ ...none, ctrlKey: true, key: "f" }, tree, "a", acts)).toBe(false);
  expect(pressMapKey({ ...none, key: "Tab" }, tree, "a", acts)).toBe(false);
  expect(acts.fit).not.toHaveBeenCalled();
});
