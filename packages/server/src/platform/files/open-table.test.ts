import { existsSync } from "node:fs";
import { deflateRawSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { delimitedRows } from "./delimited-rows.ts";
import { FileRefusal } from "./file-refusal.ts";
import { type OpenTableOptions, openTable, openTableStream } from "./open-table.ts";
import { defaultTableLimits } from "./row-batch.ts";

async function* pieces(bytes: Buffer, size = 1 << 20): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readAll = async (
  bytes: Buffer | string,
  options: OpenTableOptions = {},
  size?: number,
): Promise<{ rows: string[][]; lines: number[]; format: unknown }> => {
  const table = await openTableStream(pieces(Buffer.from(bytes as string), size), options);
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const batch of table.batches) {
    rows.push(...batch.rows);
    lines.push(...batch.lines);
  }
  return { rows, lines, format: table.format() };
};

const refusalOf = async (
  bytes: Buffer | string,
  options: OpenTableOptions = {},
): Promise<string> => {
  try {
    await readAll(bytes, options);
    return "read";
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return error.line === null ? error.code : `${error.code}@${error.line}`;
  }
};

const chinese = "客户,日期,金额\n万华化学,2024-01-05,12\n砥柱重工,2024-02-06,34\n";
const rowsOfChinese = [
  ["客户", "日期", "金额"],
  ["万华化学", "2024-01-05", "12"],
  ["砥柱重工", "2024-02-06", "34"],
];

describe("encodings", () => {
  it.each([
    ["UTF-8", Buffer.from(chinese), "utf-8"],
    ["UTF-8 with mark", Buffer.from(`\ufeff${chinese}`), "utf-8"],
    ["GBK", iconv.encode(chinese, "gbk"), "gb18030"],
    ["UTF-16 with mark", Buffer.from(`\ufeff${chinese}`, "utf16le"), "utf-16le"],
  ])("%s is recognised", async (_, bytes, encoding) => {
    const table = await readAll(bytes);
    expect(table.rows).toEqual(rowsOfChinese);
    expect(table.format).toMatchObject({ encoding });
  });

  it("a Chinese name far below plain ASCII still decides the encoding", async () => {
    const lines = `account,date,amount\n${"a,2024-01-01,1\n".repeat(200_000)}`;
    const { rows, format } = await readAll(iconv.encode(`${lines}万华化学,2024-01-05,12\n`, "gbk"));
    expect(rows.at(-1)?.[0]).toBe("万华化学");
    expect(format).toMatchObject({ encoding: "gb18030" });
  });

  it("characters cut between two pieces stay whole", async () => {
    for (const bytes of [Buffer.from(chinese), iconv.encode(chinese, "gbk")]) {
      for (const size of [64, 65, 66, 67]) {
        expect((await readAll(bytes, {}, size)).rows).toEqual(rowsOfChinese);
      }
    }
  });

  it("one broken byte in a UTF-8 file is named by its line, not read as other signs", async () => {
    const bytes = Buffer.from(`${chinese}${chinese}`);
    bytes[bytes.lastIndexOf(Buffer.from("砥"))] = 0xff;
    expect(await refusalOf(bytes)).toBe("encoding_broken@6");
  });

  it("Latin text in an unknown encoding is asked about, and read when told", async () => {
    const bytes = iconv.encode("account,date,amount\nCafé Zürich,2024-01-05,1\n", "windows-1252");
    expect(await refusalOf(bytes)).toBe("encoding_unknown@2");
    expect((await readAll(bytes, { encoding: "windows-1252" })).rows[1]?.[0]).toBe("Café Zürich");
  });
});

