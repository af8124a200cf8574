import { stances, stanceValue } from "@mainstay/domain/stance/stance";
import { expect, test } from "vitest";
import { stanceShapes } from "./stance-shape.ts";

test("every stance, and not knowing it, has a shape that nothing else has, without its colour", () => {
  const looks = Object.values(stanceShapes).map(({ path, fill, isDashed }) =>
    [path, fill > 0.5, isDashed ?? false].join(),
  );
  expect(new Set(looks).size).toBe(stances.length + 1);
});

test("green is for us, red is the opponent, and no colour lies about the side", () => {
  for (const stance of stances) {
    const { colour } = stanceShapes[stance];
    expect([stance, colour === "--green"]).toEqual([stance, stanceValue[stance] > 0]);
    if (stanceValue[stance] <= -2) expect(colour).toBe("--red");
  }
});
