import { laterEn } from "@mainstay/phrases/later-en";
import { laterZh } from "@mainstay/phrases/later-zh";
import { expect, test } from "vitest";
import { furtherPlaces, meansPlace } from "./further-places.ts";

const rescues = { name: "挽回", to: "/rescues", spelt: "wanhui wh" };

test("a screen is found by part of its name, its spelling, its initials and its English address", () => {
  for (const typed of ["挽", "wanh", "WH", "rescue", " 挽回 "])
    expect(meansPlace(typed, rescues), typed).toBe(true);
  for (const typed of ["w", "健康", "hui", "accounts"])
    expect(meansPlace(typed, rescues), typed).toBe(false);
});

test("before anything is typed every screen is offered", () => {
  expect(meansPlace("  ", rescues)).toBe(true);
});

test("every screen has a name in both languages", () => {
  for (const { place } of furtherPlaces) {
    expect(laterZh.furtherPlace[place]).toMatch(/\p{Script=Han}/u);
    expect(laterEn.furtherPlace[place]).toMatch(/^[A-Z][a-z ]+$/);
  }
});
