import { caseLevels, caseStatuses } from "@mainstay/domain/case/case-kind";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { saveDemoCaseDesk } from "./save-demo-case-desk.ts";
import { saveDemoCases } from "./save-demo-cases.ts";

let world: TestWorld;
let tenant: TestTenant;
const today = 20_779;

beforeAll(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  const manager = await makeUser(world, tenant, "manager");
  const sponsor = await makeUser(world, tenant, "sponsor");
  const keyIds: string[] = [];
  for (let n = 0; n < 16; n++)
    keyIds.push(
      await makeAccount(world, tenant, { name: `大客户 ${n}`, manager_user_id: manager }),
    );
  await withTenant(world.database, tenant.scope, (tx) =>
    saveDemoCases(tx, tenant.tenantId, keyIds, { managers: [manager], sponsor }, today),
  );
});

test("every status and level stands in the demo, numbers run without gap, and nothing happened after the demo's day began", async () => {
  const rows = await askTenant<{ status: string; level: string; number: number; last: Date }>(
    world,
    tenant,
    `select c.status, c.level, c.number, (select max(at) from case_event e where e.case_id = c.id) as last from service_case c order by number`,
  );
  expect([...new Set(rows.map(({ status }) => status))].toSorted()).toEqual(
    [...caseStatuses].toSorted(),
  );
  expect(new Set(rows.map(({ level }) => level)).size).toBe(caseLevels.length);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  const midnight = new Date(today * 86_400_000 - 8 * 3_600_000);
  for (const { last } of rows) expect(last.getTime()).toBeLessThanOrEqual(midnight.getTime());
});

test("one was scored 2 and then 5, one is overdue at the top of the ladder, one waits with the customer's agreement, one to be taken over", async () => {
  const count = async (text: string) =>
    (await askTenant<{ n: number }>(world, tenant, `select count(*)::int as n from ${text}`))[0]?.n;
  expect(
    await count("service_case where first_score = 2 and score = 5 and status = 'closed'"),
  ).toBeGreaterThan(0);
  expect(
    await count(
      `service_case where escalation_level = 3 and urgency_at < to_timestamp(${today * 86_400})`,
    ),
  ).toBeGreaterThan(0);
  const byCall = await count("service_case where closed_by = 'call_back'");
  expect(byCall).toBeGreaterThan(0);
  expect(await count("call_back where case_id is not null and is_resolved")).toBe(byCall);
  expect(await count("case_pause where ended_at is null")).toBe(1);
  expect(await count("case_transfer where status = 'open'")).toBe(1);
});

test("costs stand on answered cases of the demo, none of them ahead of its day, and hours are worth their rate", async () => {
  await withTenant(world.database, tenant.scope, (tx) =>
    saveDemoCaseDesk(tx, tenant.tenantId, today),
  );
  const [found] = await askTenant<{ kinds: number; ahead: number; unfit: number }>(
    world,
    tenant,
    `select count(distinct kind)::int as kinds, count(*) filter (where incurred_on > date '1970-01-01' + ${today})::int as ahead,
      count(*) filter (where kind = 'hours' and amount_minor <> hours * 16000)::int as unfit from cost_entry`,
  );
  expect(found?.kinds).toBeGreaterThanOrEqual(3);
  expect(found).toMatchObject({ ahead: 0, unfit: 0 });
});
