import { expect, test } from "vitest";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-code.ts";

test("ten different codes in four groups, without letters that are mistaken for each other", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
});

test("how a code is typed does not matter, whose it is does", () => {
  const [code = ""] = newRecoveryCodes();
  const typed = code.toUpperCase().replaceAll("-", " ");
  expect(hashRecoveryCode("u", typed)).toEqual(hashRecoveryCode("u", code));
  expect(hashRecoveryCode("v", code)).not.toEqual(hashRecoveryCode("u", code));
});
