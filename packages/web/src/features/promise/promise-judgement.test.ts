import type { PromiseBoard } from "@mainstay/contract/promise";
import { wilsonInterval } from "@mainstay/domain/survey/wilson";
import { expect, test } from "vitest";
import { leastReliable } from "./promise-judgement.ts";

const department = (name: string, onTime: number, due: number) =>
  ({
    department: { id: name, name },
    figures: { due, onTime, interval: wilsonInterval(onTime, due) },
  }) as PromiseBoard["departments"][number];

test("the department named is the one most surely late, not the one with one unlucky promise", () => {
  const board = [
    department("财务部", 0, 1),
    department("交付部", 8, 20),
    department("质量部", 3, 5),
  ];
  expect(leastReliable(board)?.department.name).toBe("交付部");
});

test("nobody is named where every day was kept or too little is known", () => {
  expect(leastReliable([department("质量部", 9, 9), department("财务部", 1, 4)])).toBeNull();
});
