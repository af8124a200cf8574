import { createReadStream, existsSync, openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { type BenchWorkspace, openBenchWorkspace } from "./bench-workspace.ts";

const retail = fileURLToPath(
  new URL("../../shared/data/online-retail-ii/lines.csv.gz", import.meta.url),
);
const linesOfRetail = 722_450;
const accountsInList = 20_000;
const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];

interface Batch {
  id: string;
  status: string;
  rowsDone: number;
  rowsRejected: number;
  failure: unknown;
}

const ask = async (
  workspace: BenchWorkspace,
  path: string,
  init: RequestInit = {},
): Promise<Batch> => {
  const answer = await fetch(`${workspace.origin}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${workspace.token}`, ...init.headers },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Batch;
};

const until = async (workspace: BenchWorkspace, id: string, status: string): Promise<Batch> => {
  for (;;) {
    const batch = await ask(workspace, `/imports/${id}`);
    if (batch.status === status) return batch;
    if (batch.failure) throw new Error(JSON.stringify(batch.failure));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Resident memory of the server, in MB; 0 where /proc does not tell. */
const residentMb = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};

/** Upload, dry run and takeover through the real API, as a person at the page would do it. */
const importThrough = async (
  workspace: BenchWorkspace,
  kind: string,
  file: Blob,
  fileName: string,
) => {
  const laps: number[] = [];
  let peakMb = 0;
  const watch = setInterval(
    () => void residentMb(workspace.serverPid()).then((mb) => (peakMb = Math.max(peakMb, mb))),
    200,
  );
  const begun = performance.now();
  const lap = () =>
    laps.push((performance.now() - begun) / 1000 - laps.reduce((sum, one) => sum + one, 0));
  const form = new FormData();
  form.append("file", file, fileName);
  const { id } = await ask(workspace, `/imports?kind=${kind}`, { method: "POST", body: form });
  lap();
  await ask(workspace, `/imports/${id}/check`, { method: "POST" });
  await until(workspace, id, "checked");
  lap();
  await ask(workspace, `/imports/${id}/commit`, { method: "POST" });
  const batch = await until(workspace, id, "committed");
  lap();
  clearInterval(watch);
  if (batch.rowsRejected > 0) throw new Error(`${batch.rowsRejected} rows refused`);
  return { seconds: (performance.now() - begun) / 1000, laps, peakMb };
};

/** The physical limit: the same lines by COPY into a plain table without index, key or rule. */
const plainCopy = async (workspace: BenchWorkspace): Promise<number> => {
  const client = new pg.Client({ connectionString: workspace.adminUrl });
  await client.connect();
  try {
    await client.query(
      "create unlogged table plain_line (invoice text, sku text, qty int, ts timestamp, price numeric, cust text, country text)",
    );
    const begun = performance.now();
    await pipeline(
      createReadStream(retail),
      createGunzip(),
      client.query(copyFrom("copy plain_line from stdin (format csv, header)")),
    );
    const seconds = (performance.now() - begun) / 1000;
    await client.query("drop table plain_line");
    return seconds;
  } finally {
    await client.end();
  }
};

/** What an import orders is another line's to measure: the next file waits until the portfolio is judged. */
const evaluationsOver = async (workspace: BenchWorkspace): Promise<void> => {
  const client = new pg.Client({ connectionString: workspace.adminUrl });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query(
        "select 1 from evaluation_run where status in ('queued', 'running') limit 1",
      );
      if (rowCount === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    await client.end();
  }
};

const accountList = (): Blob => {
  const lines = ["客户编号,名称,行业,地区"];
  for (let i = 0; i < accountsInList; i++) {
    const name = `${surnames[i % 20]}${surnames[(i * 7) % 20]}记第${i}工贸有限公司`;
    lines.push(`B${i},${name},制造,华东`);
  }
  return new Blob([`${lines.join("\n")}\n`]);
};

const rounded = (seconds: readonly number[]) => seconds.map((one) => one.toFixed(1)).join(" + ");

/**
 * Imports through the real server on a cluster of its own: the 722,450 order lines of Online Retail II beside a plain
 * COPY of the same file, and 20,000 accounts with dedupe, twice (the second time every one is found again).
 */
export const benchImport = async (): Promise<BenchLine[]> => {
  const workspace = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  try {
    if (existsSync(retail)) {
      const copySeconds = await plainCopy(workspace);
      const { seconds, laps, peakMb } = await importThrough(
        workspace,
        "order",
        await openAsBlob(retail),
        "lines.csv.gz",
      );
      lines.push({
        name: "import of real order lines through the API: upload + check + commit",
        rows: linesOfRetail,
        seconds,
        limitSeconds: 30,
        note: `${rounded(laps)} s; server peak ${peakMb} MB; plain COPY ${copySeconds.toFixed(2)} s, ${(seconds / copySeconds).toFixed(1)}×; peers 325–667 rows/s`,
      });
    }
    const list = accountList();
    for (const name of [
      "20,000 new accounts with dedupe",
      "the same 20,000 accounts found again",
    ]) {
      await evaluationsOver(workspace);
      const { seconds, laps, peakMb } = await importThrough(
        workspace,
        "account",
        list,
        "accounts.csv",
      );
      lines.push({
        name: `import of ${name}`,
        rows: accountsInList,
        seconds,
        limitSeconds: accountsInList / 3_000,
        note: `${rounded(laps)} s; server peak ${peakMb} MB; peers 6–667 rows/s`,
      });
    }
    return lines;
  } finally {
    await workspace.end();
  }
};
