import { expect, test } from "vitest";
import { codeAt, matchingStep, newTotpSecret, totpUri } from "./one-time-code.ts";

// RFC 6238 appendix B, the ASCII secret 12345678901234567890, last six of the eight digits.
const rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

test("codes are those of RFC 6238", () => {
  const vectors: [number, string][] = [
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ];
  for (const [seconds, code] of vectors) {
    expect(codeAt(rfcSecret, at(seconds))).toBe(code);
    expect(matchingStep(rfcSecret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  }
});

test("a code holds one half minute early and late, and no longer", () => {
  const code = codeAt(rfcSecret, at(3000));
  expect([2940, 2970, 3000, 3030, 3060].map((s) => matchingStep(rfcSecret, code, at(s)))).toEqual([
    null,
    100,
    100,
    100,
    null,
  ]);
});

test("anything but six digits is no code", () => {
  for (const code of ["", "28708", "2870822", "abcdef", "２８７０８２"]) {
    expect(matchingStep(rfcSecret, code, at(59))).toBeNull();
  }
});

test("every secret is new and goes into the square with the names of workspace and person", () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const uri = new URL(totpUri(secret, "砥柱 · 万华", "li@wanhua.cn"));
  expect(uri.searchParams.get("secret")).toBe(secret);
  expect(uri.searchParams.get("issuer")).toBe("砥柱 · 万华");
});
