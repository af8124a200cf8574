import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./page-cursor.ts";

const position = { key: "万华化学", id: "0198c5e0-0000-7000-8000-00000000abcd" };

test("a cursor comes back as it was written, and no cursor means the first page", () => {
  expect(readCursor(writeCursor("name", position), "name")).toEqual(position);
  expect(readCursor(undefined, "name")).toBeNull();
});

test("text that is no cursor, or the cursor of another order, is refused by name", () => {
  const sealed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const odd = ["x", "eyJ9", sealed({}), sealed(["name", "a"]), sealed(["name", "a", "1"])];
  for (const text of [...odd, writeCursor("revenue", position)]) {
    expect(() => readCursor(text, "name")).toThrow("request.cursor_invalid");
  }
});
