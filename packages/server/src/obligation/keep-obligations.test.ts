import type { PolicyLines } from "@mainstay/domain/service-policy/service-terms";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import { beforeEach, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { keepObligations } from "./keep-obligations.ts";
import { meetByContact } from "./meet-by-contact.ts";

let world: TestWorld;
let tenant: TestTenant;
let managerId: string;

beforeEach(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
});

const ask = <Row = Record<string, unknown>>(text: string) => askTenant<Row>(world, tenant, text);
const account = (standing: object, columns: object = {}) =>
  makeAccount(
    world,
    tenant,
    { name: "应尽客户", manager_user_id: managerId, ...columns },
    standing as Record<string, unknown>,
  );
/** One night, seen by nobody in particular, as the job does it. */
const night = (today: string, ...accountIds: string[]) =>
  withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
    keepObligations(tx, { tenantId: tenant.tenantId, today, accountIds }),
  );
const rows = (what = "kind, status, period_from, due_on", where = "true") =>
  ask(`select ${what} from obligation where ${where} order by account_id, kind, period_from`).then(
    (found) => found.map((row) => Object.values(row).join(" ")),
  );
const publish = (version: number, from: string, lines: PolicyLines) =>
  ask(`insert into service_policy (tenant_id, version, effective_from, terms)
    values ('${tenant.tenantId}', ${version}, '${from}', '${JSON.stringify(lines)}')`);
const contact = async (accountId: string, on: string, kind = "visit", isTwoWay = true) => {
  const id = newId();
  await ask(`insert into interaction (tenant_id, id, account_id, occurred_on, kind, is_two_way, summary)
    values ('${tenant.tenantId}', '${id}', '${accountId}', '${on}', '${kind}', ${isTwoWay}, '谈了交期')`);
  return id;
};
const logged = async (accountId: string, on: string, kind: "visit" | "call" = "visit") => {
  const interactionId = await contact(accountId, on, kind);
  await withTenant(world.database, tenant.scope, (tx) =>
    meetByContact(
      tx,
      { tenantId: tenant.tenantId, actor: { userId: managerId }, requestId: null },
      { interactionId, accountId, kind, occurredOn: on, isTwoWay: true },
    ),
  );
  return interactionId;
};

test("every segment and grade gets what the shipped policy says, due on the last working day, owned by the right seat", async () => {
  const sponsorId = await makeUser(world, tenant, "sponsor");
  const core = await account(
    { segment: "core", grade: "strategic" },
    { sponsor_user_id: sponsorId },
  );
  const growing = await account({ segment: "high_potential", grade: "key" });
  const steady = await account({ segment: "maintain", grade: "base" });
  const tail = await account({ segment: "develop", grade: "none" });
  const unmanaged = await account({ segment: "develop" }, { manager_user_id: null });
  await night("2026-09-02", core, growing, steady, tail, unmanaged);
  expect(await rows("kind, period_from, due_on, policy_line", `account_id = '${core}'`)).toEqual([
    "executive_meeting 2026-07-01 2026-12-31 grade:strategic",
    "value_report 2026-10-01 2026-12-31 grade:strategic",
    "visit 2026-09-01 2026-09-30 segment:core",
  ]);
  expect(await rows("kind, period_from, due_on", `account_id <> '${core}'`)).toEqual([
    "review 2026-10-01 2026-12-31",
    "visit 2026-07-01 2026-12-31",
  ]);
  expect(await rows("owner_user_id", `kind = 'executive_meeting'`)).toEqual([sponsorId]);
  expect(await rows("owner_user_id", `kind = 'visit'`)).toEqual([managerId, managerId]);
});

test("a night run twice, and two rounds at once, leave one obligation a period", async () => {
  const core = await account({ segment: "core" });
  await Promise.all([night("2026-11-03", core), night("2026-11-03", core)]);
  const before = await ask("select * from obligation");
  await night("2026-11-03", core);
  expect(await ask("select * from obligation")).toEqual(before);
  expect(await rows()).toEqual(["visit open 2026-11-01 2026-11-30"]);
});

