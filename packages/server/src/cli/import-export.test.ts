import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RecordKind, recordKinds } from "@mainstay/domain/import/import-kind";
import iconv from "iconv-lite";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";
import { runExport } from "./export.ts";
import { runImport } from "./import.ts";
import { runBinary } from "./run-binary.ts";

const files: Readonly<Record<RecordKind, string>> = {
  account:
    "客户编号,名称,简称,行业,上级客户,授信额度(万元),账期,币种\nK1,万华化学(集团)有限公司,万华,化工,,1.5,30,CNY\nK2,万华香港,,,K1,,,USD\n",
  contact: "联系人编号,姓名,客户编号,职务,电话\nC1,张董,K1,董事长,010-1\nC2,李工,K2,总工,\n",
  product: '产品编号,名称,类别,单位\nP1,"聚氨酯, 高""纯",化工,吨\n',
  order:
    "单号,客户编号,日期,产品,数量,单价\nO1,K1,2024-01-05,P1,3,1.5\nO1,K1,2024-01-05,P2,-1,1.5\nO2,K2,2024-02-06,P1,2,1000.25\n,K1,2024-03-01,P1,1,9\n,K1,2024-03-01,P1,-2,9\n",
  invoice:
    "发票号,客户编号,开票日期,到期日,付款日期,金额(万元),争议\nF1,K1,2024-01-05,2024-02-05,,1.5,是\nF2,K2,2024-01-06,,2024-01-09,2,否\n",
  payment: '收款单号,客户编号,到账日期,金额,发票号\nS1,K1,2024-02-20,"15,000.00",F1\n',
  delivery:
    "发货单号,客户编号,承诺交期,实际交期,完整交付,单号\nD1,K1,2024-01-10,2024-01-12,否,O1\n",
};

let world: TestWorld & { close: () => Promise<void> };
let folder: string;
let [mine, theirs]: (TestTenant | undefined)[] = [];
let said: string[] = [];
const env = () => ({
  DATABASE_URL: world.ownerUrl,
  DATABASE_APP_URL: world.appUrl,
  DATA_DIR: folder,
});

beforeAll(async () => {
  world = await privateWorld();
  folder = await mkdtemp(join(tmpdir(), "mainstay-cli-"));
  [mine, theirs] = [await makeTenant(world), await makeTenant(world)];
});
beforeEach(() => {
  for (const [name, value] of Object.entries(env())) vi.stubEnv(name, value);
  said = [];
  vi.spyOn(console, "log").mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void said.push(String(line)));
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  };
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const take = (tenant: TestTenant | undefined, kind: RecordKind, file: string) =>
  runImport([file, "--kind", kind, "--tenant", tenant?.tenantId ?? "", "--lang", "zh-CN"]);
const give = async (tenant: TestTenant | undefined, kind: RecordKind, encoding: string) => {
  const file = join(folder, `${kind}.${encoding}.csv`);
  const to = ["--to", file, "--encoding", encoding, "--lang", "zh-CN"];
  expect(await runExport(["--kind", kind, "--tenant", tenant?.tenantId ?? "", ...to])).toBe(0);
  return file;
};

/** Orders of one day stand in the order of their ids, which are new each time. */
const inAnyOrder = (csv: string): string[] => csv.split("\r\n").sort();

test("every kind goes in from a file, comes out as UTF-8 and GBK, and goes in again to the same", async () => {
  for (const kind of recordKinds) {
    const file = join(folder, `${kind}.csv`);
    await writeFile(file, files[kind]);
    expect([kind, await take(mine, kind, file), said.join("\n")]).toEqual([
      kind,
      0,
      expect.stringMatching(/: [1-9]/),
    ]);
  }
  const first = new Map<RecordKind, string>();
  for (const kind of recordKinds) {
    const inGbk = await give(mine, kind, "gbk");
    const text = (await readFile(await give(mine, kind, "utf-8"), "utf8")).replace("\ufeff", "");
    expect(iconv.decode(await readFile(inGbk), "gbk")).toBe(text);
    expect(text.split("\r\n").length).toBeGreaterThan(2);
    first.set(kind, text);
  }
  for (const kind of recordKinds) {
    said = [];
    const code = await take(theirs, kind, join(folder, `${kind}.gbk.csv`));
    expect([kind, code, code === 0 ? [] : said]).toEqual([kind, 0, []]);
  }
  for (const kind of recordKinds) {
    const back = iconv.decode(await readFile(await give(theirs, kind, "gbk")), "gbk");
    expect(inAnyOrder(back)).toEqual(inAnyOrder(first.get(kind) ?? ""));
  }
}, 60_000);

test("rows that are refused are named by line, the others are taken, and the exit code says so", async () => {
  const file = join(folder, "bad.csv");
  await writeFile(
    file,
    "单号,客户编号,日期,金额\nX1,K1,2024-01-05,1\nX2,K1,2024-13-45,1\nX3,K1,2024-01-05,abc\n",
  );
  expect(await take(theirs, "order", file)).toBe(1);
  expect(said.slice(0, 2)).toEqual([expect.stringMatching(/: 1$/), expect.stringMatching(/: 1$/)]);
  expect(said.filter((line) => /行.* [34]: ./.test(line))).toHaveLength(2);
});

test("columns that nobody could guess are named at the terminal; one that is not there is refused", async () => {
  const file = join(folder, "odd.csv");
  await writeFile(file, "aa,bb,cc\nK9,2024-01-05,12\n");
  const args = [file, "--tenant", theirs?.tenantId ?? "", "--lang", "en"];
  expect(await runImport([...args, "--map", "account=aa,date=bb,amount=dd"])).toBe(1);
  expect(said.join()).toContain("amount=dd");
  expect(await runImport([...args, "--map", "account=aa,date=bb,amount=cc"])).toBe(0);
});

test("the binary says how it is used, and imports and exports from any folder", async () => {
  const file = join(folder, "list.csv");
  await writeFile(file, "客户编号,名称\nB1,一汽\n");
  const tenant = ["--tenant", theirs?.tenantId ?? ""];
  expect(await runBinary(["import", file, "--kind", "nothing"], env())).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("Usage"),
  });
  const taken = await runBinary(["import", file, "--kind", "account", ...tenant], env());
  expect([taken.exitCode, taken.stderr]).toEqual([0, ""]);
  const given = await runBinary(["export", "--kind", "account", ...tenant], env());
  expect(given).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("B1,一汽,") });
}, 300_000);
