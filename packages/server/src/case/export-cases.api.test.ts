import { cases } from "@mainstay/contract/case";
import { caseExports } from "@mainstay/contract/case-export";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let world: TestWorld;
let tenant: TestTenant;
let director: TestCaller;
let service: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  const app = await testApp();
  tenant = await makeTenant(world);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  const accountId = await makeAccount(world, tenant, { name: "导出客户" });
  for (const [title, kind] of [
    ['=HYPERLINK("http://evil")', "fault"],
    ["正常的一件", "question"],
  ] as const)
    await director(cases.open, {
      params: { accountId },
      body: { kind, level: "general", title, channel: "phone" },
    });
});

const file = (query: object = {}, who = director) =>
  who(caseExports.file, { query: query as never });

test("the cases come as they are filtered, headers in the reader's language, formulas made harmless", async () => {
  const { status, headers, bytes } = await file({ order: "newest" });
  expect(status).toBe(200);
  expect(headers["content-disposition"]).toContain("cases-");
  const lines = bytes.toString("utf8").trim().split("\r\n");
  expect(lines[0]).toContain("编号,客户,标题");
  expect(lines).toHaveLength(3);
  expect(lines.join("\n")).toContain("'=HYPERLINK");
  const narrowed = (await file({ kind: "question" })).bytes.toString("utf8");
  expect(narrowed).toContain("正常的一件");
  expect(narrowed).not.toContain("HYPERLINK");
  const [seen] = await askTenant<{ detail: object }>(
    world,
    tenant,
    "select detail from audit where act = 'case.exported' order by at desc limit 1",
  );
  expect(seen?.detail).toMatchObject({ format: "csv", filter: { kind: ["question"] } });
});

test("a workbook holds the same rows; who may not export gets none", async () => {
  const { bytes } = await file({ format: "xlsx" });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows).toHaveLength(3);
  expect((await file({}, service)).status).toBe(403);
});

test("above the workspace's limit an approval is needed", async () => {
  await askTenant(
    world,
    tenant,
    `update tenant set export_approval_rows = 1 where id = '${tenant.tenantId}'`,
  );
  expect((await file()).body.code).toBe("approval.export_needed");
});