test("a round killed half-way leaves nothing behind and runs to the same end", async () => {
  const core = await account({ segment: "core" });
  const killed = withTenant(world.database, systemScope(tenant.tenantId), async (tx) => {
    await keepObligations(tx, {
      tenantId: tenant.tenantId,
      today: "2026-11-03",
      accountIds: [core],
    });
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await rows()).toEqual([]);
  await night("2026-11-03", core);
  expect(await rows()).toEqual(["visit open 2026-11-01 2026-11-30"]);
});

test("the next period is written down a fortnight ahead, and a contact before it does not count for it", async () => {
  const core = await account({ segment: "core" });
  await night("2026-11-03", core);
  await contact(core, "2026-11-18");
  await contact(core, "2026-11-20");
  await night("2026-11-18", core);
  expect(await rows()).toEqual([
    "visit fulfilled 2026-11-01 2026-11-30",
    "visit open 2026-12-01 2026-12-31",
  ]);
});

test("overdue stays open until the next one is done, then it is missed; a contact logged late for its month still meets it", async () => {
  const core = await account({ segment: "core" });
  await night("2026-10-05", core);
  await night("2026-10-20", core);
  await night("2026-11-04", core);
  expect(await rows()).toEqual([
    "visit open 2026-10-01 2026-10-30",
    "visit open 2026-11-01 2026-11-30",
  ]);
  await logged(core, "2026-11-05");
  await night("2026-11-05", core);
  expect(await rows("status, fulfilled_on")).toEqual(["missed ", "fulfilled 2026-11-05"]);
  const late = await logged(core, "2026-10-28");
  expect(await rows("status, fulfilled_on")).toEqual([
    "fulfilled 2026-10-28",
    "fulfilled 2026-11-05",
  ]);
  expect(
    await ask(`select act, actor_user_id from audit where subject_kind = 'obligation'
      and detail ->> 'interactionId' = '${late}'`),
  ).toEqual([{ act: "obligation.fulfilled", actor_user_id: managerId }]);
});

test("what nobody ever does is missed after as long again", async () => {
  const core = await account({ segment: "core" });
  await night("2026-10-05", core);
  await night("2026-11-30", core);
  expect(await rows("status", "period_from = '2026-10-01'")).toEqual(["open"]);
  await night("2026-12-02", core);
  expect(await rows("status", "period_from = '2026-10-01'")).toEqual(["missed"]);
});

test("a call is no visit, and a contact without the customer meets nothing", async () => {
  const core = await account({ segment: "core" });
  await contact(core, "2026-11-04", "call");
  await contact(core, "2026-11-05", "visit", false);
  await night("2026-11-06", core);
  expect(await rows("status")).toEqual(["open"]);
});

test("a contact that is taken away leaves its obligation open again", async () => {
  const core = await account({ segment: "core" });
  const id = await contact(core, "2026-11-04");
  await night("2026-11-05", core);
  expect(await rows("status")).toEqual(["fulfilled"]);
  await ask(`delete from interaction where id = '${id}'`);
  await night("2026-11-06", core);
  expect(await rows("status, fulfilled_on")).toEqual(["open "]);
});

test("a clock that jumps ahead marks the skipped months missed, at most a year of them; jumping back changes nothing", async () => {
  const core = await account({ segment: "core" });
  await night("2026-01-05", core);
  await contact(core, "2026-03-10");
  await night("2026-05-06", core);
  expect(await rows("status, period_from")).toEqual([
    "missed 2026-01-01",
    "missed 2026-02-01",
    "fulfilled 2026-03-01",
    "missed 2026-04-01",
    "open 2026-05-01",
  ]);
  const before = await ask("select * from obligation order by id");
  await night("2026-02-10", core);
  expect(await ask("select * from obligation order by id")).toEqual(before);
  await night("2031-08-06", core);
  const years = await ask<{ n: number }>(
    "select count(*) as n from obligation where period_from > '2026-05-31'",
  );
  expect(years).toEqual([{ n: 13 }]);
});

test("an account that comes under the policy is not late at once, and owes nothing for the time before", async () => {
  const core = await account({ segment: "develop" });
  await night("2026-06-05", core);
  expect(await rows()).toEqual([]);
  await ask(`update account_standing set segment = 'core' where account_id = '${core}'`);
  await night("2026-11-20", core);
  expect(await rows()).toEqual(["visit open 2026-12-01 2026-12-31"]);
});

test("when the segment falls the present obligation stays, the one to come is taken back, and comes back with the segment", async () => {
  const core = await account({ segment: "core" });
  await contact(core, "2026-10-08");
  await night("2026-10-10", core);
  await night("2026-11-20", core);
  await ask(`update account_standing set segment = 'develop' where account_id = '${core}'`);
  await night("2026-11-21", core);
  const what = "status, period_from, dropped_because";
  expect(await rows(what)).toEqual([
    "fulfilled 2026-10-01 ",
    "open 2026-11-01 ",
    "dropped 2026-12-01 policy.not_owed",
  ]);
  await ask(`update account_standing set segment = 'core' where account_id = '${core}'`);
  await night("2026-12-02", core);
  expect(await rows(what)).toEqual([
    "fulfilled 2026-10-01 ",
    "open 2026-11-01 ",
    "open 2026-12-01 ",
  ]);
});

test("another cadence re-dates what is open; a day agreed with the customer stays where it may", async () => {
  const [plain, agreed] = [await account({ segment: "core" }), await account({ segment: "core" })];
  await night("2026-10-05", plain, agreed);
  await ask(
    `update obligation set due_on = '2026-10-21', moves = 1 where account_id = '${agreed}'`,
  );
  await publish(1, "2026-10-06", {
    "segment:core": { duties: { visit: { every: "quarter", contactKinds: ["visit"] } } },
  });
  await night("2026-10-06", plain, agreed);
  await night("2026-10-06", plain, agreed);
  const what = "status, period_from, period_to, due_on, policy_version, contact_kinds";
  expect(await rows(what, `account_id = '${plain}'`)).toEqual([
    "open 2026-10-01 2026-12-31 2026-12-31 1 visit",
  ]);
  expect(await rows(what, `account_id = '${agreed}'`)).toEqual([
    "open 2026-10-01 2026-12-31 2026-10-21 1 visit",
  ]);
});

test("a version comes into force on its day, and nothing is planned under the old one beyond it", async () => {
  const core = await account({ segment: "core" });
  await night("2026-11-18", core);
  expect(await rows("period_from, status")).toEqual(["2026-12-01 open"]);
  await publish(1, "2026-12-01", {
    "segment:core": { duties: { review: { every: "month", contactKinds: ["meeting"] } } },
  });
  await night("2026-11-19", core);
  expect(await rows("period_from, status, dropped_because")).toEqual([
    "2026-12-01 dropped policy.new_version",
  ]);
  await night("2026-12-01", core);
  expect(await rows("kind, period_from, status")).toEqual([
    "review 2026-12-01 open",
    "visit 2026-12-01 dropped",
  ]);
});

test("a deactivated owner gives way to the backup, and without one the obligation is there, unowned", async () => {
  const backupId = await makeUser(world, tenant, "manager");
  const [two, one] = [
    await account({ segment: "core" }, { backup_user_id: backupId }),
    await account({ segment: "core", grade: "strategic" }),
  ];
  await night("2026-11-03", two, one);
  await ask(`update app_user set is_active = false where id = '${managerId}'`);
  await night("2026-11-04", two, one);
  expect(await rows("owner_user_id", `account_id = '${two}'`)).toEqual([backupId]);
  expect(await rows("coalesce(owner_user_id::text, 'nobody')", `account_id = '${one}'`)).toEqual(
    Array(3).fill("nobody"),
  );
});

test("what was dropped by hand is not made again", async () => {
  const core = await account({ segment: "core" });
  await night("2026-11-03", core);
  await ask("update obligation set status = 'dropped', dropped_because = '客户停产'");
  await night("2026-11-04", core);
  expect(await rows("status, dropped_because")).toEqual(["dropped 客户停产"]);
});

test("owners hear once of what is due soon and once of what is overdue", async () => {
  const core = await account({ segment: "core" });
  await night("2026-11-03", core);
  for (const day of ["2026-11-26", "2026-11-27", "2026-11-28", "2026-12-02", "2026-12-03"])
    await night(day, core);
  expect(
    await withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
      tx.selectFrom("notification").select(["user_id", "kind"]).orderBy("created_at").execute(),
    ),
  ).toEqual([
    { user_id: managerId, kind: "obligation_due" },
    { user_id: managerId, kind: "obligation_overdue" },
  ]);
});

test("without a published version the shipped one holds; a contact completes the task that waits for it", async () => {
  expect(shippedServicePolicy.version).toBe(0);
  const core = await account({ segment: "core" });
  const task = (id: string, from: string, due: string, status = "open") =>
    ask(`insert into task (tenant_id, id, account_id, title, status, contact_kinds, window_from_on, due_on)
      values ('${tenant.tenantId}', '${id}', '${core}', '周会', '${status}', array['visit', 'call'], '${from}', '${due}')`);
  const [waiting, early, dropped] = [newId(), newId(), newId()];
  await task(waiting, "2026-11-02", "2026-11-06");
  await task(early, "2026-11-09", "2026-11-13");
  await task(dropped, "2026-11-02", "2026-11-06", "dropped");
  const call = await logged(core, "2026-11-04", "call");
  expect(
    await ask("select id, met_by_interaction_id, version from task where status = 'done'"),
  ).toEqual([{ id: waiting, met_by_interaction_id: call, version: 2 }]);
  expect(await ask(`select detail from audit where act = 'task.completed'`)).toEqual([
    { detail: { accountId: core, interactionId: call } },
  ]);
});
