import { facts } from "@mainstay/contract/fact";
import { userRoles } from "@mainstay/domain/user/user-role";
import { beforeAll, expect, test } from "vitest";
import { workbookRows } from "../platform/files/workbook-rows.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { enter, enterItinerary, makeAssessment, makeManagedPerson } from "./fact-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  await makeAssessment(world, tenant, ["itinerary"]);
  const personId = await makeManagedPerson(world, tenant, managerId);
  await enter(manager, personId, {
    kind: "school",
    value: { shape: "words", words: "=cmd|清华" },
  });
  await enterItinerary(world, tenant, manager, personId, "西双版纳");
});

test("a file of facts says what is known in words, names sensitive ones as held, and tames formulas", async () => {
  const { body, headers } = await manager(facts.exportFile);
  expect(headers["content-disposition"]).toContain(".csv");
  expect(body).toContain("姓名,客户,信息,分级,内容,依据,用途,来源,核实日期,保存到");
  expect(body).toContain("'=cmd|清华");
  expect(body).toMatch(/王建国,档案客户[^,]+,行程,敏感个人信息,有记录（敏感，不导出）,本人同意/);
  expect(body).not.toContain("西双版纳");
  const exported = await askTenant<{ detail: object }>(
    world,
    tenant,
    "select detail from audit where act = 'fact.exported'",
  );
  expect(exported).toEqual([{ detail: { format: "csv", rows: 2, B: 0, P: 1, S: 1 } }]);
});

test("the same as a workbook", async () => {
  const { bytes } = await manager(facts.exportFile, { query: { format: "xlsx" } });
  const limits = { maxCells: 1_000, maxColumns: 20, maxLineCharacters: 10_000 };
  const rows: string[][] = [];
  for await (const batch of workbookRows(bytes, limits as never)) rows.push(...batch.rows);
  expect(rows).toHaveLength(3);
  expect(rows.flat().join()).not.toContain("西双版纳");
  expect(rows[0]?.[0]).toBe("姓名");
});

test("only who works with people may take facts away, and only what is in sight", async () => {
  for (const role of userRoles) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const { status, body } = await caller(facts.exportFile);
    const may = ["manager", "director", "compliance"].includes(role);
    expect([role, status]).toEqual([role, may ? 200 : 403]);
    if (role === "manager") expect(body).not.toContain("清华");
  }
});