describe("delimiters and lines", () => {
  it.each([",", ";", "\t", "|"])("%j separated", async (delimiter) => {
    const text = chinese.replaceAll(",", delimiter);
    expect((await readAll(text)).rows).toEqual(rowsOfChinese);
  });

  it("blank-separated logs", async () => {
    const log =
      " customer_id  date cds dollar\n 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n";
    const { rows } = await readAll(log);
    expect(rows[1]).toEqual(["00001", "19970101", "1", "11.77"]);
  });

  it.each(["\n", "\r\n", "\r"])(
    "line ends %j, with line numbers across blank lines",
    async (end) => {
      const { rows, lines } = await readAll(["a,b", "1,2", "", "3,4"].join(end), {}, 3);
      expect(rows).toEqual([
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ]);
      expect(lines).toEqual([1, 2, 4]);
    },
  );

  it("quoted fields may hold delimiters, quotes and line breaks; the next line keeps its number", async () => {
    const { rows, lines } = await readAll('a,b\n"x, ""y""\nz",2\n5" pipe,3\n');
    expect(rows).toEqual([
      ["a", "b"],
      ['x, "y"\nz', "2"],
      ['5" pipe', "3"],
    ]);
    expect(lines).toEqual([1, 2, 4]);
  });

  it("cuts exactly as csv-parse does, wherever the pieces end", () => {
    const cell = fc.stringMatching(/^[a-z0-9 .]{0,6}$/);
    const quoted = fc
      .stringMatching(/^[a-z,\n" ]{0,8}$/)
      .map((text) => `"${text.replaceAll('"', '""')}"`);
    const line = fc.array(
      fc.oneof({ weight: 4, arbitrary: cell }, { weight: 1, arbitrary: quoted }),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        (records, size) => {
          const text = records.map((cells) => `${cells.join(",")}\n`).join("");
          const expected = parse(text, { relax_column_count: true }) as string[][];
          const cutter = delimitedRows(",", defaultTableLimits);
          const rows: string[][] = [];
          for (let at = 0; at < text.length; at += size)
            rows.push(...cutter.push(text.slice(at, at + size)).rows);
          rows.push(...cutter.end().rows);
          expect(rows).toEqual(expected);
        },
      ),
    );
  });

  it("gzip is read by its bytes", async () => {
    expect((await readAll(gzipSync(chinese))).rows).toEqual(rowsOfChinese);
  });
});

describe("hostile files get a clear refusal", () => {
  const row = "a,2024-01-01,1\n";
  const zip = (name: string, content: Buffer): Buffer => {
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

  it.each([
    ["a million columns", `${row}${"1,".repeat(1_000_000)}\n`, "too_many_columns@2"],
    [
      "columns beyond the cap on a short line",
      `${row}${"1,".repeat(3_000)}\n`,
      "too_many_columns@2",
    ],
    ["an endless line", `${row}${"x".repeat(3_000_000)}`, "line_too_long@2"],
    ["an unclosed quote", `${row}${row}"b,2024-01-01,1\n${row}`, "unclosed_quote@3"],
    ["an unclosed quote in a long file", `${row}"b,1\n${row.repeat(200_000)}`, "unclosed_quote@2"],
    ["zero bytes", `${row}a\0b,1\n`, "binary@2"],
    ["nothing", "", "empty"],
    ["a PDF", "%PDF-1.7\n", "pdf"],
  ])("%s", async (_, text, refusal) => expect(await refusalOf(text)).toBe(refusal));

  it("binary, old Excel, damaged archives", async () => {
    expect(await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe("old_excel");
    expect(await refusalOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toMatch(
      /binary|encoding/,
    );
    expect(await refusalOf(gzipSync(chinese).subarray(0, 30))).toBe("archive_broken");
    expect(await refusalOf(Buffer.from("PK\u0003\u0004 nonsense"))).toBe("archive_broken");
  });

  it("a gzip bomb and a workbook bomb whose header lies about its size", async () => {
    const zeros = Buffer.alloc(80_000_000, "a");
    expect(await refusalOf(gzipSync(zeros))).toMatch(/archive_bomb|line_too_long/);
    const limits = { maxUnpackedBytes: 20_000_000 };
    expect(await refusalOf(gzipSync(Buffer.from(row.repeat(2_000_000))), { limits })).toBe(
      "archive_bomb",
    );
    expect(await refusalOf(zip("xl/worksheets/sheet1.xml", zeros))).toBe("archive_bomb");
  });

  it("a zip that is no workbook", async () => {
    expect(await refusalOf(zip("hello.txt", Buffer.from("hello")))).toBe("workbook_broken");
  });
});

describe("workbooks", () => {
  it("cells come as the text a person would type, with row numbers", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "订单",
          rows: [
            ["客户", "日期", "金额"],
            ["万华", new Date(Date.UTC(2024, 0, 5)), 12.5],
            [null, null, null],
            ["砥柱", "2024-02-06", 3],
          ],
        },
      ],
    });
    const { rows, lines } = await readAll(Buffer.from(bytes));
    expect(rows[1]).toEqual(["万华", expect.stringMatching(/^(2024-01-05|45296)$/), "12.5"]);
    expect(lines).toEqual([1, 2, 4]);
  });

  it("a named sheet is read, a missing one refused", async () => {
    const sheet = (name: string) => ({ name, rows: [["account", name]] });
    const bytes = Buffer.from(await writeXlsx({ sheets: [sheet("one"), sheet("two")] }));
    expect((await readAll(bytes, { sheet: "two" })).rows[0]?.[1]).toBe("two");
    expect(await refusalOf(bytes, { sheet: "three" })).toBe("sheet_missing");
  });
});

const retail = new URL(
  "../../../../../../shared/data/online-retail-ii/lines.csv.gz",
  import.meta.url,
);
describe("real files", () => {
  it.skipIf(!existsSync(retail))(
    "Online Retail II has 722,450 lines under its header (needs ../shared/data)",
    async () => {
      const table = await openTable(retail.pathname);
      let count = 0;
      for await (const batch of table.batches) count += batch.rows.length;
      expect(count).toBe(722_451);
    },
  );

  it("a missing file is refused", async () => {
    await expect(openTable("/nowhere/at/all.csv")).rejects.toMatchObject({ code: "not_found" });
  });
});
