import { expect, test } from "vitest";
import { indexText } from "./index-text.tsx";

test.each([
  [3.49, "+3"],
  [0, "0"],
  [-0.4, "0"],
  [-12.6, "−13"],
  [100, "+100"],
])("%f is written %s", (value, text) => {
  expect(indexText(value)).toBe(text);
});
