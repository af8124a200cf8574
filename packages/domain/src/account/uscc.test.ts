import fc from "fast-check";
import { expect, test } from "vitest";
import { isUscc, normaliseUscc, usccCheckCharacter } from "./uscc.ts";

test.each([
  "91331081307655191L",
  "91440300708461136T",
  "91110108551385082Q",
  "914403001922038216",
  "911100007109250324",
  "91350100M000100Y43",
])("%s is a valid unified social credit code", (code) => {
  expect(isUscc(code)).toBe(true);
});

test("a wrong check character is refused and the right one is told", () => {
  expect(isUscc("91310115MA1H8R7C6D")).toBe(false);
  expect(usccCheckCharacter("91310115MA1H8R7C6D")).toBe("7");
});

test("full-width, spaced and lower-case input is read as the same code", () => {
  expect(normaliseUscc(" ９1350100m000100y43 ")).toBe("91350100M000100Y43");
});

test("changing any one character of a valid code breaks it", () => {
  const code = "91350100M000100Y43";
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 17 }),
      fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"),
      (place, letter) => {
        fc.pre(code[place] !== letter);
        expect(isUscc(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false);
      },
    ),
  );
});
