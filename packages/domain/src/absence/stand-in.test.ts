import { expect, test } from "vitest";
import { awayOn, standInOf } from "./stand-in.ts";

const anybody = () => true;
const away = (pairs: Record<string, string>) => new Map(Object.entries(pairs));

test("who is there decides for themselves, who is away leaves it to the person they named", () => {
  expect(standInOf("li", away({}), anybody)).toBe("li");
  expect(standInOf("li", away({ li: "wang" }), anybody)).toBe("wang");
});

test("where the stand-in is away too, the next one who is there decides", () => {
  expect(standInOf("li", away({ li: "wang", wang: "zhao" }), anybody)).toBe("zhao");
});

test("delegations in a circle end with nobody, however long the circle", () => {
  expect(standInOf("li", away({ li: "wang", wang: "li" }), anybody)).toBeNull();
  expect(standInOf("li", away({ li: "wang", wang: "zhao", zhao: "wang" }), anybody)).toBeNull();
});

test("a stand-in who may not decide any more stands in for nobody", () => {
  expect(standInOf("li", away({ li: "gone" }), (id) => id !== "gone")).toBeNull();
});

test("an absence counts from its first to its last day; of two the later begun counts", () => {
  const absences = [
    { userId: "li", delegateUserId: "wang", fromOn: "2026-10-01", toOn: "2026-10-07" },
    { userId: "li", delegateUserId: "zhao", fromOn: "2026-10-05", toOn: "2026-10-06" },
  ];
  expect(awayOn(absences, "2026-09-30").size).toBe(0);
  expect(awayOn(absences, "2026-10-01").get("li")).toBe("wang");
  expect(awayOn(absences, "2026-10-05").get("li")).toBe("zhao");
  expect(awayOn(absences, "2026-10-07").get("li")).toBe("wang");
  expect(awayOn(absences, "2026-10-08").size).toBe(0);
});
