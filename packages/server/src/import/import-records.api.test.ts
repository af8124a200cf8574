import { imports } from "@mainstay/contract/import";
import { deliveries, invoices, orders, payments, products } from "@mainstay/contract/order";
import { recordBatches } from "@mainstay/contract/record-batch";
import { recordExports } from "@mainstay/contract/record-export";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { nobody, sessionOf } from "../platform/http/test-app.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { benchOf, importBench, importTestApp } from "./import-test-bench.ts";

const accounts = `客户编号,名称,统一社会信用代码,行业,上级客户,持股比例,信用额度,账期(天),客户经理邮箱
K2,万华宁波有限公司,,化工,K1,80,100万,60,
K1,万华化学集团股份有限公司,91331081307655191L,化工,,,1200000,30,
`;
const columns =
  "select external_id, name, uscc, industry, (select external_id from account p where p.id = a.parent_id) as parent, ownership_percent::float, credit_limit_minor, payment_terms_days, version from account a order by 1";

describe("a customer list", () => {
  it("is taken with credit codes, credit limits in 万元 and parents that stand below their children", async () => {
    const bench = await importBench();
    expect(await bench.take("account", accounts)).toMatchObject({
      status: "committed",
      rowsRejected: 0,
      recordsCreated: 2,
    });
    expect(await bench.rows(columns)).toEqual([
      {
        external_id: "K1",
        name: "万华化学集团股份有限公司",
        uscc: "91331081307655191L",
        industry: "化工",
        parent: null,
        ownership_percent: null,
        credit_limit_minor: 120_000_000,
        payment_terms_days: 30,
        version: 1,
      },
      {
        external_id: "K2",
        name: "万华宁波有限公司",
        uscc: null,
        industry: "化工",
        parent: "K1",
        ownership_percent: 80,
        credit_limit_minor: 100_000_000,
        payment_terms_days: 60,
        version: 1,
      },
    ]);
  });

  it("changes only the columns it has, and undoing gives the former values back", async () => {
    const bench = await importBench();
    await bench.take("account", accounts);
    const second = await bench.take("account", "客户编号,名称,行业\nK1,万华化学,石化\n");
    expect(second).toMatchObject({ recordsCreated: 0, recordsUpdated: 1 });
    expect(
      await bench.rows(
        "select name, industry, credit_limit_minor, version from account where external_id = 'K1'",
      ),
    ).toEqual([
      { name: "万华化学", industry: "石化", credit_limit_minor: 120_000_000, version: 2 },
    ]);
    expect(await bench.undo(second.id)).toMatchObject({ status: "undone" });
    expect(
      await bench.rows("select name, industry, version from account where external_id = 'K1'"),
    ).toEqual([{ name: "万华化学集团股份有限公司", industry: "化工", version: 3 }]);
  });

  it("names every bad row: repeated, false credit code, unknown user, circle of parents", async () => {
    const bench = await importBench();
    const batch = await bench.take(
      "account",
      `客户编号,名称,统一社会信用代码,上级客户,客户经理邮箱
A,甲,,B,
B,乙,,C,
C,丙,,A,
D,丁,91310115MA1H8R7C6D,,
A,甲又一次,,,
E,戊,,,nobody@example.test
F,己,,不存在,
G,庚,,G,
,,,,
H,,,,
`,
    );
    const { body } = await bench.call(imports.rejections, { params: { importId: batch.id } });
    const found = Object.fromEntries(
      body.items.map((row: { line: number; code: string }) => [row.line, row.code]),
    );
    expect(found).toEqual({
      2: "parent_cycle",
      3: "parent_cycle",
      4: "parent_cycle",
      5: "uscc_invalid",
      6: "duplicate_in_file",
      7: "user_unknown",
      8: "parent_unknown",
      9: "parent_cycle",
      10: "empty_required",
      11: "empty_required",
    });
    expect(await bench.rows("select external_id from account where parent_id is not null")).toEqual(
      [],
    );
  });
});

