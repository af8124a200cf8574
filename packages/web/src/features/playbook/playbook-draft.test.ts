import { expect, test } from "vitest";
import { emptyStep, movedStep, readStepsFile } from "./playbook-draft.ts";

const first = emptyStep([]);
const second = emptyStep([first]);

test("a new step gets a name that no other has", () => {
  expect([first.key, second.key]).toEqual(["step_1", "step_2"]);
  expect(emptyStep([{ ...first, key: "step_2" }]).key).toBe("step_3");
});

test("moving a step swaps it with its neighbour and leaves the others", () => {
  expect(movedStep([first, second], 1, -1).map(({ key }) => key)).toEqual(["step_2", "step_1"]);
  expect(movedStep([first, second], 0, 1).map(({ key }) => key)).toEqual(["step_2", "step_1"]);
});

test("a saved file is read again; anything else is none", () => {
  expect(readStepsFile(JSON.stringify([first]))).toEqual([first]);
  for (const bad of ["", "{", "[]x", '[{"key":1}]', '{"steps":[]}'])
    expect(readStepsFile(bad)).toBeNull();
});
