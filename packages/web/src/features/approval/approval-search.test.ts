import { expect, test } from "vitest";
import { readApprovalSearch } from "./approval-search.ts";

test("the address keeps what is known of the approvals and drops the rest", () => {
  expect(readApprovalSearch({ view: "asked", kind: "gift", page: "3" })).toEqual({
    view: "asked",
    kind: "gift",
  });
  expect(readApprovalSearch({ view: "mine", kind: "bribe" })).toEqual({});
});
