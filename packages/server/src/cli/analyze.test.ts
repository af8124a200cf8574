import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BinaryRun, runBinary } from "./run-binary.ts";

const retail = fileURLToPath(
  new URL("../../../../../shared/data/online-retail-ii/lines.csv.gz", import.meta.url),
);
const ibm = fileURLToPath(
  new URL("../../../../../shared/data/ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv", import.meta.url),
);
const absent = "the shared data folder is not here";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mainstay-analyze-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

type Analysis = {
  asOf: string;
  accounts: {
    account: string;
    orders: number;
    firstOn: string;
    lastOn: string;
    revenue12m: number;
    segment: string;
    grade: string;
    pLost: number | null;
    pOrder90: number | null;
    nextOrder: { from: string; expected: string; to: string } | null;
    clv: number;
    signals: { kind: string; severity: string; reason: string; moneyAtStake: number }[];
    notEnoughHistory: boolean;
    margin12m: number | null;
  }[];
  totals: Record<string, number | string | null>;
  rejectedRows: { line: number; reason: string }[];
};
const analysisOf = ({ stdout }: BinaryRun): Analysis => JSON.parse(stdout) as Analysis;

/** Twelve monthly buyers, and Mr Xu: one order each February since 2018, none in 2025. */
const portfolioRows = (): string[] => {
  const rows: string[] = [];
  for (let year = 2018; year < 2025; year++)
    rows.push(`徐工机电,${year}-02-${10 + (year % 5)},900000`);
  for (let i = 0; i < 12; i++) {
    for (let month = 0; month < 85; month++) {
      const on = new Date(Date.UTC(2018, 4 + month, 3 + ((i + 5 * month) % 6)))
        .toISOString()
        .slice(0, 10);
      if (on < "2025-05-20") rows.push(`客户${i + 1},${on},${(i + 1) * 1_000}`);
    }
  }
  return rows;
};

