import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBinary } from "./run-binary.ts";

const cdnow = fileURLToPath(new URL("../../../../../shared/data/cdnow/", import.meta.url));
const here = existsSync(cdnow);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mainstay-fit-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Fit = {
  parameters: Record<string, number>;
  standardErrors: Record<string, number>;
  logLikelihood: number;
  customers: number;
  counts: Record<string, number>;
};
const fit = async (...args: string[]): Promise<Fit> => {
  const run = await runBinary(["fit", ...args, "--json"]);
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  return JSON.parse(run.stdout) as Fit;
};

describe.skipIf(!here)(
  "fit reproduces the published CDNOW estimates (skipped when the shared data folder is not here)",
  () => {
    it.each([
      [
        "cdnow_customers_summary.csv",
        "bg-nbd",
        [0.2425929, 4.4135313, 0.7928863, 2.4257537],
        -9582.4256,
      ],
      ["cdnow_customers_summary.csv", "mbg-nbd", [0.525, 6.183, 0.891, 1.614], -9582.1327],
      [
        "cdnow_customers_summary.csv",
        "pareto-nbd",
        [0.55339714, 10.58019854, 0.6060625, 11.65622367],
        -9594.974,
      ],
      [
        "cdnow_customers_summary_with_transactions.csv",
        "gamma-gamma",
        [6.2488, 3.7446, 15.4477],
        -4055.92,
      ],
    ])("%s, %s", async (name, model, expected, logLikelihood) => {
      const found = await fit(`${cdnow}${name}`, "--model", model);
      Object.values(found.parameters).forEach((value, i) =>
        expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1.5e-3),
      );
      expect(Math.abs(found.logLikelihood - logLikelihood)).toBeLessThan(0.01);
    });

    it("the bare transaction log gives the same, and the count of everything", async () => {
      const found = await fit(
        `${cdnow}CDNOW_sample.txt`,
        "--model",
        "bg-nbd",
        "--until",
        "1997-09-30",
      );
      expect(found.parameters.r).toBeCloseTo(0.2426, 3);
      expect(Math.abs(found.logLikelihood + 9582.429207)).toBeLessThan(0.001);
      expect(found.counts).toMatchObject({ customers: 2357, repeatOrders: 2457, rejectedRows: 0 });
      const days = await fit(
        `${cdnow}CDNOW_sample.txt`,
        "--model",
        "bg-nbd",
        "--until",
        "1997-09-30",
        "--unit",
        "day",
      );
      expect(days.parameters.alpha! / 7).toBeCloseTo(found.parameters.alpha!, 2);
    });
  },
);

describe("fit refuses", () => {
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it("impossible summary rows by line, and still fits the rest", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 5},${i % 5 === 0 ? 0 : 10 + i},60`);
    const path = await file(
      "summary.csv",
      `frequency,recency,T\n${rows.join("\n")}\n3,70,60\n0,5,60\n1.5,5,60\nx,5,60\n`,
    );
    const run = await runBinary(["fit", path, "--model", "bg-nbd", "--json"]);
    expect(run.exitCode).toBe(1);
    const { rejectedRows, customers } = JSON.parse(run.stdout) as {
      rejectedRows: { line: number }[];
      customers: number;
    };
    expect(rejectedRows.map(({ line }) => line)).toEqual([42, 43, 44, 45]);
    expect(customers).toBe(40);
  });

  it("spend models without amounts, unknown regularity of a summary, missing files", async () => {
    const path = await file("plain.csv", "x,t_x,T\n1,5,60\n2,20,60\n0,0,60\n");
    for (const [model, words] of [
      ["gamma-gamma", "amounts"],
      ["mbg-cnbd-k", "--k"],
    ] as const) {
      const run = await runBinary(["fit", path, "--model", model]);
      expect(run.exitCode).toBe(1);
      expect(run.stderr).toContain(words);
    }
    expect((await runBinary(["fit", "/nowhere.csv", "--model", "bg-nbd"])).exitCode).toBe(1);
  });

  it("wrong usage with exit code 2", async () => {
    const uses = [
      ["fit"],
      ["fit", "a"],
      ["fit", "a", "--model", "magic"],
      ["fit", "a", "--model", "bg-nbd", "--unit", "year"],
      ["fit", "a", "--model", "mbg-cnbd-k", "--k", "0"],
    ];
    for (const { exitCode } of await Promise.all(uses.map((use) => runBinary(use))))
      expect(exitCode).toBe(2);
  });
});
