import { expect, test } from "vitest";
import { departmentAndBelow, departmentsInTreeOrder } from "./department-tree.ts";

const company = [
  { id: "hebei", parentId: "north" },
  { id: "east", parentId: null },
  { id: "north", parentId: null },
  { id: "langfang", parentId: "hebei" },
  { id: "beijing", parentId: "north" },
];

test("each department is followed by those below it", () => {
  const order = departmentsInTreeOrder(company);
  expect(order.map(({ department, depth }) => `${depth} ${department.id}`)).toEqual([
    "0 east",
    "0 north",
    "1 hebei",
    "2 langfang",
    "1 beijing",
  ]);
});

test("a department whose parent is not there is not lost", () => {
  expect(departmentsInTreeOrder([{ id: "a", parentId: "gone" }])).toEqual([
    { department: { id: "a", parentId: "gone" }, depth: 0 },
  ]);
});

test("a department with all below it, however deep, and nothing beside it", () => {
  expect([...departmentAndBelow(company, "north")].sort()).toEqual([
    "beijing",
    "hebei",
    "langfang",
    "north",
  ]);
  expect([...departmentAndBelow(company, "east")]).toEqual(["east"]);
});
