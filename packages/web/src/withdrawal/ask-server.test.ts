import { withdrawals } from "@mainstay/contract/consent";
import { expect, test } from "vitest";
import { lookPath, withdrawPath } from "./ask-server.ts";

test("the small page asks at the addresses of the contract", () => {
  expect(withdrawals.look).toMatchObject({ method: "POST", path: lookPath });
  expect(withdrawals.withdraw).toMatchObject({ method: "POST", path: withdrawPath });
});
