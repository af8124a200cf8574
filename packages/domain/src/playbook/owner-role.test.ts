import { expect, test } from "vitest";
import { resolveOwner } from "./owner-role.ts";

const holders = { manager: "li", backup: "wang", sponsor: "chen" };
const all = new Set(["li", "wang", "chen"]);

test("a step goes to whoever holds its role", () => {
  expect(resolveOwner("sponsor", { holders, activeUserIds: all })).toBe("chen");
  expect(resolveOwner("manager", { holders, activeUserIds: all })).toBe("li");
});

test("an empty role falls to the backup, then to the manager", () => {
  expect(resolveOwner("service", { holders, activeUserIds: all })).toBe("wang");
  expect(resolveOwner("service", { holders: { manager: "li" }, activeUserIds: all })).toBe("li");
});

test("who no longer works here is passed over, and with nobody left the step is unowned", () => {
  expect(resolveOwner("manager", { holders, activeUserIds: new Set(["wang"]) })).toBe("wang");
  expect(resolveOwner("sponsor", { holders, activeUserIds: new Set(["li"]) })).toBe("li");
  expect(resolveOwner("sponsor", { holders, activeUserIds: new Set() })).toBeNull();
});
