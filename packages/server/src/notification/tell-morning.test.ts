import { beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { tellMorning } from "./tell-morning.ts";

let world: TestWorld;
let tenant: TestTenant;
let liId: string;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  tenant = await makeTenant(world);
  liId = await makeUser(world, tenant, "manager");
  const accountId = await makeAccount(world, tenant, { name: "万华", manager_user_id: liId });
  const t = tenant.tenantId;
  await askTenant(
    world,
    tenant,
    `insert into task (tenant_id, id, title, due_on, owner_user_id, account_id, status) values
      ('${t}', '${newId()}', '今天到期', '2026-11-23', '${liId}', '${accountId}', 'open'),
      ('${t}', '${newId()}', '早就到期', '2026-11-20', '${liId}', null, 'open'),
      ('${t}', '${newId()}', '已经做完', '2026-11-23', '${liId}', null, 'done'),
      ('${t}', '${newId()}', '没有负责人', '2026-11-23', null, null, 'open')`,
  );
  await askTenant(
    world,
    tenant,
    `insert into obligation (tenant_id, id, account_id, kind, policy_version, policy_line, period_from, period_to, due_on, owner_user_id)
     values ('${t}', '${newId()}', '${accountId}', 'visit', 1, 'default', '2026-11-01', '2026-11-30', '2026-11-23', '${liId}')`,
  );
  await askTenant(
    world,
    tenant,
    `insert into calendar_entry (tenant_id, id, owner_user_id, kind, title, on_date, recurrence) values
      ('${t}', '${newId()}', '${liId}', 'visit', '拜访', '2026-11-23', null),
      ('${t}', '${newId()}', '${liId}', 'meeting', '周会', '2026-11-09', 'FREQ=WEEKLY'),
      ('${t}', '${newId()}', '${liId}', 'meeting', '双周会', '2026-11-16', 'FREQ=WEEKLY;INTERVAL=2')`,
  );
});

const morning = (today: string, hour: number, isWorkday = true) =>
  withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
    tellMorning(tx, tenant.tenantId, { today, minuteOfDay: hour * 60, isWorkday }),
  );
const told = () =>
  askTenant<{ kind: string; params: object }>(
    world,
    { ...tenant, scope: systemScope(tenant.tenantId) },
    "select kind, reason -> 'params' as params from notification order by kind",
  );

test("from eight on the day is told once: tasks due, and the day in numbers; a clock put back tells nothing again", async () => {
  await morning("2026-11-23", 7);
  expect(await told()).toEqual([]);
  await Promise.all([morning("2026-11-23", 8), morning("2026-11-23", 8)]);
  const once = [
    { kind: "day_ahead", params: { tasks: 1, obligations: 1, visits: 2, overdue: 1 } },
    { kind: "task_due", params: { dueOn: "2026-11-23" } },
  ];
  expect(await told()).toEqual(once);
  await morning("2026-11-23", 12);
  await morning("2026-11-24", 8);
  await morning("2026-11-23", 9);
  expect((await told()).filter(({ kind }) => kind === "task_due")).toHaveLength(1);
  expect((await told()).filter(({ kind }) => kind === "day_ahead")).toHaveLength(2);
});

test("on a day off only what is due is told", async () => {
  await morning("2026-11-23", 10, false);
  expect((await told()).map(({ kind }) => kind)).toEqual(["task_due"]);
});
