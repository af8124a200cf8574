import { expect, test } from "vitest";
import { isUuid, mintTenantId } from "./tenant-id.ts";

test("a tenant id is made from a UUID, in lower case", () => {
  expect(mintTenantId("0198C5E0-0000-7000-8000-00000000ABCD")).toBe(
    "0198c5e0-0000-7000-8000-00000000abcd",
  );
});

test("text that is not a UUID never becomes a tenant id", () => {
  for (const text of ["", "1", "0198c5e0-0000-7000-8000-00000000abcd'; drop table x", "\n"]) {
    expect(isUuid(text)).toBe(false);
    expect(() => mintTenantId(text)).toThrow("UUID");
  }
});
