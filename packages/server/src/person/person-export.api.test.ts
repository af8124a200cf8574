import { personExports } from "@mainstay/contract/person-export";
import { people } from "@mainstay/contract/person";
import { readXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { beforeAll, expect, test } from "vitest";
import { sessionOf } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { addTo, insertRow, personBench } from "./person-test-bench.ts";

let bench: Awaited<ReturnType<typeof personBench>>;
beforeAll(async () => {
  bench = await personBench();
  const { director, accounts } = bench;
  const made = await addTo(director, accounts.here, {
    name: '=HYPERLINK("http://evil")',
    title: "@SUM(1)",
    workPhone: "+86 21 5566",
    buyingRole: "technical",
  });
  await director(people.takeUp, {
    params: { personId: made.personId },
    body: { accountId: accounts.there, title: "顾问, 兼职" },
  });
  await addTo(director, accounts.there, { name: "机密人", isPlaceholder: true });
  await insertRow(bench.world, bench.tenant, "style_assessment", {
    id: crypto.randomUUID(),
    person_id: made.personId,
    style: "driver",
    note: "私密画像",
    assessed_on: "2026-01-01",
  });
});

const file = (query: object = {}, who = bench.director, headers = {}) =>
  who(personExports.file, { query, headers });

test("the list comes as CSV: a line a job, headers in the reader's language, formulas made harmless", async () => {
  const { status, headers, bytes } = await file();
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("no-store");
  const lines = bytes.toString("utf8").split("\r\n");
  expect(lines[0]).toContain("姓名,客户,职务");
  expect(lines.filter((line) => line.includes("HYPERLINK"))).toHaveLength(2);
  for (const line of lines.slice(1, -1)) expect(line).not.toMatch(/(^|,)"?[=@+]/);
  expect(lines.join()).toContain('"顾问, 兼职"');
  expect(lines.join()).toContain("技术把关");
  expect(lines.join()).toContain("机密人 (待查明)");
  const english = await file({}, bench.director, { "accept-language": "en" });
  expect(english.bytes.toString("utf8")).toContain("Name,Account,Title");
  const gbk = await file({ encoding: "gbk" });
  expect(iconv.decode(gbk.bytes, "gbk")).toContain("姓名,客户");
});

test("the same as a workbook, and only what the filter holds", async () => {
  const { headers, bytes } = await file({ format: "xlsx", q: "机密" });
  expect(headers["content-type"]).toContain("spreadsheetml");
  const { sheets } = await readXlsx(bytes);
  const rows = sheets[0]?.rows ?? [];
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[0]).toBe("机密人 (待查明)");
});

test("nothing that describes a person leaves with it, and the audit keeps who took it", async () => {
  const { world, tenant, directorId } = bench;
  const { bytes } = await file();
  expect(bytes.toString("utf8")).not.toContain("私密");
  const rows = await askTenant<{ actor_user_id: string }>(
    world,
    tenant,
    "select actor_user_id from audit where act = 'person.exported'",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.actor_user_id))).toEqual(new Set([directorId]));
});

test("own sight, roles and workspaces bound the export", async () => {
  const { app, tenant, world, director } = bench;
  const managerId = await makeUser(world, tenant, "manager");
  const manager = await sessionOf(app, tenant, managerId);
  const own = await makeAccount(world, tenant, { name: "自管", manager_user_id: managerId });
  await addTo(director, own, { name: "只此一人" });
  const lines = (await file({}, manager)).bytes.toString("utf8").trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("只此一人");
  for (const role of ["service", "sponsor", "compliance"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    expect((await file({}, caller)).body.code).toBe("access.not_permitted");
  }
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await file({}, stranger)).bytes.toString("utf8").trim().split("\r\n")).toHaveLength(1);
});