describe("facts around orders", () => {
  it("contacts, products, invoices, payments and deliveries are taken, read back and taken back", async () => {
    const bench = await importBench();
    await bench.take("account", accounts);
    const contact = await bench.take(
      "contact",
      "姓名,客户编号,职务,电话\n张董,K1,董事长,010-1\n李工,K1,总工,\n",
    );
    await bench.take("product", "产品编号,名称,类别\nP1,聚氨酯,化工\n");
    const invoice = await bench.take(
      "invoice",
      "发票号,客户编号,开票日期,到期日,金额(万元),争议\nF1,K1,2024-01-05,2024-02-05,1.5,是\nF2,NEW,2024-01-05,,2,否\n",
    );
    await bench.take(
      "payment",
      '客户编号,到账日期,金额,发票号\nK1,2024-02-20,"15,000.00",F1\nKX,2024-02-20,1,\n',
    );
    await bench.take(
      "delivery",
      "发货单号,客户编号,承诺交期,实际交期,完整交付\nD1,K1,2024-01-10,2024-01-12,否\n",
    );
    const [one] = await bench.rows<{ id: string }>(
      "select id from account where external_id = 'K1'",
    );
    const params = { accountId: one?.id ?? "" };
    expect((await bench.call(invoices.ofAccount, { params })).body.items).toMatchObject([
      { externalId: "F1", amountMinor: 1_500_000, dueOn: "2024-02-05", isDisputed: true },
    ]);
    expect((await bench.call(payments.ofAccount, { params })).body.items).toMatchObject([
      { amountMinor: 1_500_000, invoiceExternalId: "F1" },
    ]);
    expect((await bench.call(deliveries.ofAccount, { params })).body.items).toMatchObject([
      { externalId: "D1", deliveredOn: "2024-01-12", isComplete: false },
    ]);
    expect((await bench.call(products.list)).body.items).toMatchObject([
      { externalId: "P1", name: "聚氨酯", category: "化工" },
    ]);
    expect(
      await bench.rows(
        "select p.name, j.title, j.work_phone from position j join person p on p.id = j.person_id order by 1",
      ),
    ).toEqual([
      { name: "张董", title: "董事长", work_phone: "010-1" },
      { name: "李工", title: "总工", work_phone: null },
    ]);
    await bench.undo(contact.id);
    await bench.undo(invoice.id);
    expect(
      await bench.rows(
        "select (select count(*) from person)::int as people, (select count(*) from invoice)::int as invoices, (select count(*) from account)::int as accounts",
      ),
    ).toEqual([{ people: 0, invoices: 0, accounts: 2 }]);
  });

  it("an account with tasks of its own keeps its batch from being undone", async () => {
    const bench = await importBench();
    const batch = await bench.take("account", accounts);
    const [one] = await bench.rows<{ id: string }>(
      "select id from account where external_id = 'K1'",
    );
    await bench.call(recordBatches.order, {
      body: { records: [{ account: "K1", date: "2024-01-05", amount: 10 }] },
    });
    expect(await bench.call(imports.undo, { params: { importId: batch.id } })).toMatchObject({
      status: 409,
      body: { params: { obstacle: "later_order" } },
    });
    expect(one).toBeDefined();
  });
});

describe("JSON batches", () => {
  it("follow the rules of files, answer record by record, and a repeated key changes nothing", async () => {
    const bench = await importBench();
    const body = {
      records: [
        { orderId: "1", account: "K1", date: "2024-01-05", amount: 12.5 },
        { orderId: "2", account: "K1", date: "2999-01-05", amount: 1 },
        { orderId: "3", account: null, date: "2024-01-05", amount: 1 },
      ],
    };
    const headers = { "idempotency-key": "once-only" };
    const first = await bench.call(recordBatches.order, { body, headers });
    expect(first).toMatchObject({
      status: 200,
      body: { taken: 1, rejected: 1, skipped: 1, recordsCreated: 1 },
    });
    expect(first.body.results).toMatchObject([
      { outcome: "taken" },
      { outcome: "rejected", code: "too_late" },
      { outcome: "skipped" },
    ]);
    expect((await bench.call(recordBatches.order, { body, headers })).body).toEqual(first.body);
    expect(await bench.rows("select count(*)::int as n from import_batch")).toEqual([{ n: 1 }]);
    expect(await bench.rows("select orders, base_net_minor as net from order_day")).toEqual([
      { orders: 1, net: 1_250 },
    ]);
    expect((await bench.undo(first.body.batchId)).status).toBe("undone");
  });

  it("unknown fields, missing fields and too many records are named", async () => {
    const bench = await importBench();
    const refused = async (records: object[]) =>
      (await bench.call(recordBatches.order, { body: { records: records as never } })).status;
    expect(await refused([{ account: "K1", date: "2024-01-05", amount: 1, colour: "red" }])).toBe(
      400,
    );
    expect(await refused([{ account: "K1", date: "2024-01-05" }])).toBe(400);
    expect(await refused([])).toBe(400);
    expect(
      await refused(
        Array.from({ length: 5_001 }, () => ({ account: "K1", date: "2024-01-05", amount: 1 })),
      ),
    ).toBe(400);
  });
});

