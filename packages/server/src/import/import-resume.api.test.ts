import { imports } from "@mainstay/contract/import";
import { describe, expect, it } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { checkImport } from "./check-import.ts";
import { commitImport } from "./commit-import.ts";
import { changeBatch } from "./import-batch-queries.ts";
import { importBench, jobContextOf } from "./import-test-bench.ts";

/** Lines of the same orders lie far apart, so that every chunk goes on with orders of the one before. */
const longFile = (): string => {
  const lines = ["单号,客户编号,日期,产品,数量,单价"];
  for (let i = 0; i < 50_000; i++)
    lines.push(
      `${i % 900},K${(i % 900) % 70},2024-0${((i % 900) % 9) + 1}-05,P${i % 40},${1 + (i % 3)},2.5`,
    );
  return `${lines.join("\n")}\n`;
};

describe("a takeover that is cut off", () => {
  it("goes on at the next row after a stop at each chunk and before the rollups, and ends as if never cut", async () => {
    const bench = await importBench();
    const { body } = await bench.upload("order", longFile());
    const params = { importId: body.id };
    await bench.call(imports.check, { params });
    await bench.work(body.id);
    await bench.call(imports.commit, { params });
    const seen: number[] = [];
    for (let round = 0; round < 6; round++) {
      const stop = new AbortController();
      stop.abort();
      const cut = commitImport(
        jobContextOf(bench.app, bench.tenant.tenantId, stop.signal),
        body.id,
      );
      if (round < 5) await expect(cut).rejects.toThrow("goes on later");
      else await cut;
      const { body: now } = await bench.call(imports.get, { params });
      seen.push(now.rowsDone);
    }
    expect(seen).toEqual([10_000, 20_000, 30_000, 40_000, 50_000, 50_000]);
    const [sums] =
      await bench.rows(`select (select count(*) from order_line)::int as lines, (select sum(net_minor) from order_line)::bigint as net,
      (select count(*) from sales_order)::int as orders, (select sum(base_net_minor) from order_day)::bigint as days,
      (select count(distinct (order_id, line_no)) from order_line)::int as numbers`);
    const net = Array.from({ length: 50_000 }, (_, i) => (1 + (i % 3)) * 250).reduce(
      (a, b) => a + b,
    );
    expect(sums).toEqual({ lines: 50_000, net, orders: 900, days: net, numbers: 50_000 });
    expect((await bench.call(imports.get, { params })).body).toMatchObject({
      status: "committed",
      recordsCreated: 900,
      recordsUpdated: 0,
    });
  });

  it("a dry run that comes to its end late does not pull a batch back that is being taken over", async () => {
    const bench = await importBench();
    const { body } = await bench.upload("order", longFile());
    const params = { importId: body.id };
    await bench.call(imports.check, { params });
    const context = jobContextOf(bench.app, bench.tenant.tenantId);
    const late = checkImport(context, body.id);
    await withTenant(bench.app.database, bench.tenant.scope, (tx) =>
      changeBatch(tx, bench.tenant.tenantId, body.id, { status: "checked", rows_total: 50_000 }),
    );
    expect((await bench.call(imports.commit, { params })).status).toBe(202);
    await late;
    expect((await bench.call(imports.get, { params })).body.status).toBe("committing");
  });

  it("two workers at the same batch do not take anything twice", async () => {
    const bench = await importBench();
    const { body } = await bench.upload("order", longFile());
    const params = { importId: body.id };
    await bench.call(imports.check, { params });
    await bench.work(body.id);
    await bench.call(imports.commit, { params });
    const context = jobContextOf(bench.app, bench.tenant.tenantId);
    await Promise.all([commitImport(context, body.id), commitImport(context, body.id)]);
    await commitImport(context, body.id);
    expect(await bench.rows("select count(*)::int as n from order_line")).toEqual([{ n: 50_000 }]);
    expect(
      await bench.rows("select count(*)::int as n from audit where act = 'import.committed'"),
    ).toEqual([{ n: 1 }]);
  });
});
