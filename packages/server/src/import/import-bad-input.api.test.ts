import { deflateRawSync } from "node:zlib";
import { imports } from "@mainstay/contract/import";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { importBench } from "./import-test-bench.ts";

const good = "单号,客户编号,日期,金额\n1,K1,2024-01-05,10\n";

const zipOf = (name: string, content: Buffer): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
};

describe("a file that is no table is refused with the place and the reason, and nothing is kept", () => {
  it.each([
    ["an empty file", "", 422, "import.file_empty"],
    ["zero bytes inside", "a,b\n\u0000,1\n", 422, "import.file_binary"],
    ["a PDF", "%PDF-1.7\n", 422, "import.file_pdf"],
    [
      "an old Excel file",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      422,
      "import.file_old_excel",
    ],
    [
      "a line of a million columns",
      `a,b\n${"1,".repeat(1_000_000)}\n`,
      422,
      "import.file_too_many_columns",
    ],
    ["a quote that never closes", `${good}"2,K1\n`, 422, "import.file_quotes"],
    [
      "a workbook that unpacks to far too much",
      zipOf("xl/worksheets/sheet1.xml", Buffer.alloc(90_000_000, "a")),
      413,
      "import.file_archive_bomb",
    ],
    [
      "a file over the limit",
      Buffer.alloc(61 * 1024 * 1024, "a,b\n"),
      413,
      "import.file_too_large",
    ],
  ])("%s", async (_, content, status, code) => {
    const bench = await importBench();
    expect(await bench.upload("order", content)).toMatchObject({ status, body: { code } });
    expect(await bench.rows("select id from import_batch")).toEqual([]);
  });

  it("an unknown kind, no file, and a body that is no form", async () => {
    const bench = await importBench();
    expect((await bench.upload("colour" as never, good)).status).toBe(400);
    expect(
      (await bench.call(imports.upload, { query: { kind: "order" }, body: {} as never })).status,
    ).toBe(415);
  });
});

describe("encodings", () => {
  it("GBK is recognised; bytes nobody can name are shown with a switch that mends them", async () => {
    const bench = await importBench();
    const gbk = await bench.upload(
      "order",
      iconv.encode("单号,客户名称,日期,金额\n1,万华化学,2024-01-05,10\n", "gbk"),
    );
    expect(gbk.body).toMatchObject({
      reading: { encoding: "gb18030" },
      header: ["单号", "客户名称", "日期", "金额"],
      failure: null,
    });
    const latin = await bench.upload(
      "order",
      Buffer.concat([
        Buffer.from("order,customer,date,amount\n1,Caf"),
        Buffer.from([0xe9]),
        Buffer.from(",2024-01-05,10\n"),
      ]),
    );
    expect(latin.body).toMatchObject({
      failure: { code: "import.encoding_unknown" },
      reading: { encoding: "windows-1252" },
    });
    expect(latin.body.sample[0]?.[1]).toBe("Café");
    const again = await bench.call(imports.read, {
      params: { importId: gbk.body.id },
      body: { encoding: "windows-1252" },
    });
    expect(again.body.header[1]).not.toBe("客户名称");
    const back = await bench.call(imports.read, {
      params: { importId: gbk.body.id },
      body: { encoding: "gb18030" },
    });
    expect(back.body).toMatchObject({
      header: ["单号", "客户名称", "日期", "金额"],
      missingFields: [],
    });
  });

  it("a broken character deep in the file stops the dry run and names the line", async () => {
    const bench = await importBench();
    const rows = Array.from({ length: 90_000 }, (_, i) => `${i},万华,2024-01-05,10\n`).join("");
    const { body } = await bench.upload(
      "order",
      Buffer.concat([
        Buffer.from(`单号,客户,日期,金额\n${rows}`),
        Buffer.from([0xff, 0xfe, 0xff]),
        Buffer.from(",x,2024-01-05,1\n"),
      ]),
    );
    await bench.call(imports.check, { params: { importId: body.id } });
    expect(await bench.work(body.id)).toMatchObject({
      status: "uploaded",
      failure: { code: "import.file_encoding_broken", params: { line: 90_002 } },
    });
  });
});

describe("bad rows are refused one by one, the others are taken", () => {
  it("dates of 1900 and 2999, absurd and unreadable amounts, formulas, and a long name", async () => {
    const bench = await importBench();
    const batch = await bench.take(
      "order",
      `单号,客户编号,日期,金额
1,K1,2024-01-05,10
2,K1,1900-01-05,10
3,K1,2999-01-05,10
4,K1,2024-02-30,10
5,K1,2024-01-05,9999999999999999
6,K1,2024-01-05,abc
7,=cmd|' /C calc'!A0,2024-01-05,1
8,${"长".repeat(250)},2024-01-05,1
9,K1,2024-01-05,
1,K2,2024-01-05,3
`,
    );
    expect(batch).toMatchObject({
      status: "committed",
      rowsDone: 10,
      rowsRejected: 9,
      recordsCreated: 1,
    });
    const { body } = await bench.call(imports.rejections, {
      params: { importId: batch.id },
      query: { limit: 5 },
    });
    expect(body.items.map((row: { code: string }) => row.code)).toEqual([
      "too_early",
      "too_late",
      "impossible_day",
      "absurd_amount",
      "not_a_number",
    ]);
    const next = await bench.call(imports.rejections, {
      params: { importId: batch.id },
      query: { limit: 5, cursor: body.nextCursor },
    });
    expect(next.body.items.map((row: { code: string }) => row.code)).toEqual([
      "formula",
      "text_too_long",
      "empty_required",
      "order_disagrees",
    ]);
    const file = await bench.call(imports.rejectionsFile, {
      params: { importId: batch.id },
      headers: { "accept-language": "en" },
    });
    expect(String(file.body)).toContain("'=cmd|' /C calc'!A0");
    expect(String(file.body)).toMatch(/\r\n3,[^\r]*1900-01-05/);
  });

  it("the dry run counts exactly what the takeover refuses", async () => {
    const bench = await importBench();
    const { body } = await bench.upload(
      "order",
      "单号,客户编号,日期,金额,币种\n1,K1,2024-01-05,10,CNY\n2,K1,2024-01-05,10,USD\n1,K2,2024-01-05,10,CNY\n4,,2024-01-05,1,CNY\n",
    );
    await bench.call(imports.check, { params: { importId: body.id } });
    const checked = await bench.work(body.id);
    expect(checked).toMatchObject({
      status: "checked",
      rowsTotal: 4,
      rowsRejected: 2,
      rowsSkipped: 1,
    });
    expect(await bench.rows("select id from account")).toEqual([]);
    await bench.call(imports.commit, { params: { importId: body.id } });
    expect(await bench.work(body.id)).toMatchObject({ rowsRejected: 2, rowsSkipped: 1 });
  });

  it("steps out of order and half a mapping are refused", async () => {
    const bench = await importBench();
    const { body } = await bench.upload("order", "x,y\n1,2\n");
    const params = { importId: body.id };
    expect(await bench.call(imports.commit, { params })).toMatchObject({
      status: 422,
      body: { code: "import.mapping_incomplete" },
    });
    expect(
      (await bench.call(imports.map, { params, body: { columns: { colour: 1 } } })).status,
    ).toBe(400);
    expect(
      (await bench.call(imports.map, { params, body: { columns: { account: 99 } } })).status,
    ).toBe(400);
    expect(await bench.call(imports.undo, { params })).toMatchObject({ status: 409 });
    expect((await bench.call(imports.discard, { params })).status).toBe(204);
    expect((await bench.call(imports.get, { params })).status).toBe(404);
  });
});