describe("rights and walls", () => {
  it("a manager may not import, an analyst may; who sees only their own may not", async () => {
    const manager = await importBench("manager");
    expect(await manager.upload("order", "客户,日期,金额\nA,2024-01-05,1\n")).toMatchObject({
      status: 403,
    });
    const analyst = await importBench("analyst");
    expect(await analyst.upload("order", "客户,日期,金额\nA,2024-01-05,1\n")).toMatchObject({
      status: 201,
    });
    const world = await testWorld();
    const app = await importTestApp();
    const tenant = await makeTenant(world);
    const userId = await makeUser(world, tenant, "director");
    const bench = benchOf(app, tenant, await sessionOf(app, tenant, userId));
    await bench.rows("select 1");
    expect((await bench.upload("order", "客户,日期,金额\nA,2024-01-05,1\n")).status).toBe(201);
  });

  it("another workspace's batch and order are not found", async () => {
    const mine = await importBench();
    const batch = await mine.take("order", "单号,客户,日期,金额\n1,A,2024-01-05,1\n");
    const [order] = await mine.rows<{ id: string }>("select id from sales_order");
    const theirs = await importBench();
    const params = { importId: batch.id };
    for (const endpoint of [
      imports.get,
      imports.check,
      imports.commit,
      imports.undo,
      imports.rejections,
    ]) {
      expect((await theirs.call(endpoint, { params })).status).toBe(404);
    }
    expect((await theirs.call(orders.get, { params: { orderId: order?.id ?? "" } })).status).toBe(
      404,
    );
    expect(
      (await mine.call(orders.get, { params: { orderId: order?.id ?? "" } })).body,
    ).toMatchObject({ accountName: "A", lines: [{ netMinor: 100 }] });
  });
});

describe("exports", () => {
  it("come in a form that imports again to the same, formulas tamed, GBK on request", async () => {
    const bench = await importBench();
    await bench.take(
      "order",
      "单号,客户编号,客户名称,日期,产品,数量,单价\n1,K1,=cmd|' /C calc'!A0,2024-01-05,P1,3,1.5\n2,K1,=cmd|' /C calc'!A0,2024-01-06,P1,-1,1.5\n",
    );
    const file = await bench.call(recordExports.csv, { params: { kind: "order" } });
    expect(file.headers["content-type"]).toContain("text/csv");
    expect(file.body).toContain("'=cmd|");
    expect(String(file.body).split("\r\n")[0]).toBe(
      "\ufeff订单号,客户,客户名称,日期,产品,数量,单价,金额,成本,币种,单据类型,原订单号",
    );
    const other = await importBench();
    expect(await other.take("order", String(file.body))).toMatchObject({
      rowsRejected: 0,
      recordsCreated: 2,
    });
    const sums = "select external_id, kind, net_minor, booked_on from sales_order order by 1";
    expect(await other.rows(sums)).toEqual(await bench.rows(sums));
    const params = { kind: "order" } as const;
    const gbk = await bench.call(recordExports.csv, { params, query: { encoding: "gbk" } });
    expect(gbk.headers["content-type"]).toContain("charset=gbk");
    expect(`\ufeff${iconv.decode(gbk.bytes, "gbk")}`).toBe(file.body);
    const third = await importBench();
    expect(await third.take("order", gbk.bytes)).toMatchObject({
      rowsRejected: 0,
      recordsCreated: 2,
    });
    expect(await third.rows(sums)).toEqual(await bench.rows(sums));
    expect((await nobody(bench.app)(recordExports.csv, { params })).status).toBe(401);
  });
});
