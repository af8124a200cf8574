import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importBench } from "./import-test-bench.ts";

const data = fileURLToPath(new URL("../../../../../shared/data/", import.meta.url));
const retail = `${data}online-retail-ii/lines.csv.gz`;
const northwind = `${data}northwind/`;

/** The file's own sums, counted by other means than the import's. */
const sumsOfFile = async () => {
  let [net, lines] = [0n, 0];
  const accounts = new Set<string>();
  for await (const text of createInterface({
    input: createReadStream(retail).pipe(createGunzip()),
  })) {
    const cells = text.split(",");
    const [, , quantity = "", , price = "", account = ""] = cells;
    if (account === "" || quantity === "qty") continue;
    const [whole = "0", fraction = ""] = price.replace("-", "").split(".");
    const tenThousandths =
      BigInt(whole + fraction.padEnd(4, "0")) *
      BigInt(quantity) *
      (price.startsWith("-") ? -1n : 1n);
    const size = tenThousandths < 0n ? -tenThousandths : tenThousandths;
    const minor = (size + 50n) / 100n;
    net += tenThousandths < 0n ? -minor : minor;
    lines += 1;
    accounts.add(account);
  }
  return { net: Number(net), lines, accounts: accounts.size };
};

describe("Online Retail II", () => {
  it.skipIf(!existsSync(retail))(
    "722,450 lines arrive whole: sums to the cent, accounts, lines and rollups (needs ../shared/data)",
    async () => {
      const bench = await importBench();
      const begun = performance.now();
      const batch = await bench.take("order", readFileSync(retail));
      const seconds = (performance.now() - begun) / 1000;
      process.stdout.write(`722,450 lines checked and committed in ${seconds.toFixed(1)} s\n`);
      expect(batch).toMatchObject({
        status: "committed",
        rowsDone: 722_450,
        rowsRejected: 0,
        rowsSkipped: 235_287,
      });
      const file = await sumsOfFile();
      const [sums] =
        await bench.rows<object>(`select (select sum(net_minor) from order_line)::bigint as lines_net,
        (select sum(net_minor) from sales_order)::bigint as orders_net, (select sum(base_net_minor) from order_day)::bigint as days_net,
        (select count(*) from order_line)::int as lines, (select count(*) from account)::int as accounts,
        (select count(*) from sales_order where line_count <> (select count(*) from order_line l where l.order_id = sales_order.id))::int as miscounted`);
      expect(sums).toEqual({
        lines_net: file.net,
        orders_net: file.net,
        days_net: file.net,
        lines: file.lines,
        accounts: file.accounts,
        miscounted: 0,
      });
    },
    900_000,
  );
});

describe("Northwind", () => {
  it.skipIf(!existsSync(northwind))(
    "customers, products and order details fit together (needs ../shared/data)",
    async () => {
      const bench = await importBench();
      const read = (name: string) => readFileSync(`${northwind}${name}.csv`);
      expect(await bench.take("account", read("customers"))).toMatchObject({
        status: "committed",
        rowsRejected: 17,
        recordsCreated: 74,
      });
      expect(await bench.take("product", read("products"))).toMatchObject({
        rowsRejected: 0,
        recordsCreated: 77,
      });
      const contacts = await bench.take("contact", read("customers"));
      expect(contacts).toMatchObject({ rowsRejected: 17, recordsCreated: 74 });
      expect(
        await bench.rows("select count(*)::int as n from account where country = 'Germany'"),
      ).toEqual([{ n: 11 }]);
    },
  );
});
