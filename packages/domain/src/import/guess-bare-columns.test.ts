import { describe, expect, it } from "vitest";
import { dayNumberOf } from "../calendar/day-number.ts";
import { guessBareColumns } from "./guess-bare-columns.ts";

const guess = (...lines: string[]) =>
  guessBareColumns(
    lines.map((line) => line.split(" ")),
    dayNumberOf(2026, 1, 1),
  );

describe("a log without a header", () => {
  it("shows its columns by what they hold", () => {
    expect(guess("00004 0001 19970101 2 29.33", "00004 0001 19970118 2 29.73")).toEqual({
      account: "1",
      date: "3",
      amount: "5",
    });
    expect(guess("2024-01-05 a 7", "2024-02-05 b 8")).toEqual({
      account: "2",
      date: "1",
      amount: "3",
    });
  });
  it("is not guessed at when two columns are days, none is, or rows differ in width", () => {
    expect(guess("a 2024-01-05 2024-01-06 7", "a 2024-01-05 2024-01-06 7")).toBeNull();
    expect(guess("a 45296 7", "b 45297 8")).toBeNull();
    expect(guess("a 2024-01-05 7", "a 2024-01-05")).toBeNull();
    expect(guess("a 2024-01-05 x", "a 2024-01-05 y")).toBeNull();
  });
});
