import { expect, test } from "vitest";
import { readAuditAnchors, writeAuditAnchor } from "./audit-anchor.ts";

const anchor = {
  tenantId: "0b8f7a52-54a5-4f0c-9a0e-0d8a3f3f2c11",
  sequence: 1_204_331,
  hash: "ab".repeat(32),
};

test("an anchor written as a line is read back as it was", () => {
  const other = { ...anchor, sequence: 0 };
  const text = `# kept by the notary\r\n${writeAuditAnchor(anchor)}\r\n\n  ${writeAuditAnchor(other)}\n`;
  expect(readAuditAnchors(text)).toEqual([anchor, other]);
});

test("a line that is no anchor spoils the file instead of being passed over", () => {
  const line = writeAuditAnchor(anchor);
  const bad = ["x", `${line} more`, line.slice(0, -1), line.replace(/ \d+ /, " -1 "), "audit 1"];
  for (const text of bad) expect(readAuditAnchors(`${line}\n${text}`)).toBeNull();
});

test("an empty file holds no anchor", () => {
  expect(readAuditAnchors("\n# nothing\n")).toEqual([]);
});
