import fc from "fast-check";
import { expect, test } from "vitest";
import { copyLine, parseCopyLine } from "./copy-text.ts";

test("any text survives the way into COPY's text format and back", () => {
  const field = fc.option(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\\N", "\\", "\t", "\r\n", "", "万华化学"),
    ),
  );
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
      const line = copyLine(fields);
      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(parseCopyLine(line.slice(0, -1))).toEqual(fields);
    }),
  );
});

test("numbers, truth values, instants, lists and objects take PostgreSQL's text form", () => {
  const at = new Date("2026-11-21T08:00:00Z");
  expect(copyLine([1.5, 2n, true, false, null, undefined, at])).toBe(
    "1.5\t2\tt\tf\t\\N\t\\N\t2026-11-21T08:00:00.000Z\n",
  );
  expect(copyLine([["a", 'q"\\', null], { a: [1] }])).toBe(
    '{"a","q\\\\"\\\\\\\\",NULL}\t{"a":[1]}\n',
  );
});
