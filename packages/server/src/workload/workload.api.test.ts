import { type WorkloadView, workloads } from "@mainstay/contract/workload";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
const day = (count: number) => days(count).slice(0, 10);

/** One colleague drowning, two with little, one gone whose things nobody owns. */
const busyTeam = async () => {
  const tenant = await makeTenant(world);
  const [drowning, calm, idle, gone] = [
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "service"),
    await makeUser(world, tenant, "manager"),
  ];
  const accountOf = (manager: string | null, revenue: number, segment = "core") =>
    makeAccount(
      world,
      tenant,
      { name: `客户${revenue}`, manager_user_id: manager },
      { segment, revenue_12m_minor: revenue },
    );
  const theirs = await accountOf(drowning, 500);
  const calms = await accountOf(calm, 400, "develop");
  const orphan = await accountOf(null, 900);
  const left = await accountOf(gone, 700);
  const owe = (account: string, owner: string | null, due: number, kind = "visit") =>
    makeRow(world, tenant, "obligation", {
      account_id: account,
      kind,
      policy_version: 1,
      policy_line: "segment:core",
      period_from: day(-40),
      period_to: day(40),
      due_on: day(due),
      owner_user_id: owner,
    });
  for (const kind of ["visit", "review", "value_report", "case_contact"])
    await owe(theirs, drowning, -5, kind);
  await owe(left, gone, 3);
  await makeSignal(world, tenant, theirs, { owner_user_id: drowning, severity: "critical" });
  await makeSignal(world, tenant, theirs, { owner_user_id: drowning, kind: "payment_delay" });
  await makeSignal(world, tenant, calms, { owner_user_id: calm });
  await makeSignal(world, tenant, orphan, { owner_user_id: null, money_at_stake_minor: 9_000 });
  await makeRow(world, tenant, "handover", {
    account_id: theirs,
    side: "ours",
    seat: "backup",
    to_user_id: drowning,
    due_at: days(-1),
  });
  await makeRow(world, tenant, "absence", {
    user_id: calm,
    delegate_user_id: idle,
    from_on: day(-1),
    to_on: day(2),
  });
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${gone}'`);
  return { tenant, drowning, calm, idle, gone, orphan, left };
};

const read = async (tenant: Awaited<ReturnType<typeof busyTeam>>["tenant"], userId: string) =>
  (await (await sessionOf(app, tenant, userId))(workloads.get, {})).body as WorkloadView;

test("the team is shown by what each carries; who drowns is named, who is away has a deputy", async () => {
  const { tenant, drowning, calm, idle } = await busyTeam();
  const view = await read(tenant, tenant.adminUserId);
  const [first, second] = view.colleagues;
  expect(first).toMatchObject({
    user: { id: drowning },
    keyAccounts: 1,
    signals: 2,
    urgentSignals: 1,
    overdue: 4,
    handovers: 1,
    handoversOverdue: 1,
    points: 13,
    level: "busy",
  });
  expect(second).toMatchObject({ user: { id: calm }, points: 1, away: { delegate: { id: idle } } });
  expect(view.medianPoints).toBe(7);
  expect(view.colleagues.some(({ user }) => user.id === idle)).toBe(false);
});

test("what nobody owns is counted and named, the dearest first, also where the owner is gone", async () => {
  const { tenant, gone, orphan, left } = await busyTeam();
  const { unowned } = await read(tenant, tenant.adminUserId);
  expect(unowned).toMatchObject({
    accounts: 2,
    signals: 1,
    obligations: 1,
    tasks: 0,
    handovers: 0,
  });
  expect(unowned.items[0]).toMatchObject({ kind: "signal", account: { id: orphan }, gone: null });
  expect(unowned.items.filter(({ kind }) => kind === "account").map(({ id }) => id)).toEqual([
    orphan,
    left,
  ]);
  expect(unowned.items.find(({ kind }) => kind === "obligation")?.gone?.id).toBe(gone);
});

test("a director of a department sees that department alone; who oversees nobody is refused; another workspace is empty", async () => {
  const { tenant, drowning, calm } = await busyTeam();
  const department = await makeRow(world, tenant, "department", { name: "华东" });
  const director = await makeUser(world, tenant, "director");
  await askTenant(
    world,
    tenant,
    `update app_user set department_id = '${department}', visibility = case when id = '${director}' then 'team' else visibility end
     where id in ('${director}', '${calm}')`,
  );
  const view = await read(tenant, director);
  expect(view.colleagues.map(({ user }) => user.id)).toEqual([calm]);
  const refused = await (await sessionOf(app, tenant, drowning))(workloads.get, {});
  expect(refused.status).toBe(403);
  const foreign = await makeTenant(world);
  expect((await read(foreign as typeof tenant, foreign.adminUserId)).colleagues).toEqual([]);
});