describe("analyze", () => {
  it("warns about the customer whose season passed, in the file's language, from a GBK file and from any folder", async () => {
    const path = await file(
      "gbk.csv",
      iconv.encode(`客户名称,下单日期,金额(元)\n${portfolioRows().join("\n")}\n`, "gbk"),
    );
    const run = await runBinary(["analyze", path, "--as-of", "2025-05-20", "--json"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    const { accounts, totals, asOf } = analysisOf(run);
    expect(asOf).toBe("2025-05-20");
    expect(accounts).toHaveLength(13);
    const [xu] = accounts;
    expect(xu).toMatchObject({
      account: "徐工机电",
      orders: 7,
      firstOn: "2018-02-13",
      lastOn: "2024-02-14",
      notEnoughHistory: false,
    });
    expect(xu?.signals).toHaveLength(1);
    expect(["season_closed", "rhythm_broken"]).toContain(xu?.signals[0]?.kind);
    expect(xu?.signals[0]?.reason).toMatch(/2024年2月14日.*。$/);
    expect(accounts.slice(1).flatMap(({ signals }) => signals)).toEqual([]);
    expect(totals).toMatchObject({ accounts: 13, currency: "CNY", rejectedRows: 0 });
  });

  it("gives every account the agreed shape", async () => {
    const path = await file(
      "shape.csv",
      `account,date,amount\n${portfolioRows().join("\n")}\nnew one,2025-05-01,12.34\n`,
    );
    const { accounts } = analysisOf(await runBinary(["analyze", path, "--json", "--lang", "en"]));
    for (const one of accounts) {
      expect(Object.keys(one)).toEqual(
        expect.arrayContaining([
          "account",
          "orders",
          "firstOn",
          "lastOn",
          "revenue12m",
          "segment",
          "grade",
          "pLost",
          "pOrder90",
          "nextOrder",
          "clv",
          "signals",
          "notEnoughHistory",
        ]),
      );
    }
    const fresh = accounts.find(({ account }) => account === "new one");
    expect(fresh).toMatchObject({
      pLost: null,
      notEnoughHistory: true,
      revenue12m: 12.34,
      nextOrder: null,
    });
    expect(fresh?.pOrder90).toBeGreaterThan(0);
  });

  it("ignores orders after the as-of day, and says so", async () => {
    const path = await file(
      "later.csv",
      `account,date,amount\na,2024-01-05,10\na,2024-03-05,20\nb,2024-02-01,5\n`,
    );
    const { accounts, totals } = analysisOf(
      await runBinary(["analyze", path, "--json", "--as-of", "2024-02-10"]),
    );
    expect(
      accounts.map(({ account, orders, revenue12m }) => [account, orders, revenue12m]),
    ).toEqual([
      ["a", 1, 10],
      ["b", 1, 5],
    ]);
    expect(totals.ordersAfterAsOf).toBe(1);
  });

  it("prints an aligned text with reasons, in Chinese when the machine is", async () => {
    const path = await file("text.csv", `account,date,amount\n${portfolioRows().join("\n")}\n`);
    const run = await runBinary(["analyze", path], { LANG: "zh_CN.UTF-8" });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/核心价值|维持型/);
    expect(run.stdout).toContain("基准日取文件中的最后一天");
    expect(run.stdout).toContain("徐工机电");
    expect(run.stdout).not.toMatch(/undefined|NaN/);
  });

  it("maps columns by hand, reads a workbook, units of 万元, costs and names", async () => {
    const rows = [
      ["编码", "名", "何时", "多少(万元)", "成本"],
      ...[1, 2, 3, 4].map((m) => ["K1", "万华", `2024年${m}月5日`, 1.5, 9_000]),
    ];
    const path = await file(
      "book.xlsx",
      new Uint8Array(await writeXlsx({ sheets: [{ name: "订单", rows }] })),
    );
    const run = await runBinary([
      "analyze",
      path,
      "--json",
      "--map",
      "account=编码,accountName=名,date=何时,amount=多少(万元)",
    ]);
    expect(run.exitCode).toBe(0);
    expect(analysisOf(run).accounts[0]).toMatchObject({
      account: "K1",
      name: "万华",
      orders: 4,
      revenue12m: 60_000,
      margin12m: 24_000,
    });
  });

  it("reads the file again when later rows prove the other order of day and month", async () => {
    const early = Array.from(
      { length: 90_000 },
      (_, i) => `a${i % 7},${1 + (i % 9)}/${1 + (i % 3)}/2024,5`,
    );
    const path = await file(
      "order.csv",
      `account,date,amount\n${early.join("\n")}\na1,25/4/2024,5\n`,
    );
    const run = await runBinary(["analyze", path, "--json"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(analysisOf(run).asOf).toBe("2024-04-25");
  });

  it("needs a rate for a second currency, and uses it when given", async () => {
    const path = await file(
      "two.csv",
      "customer,date,amount,currency\na,2024-01-05,10,CNY\na,2024-02-05,20,CNY\nb,2024-01-05,1,USD\n",
    );
    const without = await runBinary(["analyze", path, "--json"]);
    expect(without.exitCode).toBe(1);
    expect(analysisOf(without).rejectedRows).toEqual([
      { line: 4, reason: expect.stringContaining("--rate USD") },
    ]);
    const given = analysisOf(await runBinary(["analyze", path, "--json", "--rate", "USD=7.2"]));
    expect(given.accounts.find(({ account }) => account === "b")?.revenue12m).toBe(7.2);
  });
});

describe("analyze refuses", () => {
  it("bad rows by line and reason, counts them, and still analyses the rest", async () => {
    const bad = [
      "=cmd|' /C calc'!A0,2024-01-05,1",
      "a,1900-01-01,1",
      "a,2999-01-01,1",
      "a,2024-02-30,1",
      "a,2024-01-05,99999999999999",
      "a,2024-01-05,=1+1",
      "a,2024-01-05,x",
      ",2024-01-05,7",
    ];
    const path = await file(
      "bad.csv",
      `account,date,amount\n${Array.from({ length: 30 }, (_, i) => `a,2024-01-${String(i + 1).padStart(2, "0")},5`).join("\n")}\n${bad.join("\n")}\n`,
    );
    const run = await runBinary(["analyze", path, "--json"]);
    expect(run.exitCode).toBe(1);
    const { rejectedRows, totals, accounts } = analysisOf(run);
    expect(rejectedRows.map(({ line }) => line)).toEqual([32, 33, 34, 35, 36, 37, 38]);
    expect(totals).toMatchObject({ rejectedRows: 7, anonymousLines: 1, usedLines: 30 });
    expect(rejectedRows[1]?.reason).toContain("before 1980");
    expect(accounts[0]?.orders).toBe(30);
    expect(run.stderr).toContain("line 32");
    expect(run.stderr).toContain("\n7 rows refused in all");
  });

  it("shows fifty refused rows and counts the others", async () => {
    const path = await file(
      "many.csv",
      `account,date,amount\na,2024-01-05,1\nb,2024-01-05,1\n${"a,2024-01-05,x\n".repeat(45)}${"a,never,1\n".repeat(30)}${"a,2024-01-05,1\n".repeat(200)}`,
    );
    const run = await runBinary([
      "analyze",
      path,
      "--json",
      "--map",
      "account=account,date=date,amount=amount",
    ]);
    expect(analysisOf(run).rejectedRows).toHaveLength(50);
    expect(analysisOf(run).totals.rejectedRows).toBe(75);
    expect(run.stderr).toContain("and 25 more; 75 rows refused in all");
  });

  it.each<[string, () => string | Uint8Array, RegExp]>([
    [
      "latin.csv",
      () => iconv.encode("account,date,amount\nCafé Zürich,2024-01-05,1\n", "windows-1252"),
      /line 2.*encoding/,
    ],
    ["quote.csv", () => 'account,date,amount\n"a,2024-01-05,1\nb,2024-01-05,1\n', /line 2.*quote/],
    ["columns.csv", () => `account,date,amount\n${"1,".repeat(1_000_000)}\n`, /line 2.*columns/],
    ["zero.csv", () => "account,date,amount\na\0,2024-01-05,1\n", /line 2.*zero bytes/],
    ["empty.csv", () => "", /empty/],
    ["no-header.csv", () => "x y\nz w\n", /header/],
    ["no-date.csv", () => "account,amount\na,1\nb,2\n", /date.*account, amount/],
    ["no-rows.csv", () => "account,date,amount\n", /not one usable/],
    ["bomb.gz", () => gzipSync(Buffer.alloc(80_000_000, "a,2024-01-01,1\n")), /safe to read/],
  ])("%s with exit code 1 and the reason", async (name, content, reason) => {
    const run = await runBinary(["analyze", await file(name, content()), "--json"]);
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr).toMatch(reason);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it("wrong usage with exit code 2", async () => {
    const uses = [
      [],
      ["nonsense"],
      ["analyze"],
      ["analyze", "a", "b"],
      ["analyze", "a", "--as-of", "2024-13-01"],
      ["analyze", "a", "--map", "colour=x"],
      ["analyze", "a", "--nope"],
    ];
    for (const { exitCode } of await Promise.all(uses.map((use) => runBinary(use))))
      expect(exitCode).toBe(2);
    expect((await runBinary(["analyze", "/nowhere.csv"])).exitCode).toBe(1);
    expect((await runBinary(["analyze", "--help"])).stdout).toContain("Exit codes");
  });
});

describe("analyze on real files", () => {
  it.skipIf(!existsSync(retail))(
    `Online Retail II, 722,450 lines (skipped when ${absent})`,
    async () => {
      const run = await runBinary(["analyze", retail, "--json", "--as-of", "2011-12-09"]);
      expect(run.exitCode).toBe(0);
      const { totals, accounts } = analysisOf(run);
      expect(totals).toMatchObject({
        lines: 722_450,
        usedLines: 487_163,
        anonymousLines: 235_287,
        rejectedRows: 0,
      });
      expect(accounts.length).toBeGreaterThan(3_500);
      for (const { pLost, pOrder90 } of accounts) {
        if (pLost !== null) expect(pLost >= 0 && pLost <= 1).toBe(true);
        expect(pOrder90).not.toBeNull();
      }
    },
  );

  it.skipIf(!existsSync(ibm))(
    `IBM receivables: month-first dates are found out (skipped when ${absent})`,
    async () => {
      const run = await runBinary(["analyze", ibm, "--json"]);
      expect(run.exitCode).toBe(0);
      expect(analysisOf(run)).toMatchObject({
        asOf: "2013-12-02",
        totals: { lines: 2_466, accounts: 100, rejectedRows: 0 },
      });
    },
  );
});

describe("invoices", () => {
  it("due and paid days in the file tell who pays later than before", async () => {
    const day = (n: number): string =>
      new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
    const late = [1, 0, 2, 1, 0, 1, 2, 1, 26, 31, 29];
    const rows = late.map(
      (days, i) => `a,${day(30 * i)},100,${day(30 * i + 30)},${day(30 * i + 30 + days)},N${i}`,
    );
    const path = await file(
      "paid.csv",
      `account,invoice_date,amount,due_date,paid_date,invoice_no\n${rows.join("\n")}\n`,
    );
    const { accounts } = analysisOf(
      await runBinary(["analyze", path, "--json", "--as-of", "2025-01-15"]),
    );
    expect(accounts[0]?.signals.find(({ kind }) => kind === "payment_delay")?.reason).toMatch(
      /29 days late on average, 1 before/,
    );
  });
});
