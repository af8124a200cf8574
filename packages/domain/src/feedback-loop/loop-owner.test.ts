import { expect, test } from "vitest";
import { loopOwnerOf } from "./loop-owner.ts";

const facts = {
  departmentHeadId: "head",
  managerUserId: "manager",
  backupUserId: null,
  sponsorUserId: "sponsor",
  complainedUserIds: [],
};

test("the head of the responsible department speaks with the customer, else the manager", () => {
  expect(loopOwnerOf(facts)).toBe("head");
  expect(loopOwnerOf({ ...facts, departmentHeadId: null })).toBe("manager");
});

test("whoever the complaint is about never owns the loop; the next above does, or nobody", () => {
  expect(loopOwnerOf({ ...facts, complainedUserIds: ["head", "manager"] })).toBe("sponsor");
  expect(loopOwnerOf({ ...facts, complainedUserIds: ["head", "manager", "sponsor"] })).toBeNull();
});
