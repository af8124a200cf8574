import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { imports } from "@mainstay/contract/import";
import { describe, expect, it } from "vitest";
import { importBench } from "./import-test-bench.ts";

const folder = fileURLToPath(new URL("../../../../../shared/data/northwind/", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) process.stderr.write(`skipped: ${folder} is not there\n`);
const file = (name: string) => readFileSync(`${folder}${name}.csv`, "utf8");

/** Lines of the file with more commas than its header; none of its cells is quoted across lines. */
const tooWide = (text: string): number[] => {
  const rows = text.split(/\r?\n/);
  const width = (rows[0] ?? "").split(",").length;
  return rows.flatMap((row, i) => (row.split(",").length > width ? [i + 1] : []));
};

describe.skipIf(!isThere)("Northwind, whose addresses have commas nobody quoted", () => {
  it("rows with a cell too many are refused by line, all others are taken", async () => {
    const bench = await importBench();
    const text = file("orders").replace("orderID", "shipmentID");
    const numbers = new Set(
      text
        .split(/\r?\n/)
        .slice(1)
        .flatMap((row) => row.split(",")[1] ?? []),
    );
    await bench.take(
      "account",
      `客户编号,名称\n${[...numbers].map((one) => `${one},${one}`).join("\n")}\n`,
    );
    const wrong = tooWide(text);
    expect(wrong).toContain(4);
    const batch = await bench.take("delivery", text);
    expect(batch).toMatchObject({ rowsRejected: wrong.length, recordsCreated: 830 - wrong.length });
    const refused = await bench.rows<{ line: number; code: string }>(
      "select line, code from import_rejection order by line",
    );
    expect(refused).toEqual(wrong.map((line) => ({ line, code: "row_malformed" })));
  });

  it("order lines that name no customer cannot be mapped, and the answer says which columns lack", async () => {
    const bench = await importBench();
    const { status, body } = await bench.upload("order", file("order-details"));
    expect([status, body.mapping]).toEqual([
      201,
      expect.not.objectContaining({ account: expect.anything() }),
    ]);
    const refused = await bench.call(imports.check, { params: { importId: body.id } });
    expect(refused).toMatchObject({ status: 422 });
  });
});
