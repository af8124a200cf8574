import { type AccountTeamFacts, seesAccount } from "@mainstay/domain/account/account-policy";
import { seesProfile } from "@mainstay/domain/person/person-sight";
import type { Actor } from "@mainstay/domain/access/actor";
import { factClassesOf } from "@mainstay/domain/fact/fact-class";
import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { actorScope } from "../platform/db/tenant-scope.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { hanging } from "./hanging-rows.ts";

let world: TestWorld;
let tenant: TestTenant;
let users: string[];

beforeAll(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  users = [];
  for (let i = 0; i < 3; i++) users.push(await makeUser(world, tenant, "manager"));
});

let lastNumber = 0;
const everyTable = ["account", "signal", ...Object.keys(hanging)].sort();

/** What profiles a person (class P), and rests while the person's use is restricted. */
const profiles = new Set([
  "stance_assessment",
  "influence_assessment",
  "coach_test",
  "pair_level",
  "relationship_step",
  "tie",
]);

/** An account of this team with one row in every table that hangs on it. */
const makeWhole = async (team: AccountTeamFacts, isRestricted = false): Promise<string> => {
  const accountId = await makeAccount(world, tenant, {
    name: "整套",
    manager_user_id: team.managerUserId,
    backup_user_id: team.backupUserId,
    sponsor_user_id: team.sponsorUserId,
    expert_user_ids: [...team.expertUserIds],
  });
  await makeSignal(world, tenant, accountId);
  const named: Record<string, string> = { user: tenant.adminUserId };
  for (const name of [
    "person",
    "colleague",
    "order",
    "position",
    "role",
    "rescue",
    "department",
    "survey",
    "round",
    "inspection",
    "item",
  ])
    named[name] = newId();
  await withTenant(world.database, tenant.scope, async (tx) => {
    const restricted = isRestricted ? new Date() : null;
    await sql`insert into person (tenant_id, id, name, restricted_at) values
      (${tenant.tenantId}, ${named["person"]}, '人', ${restricted}), (${tenant.tenantId}, ${named["colleague"]}, '人', null)`.execute(
      tx,
    );
    await sql`insert into department (tenant_id, id, name) values (${tenant.tenantId}, ${named["department"]},
      ${named["department"]})`.execute(tx);
    await sql`insert into inspection (tenant_id, id, number, population, from_on, to_on, is_stratified, sample_size,
        population_ids, population_sha256, commitment_sha256, nonce, announced_by, announced_at)
      values (${tenant.tenantId}, ${named["inspection"]}, ${++lastNumber}, 'solved_case', '2026-01-01', '2026-02-01', false, 1,
        array[${named["item"]}]::uuid[], 'x', 'x', 'x', ${tenant.adminUserId}, now())`.execute(tx);
    await sql`insert into survey (tenant_id, id, title) values (${tenant.tenantId}, ${named["survey"]}, '{}')`.execute(
      tx,
    );
    await sql`insert into survey_round (tenant_id, id, survey_id, number, opened_on, closes_on, seed, questions, is_anonymous)
      values (${tenant.tenantId}, ${named["round"]}, ${named["survey"]}, 1, '2026-01-01', '2026-02-01', 1, '[]', false)`.execute(
      tx,
    );
    for (const [table, columns] of Object.entries(hanging)) {
      if (table === "account_standing") continue;
      const row: Record<string, unknown> = { tenant_id: tenant.tenantId, account_id: accountId };
      for (const [column, value] of Object.entries(columns)) {
        const isName = column === "id" || /_(id|by)$/.test(column);
        row[column] = isName && value !== "unique" ? (named[String(value)] ?? newId()) : value;
      }
      if (table === "sales_order") row["id"] = named["order"];
      if (row["external_id"]) row["external_id"] = newId();
      if (row["number"] === "unique") row["number"] = ++lastNumber;
      if (row["token_hash"]) row["token_hash"] = Buffer.from(newId());
      await tx
        .insertInto(table as "account")
        .values(row as never)
        .execute();
    }
  });
  return accountId;
};

/** Which tables show this actor a row of the account. */
const shownTo = (actor: Actor, accountId: string): Promise<string[]> =>
  withTenant(world.database, actorScope(actor), async (tx) => {
    const union = everyTable
      .map((table) => {
        const column = table === "account" ? "id" : "account_id";
        return `(select '${table}' as name from "${table}" where ${column} = '${accountId}')`;
      })
      .join(" union all ");
    const { rows } = await sql.raw<{ name: string }>(`${union} order by 1`).execute(tx);
    return rows.map(({ name }) => name);
  });

test("every table with an account_id is among those this test walks, or shown to be no customer's fact", async () => {
  const rows = await askTenant<{ name: string }>(
    world,
    tenant,
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'account_id' and c.relkind in ('r', 'p') and not c.relispartition
       and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  // Notifications are their reader's own; what goes out to a robot or by mail only who sees every
  // account sees at all.
  const notFacts = ["customer_mail", "import_before", "notification", "robot_message"];
  expect(rows.map(({ name }) => name).filter((name) => !notFacts.includes(name))).toEqual(
    everyTable.filter((name) => name !== "account"),
  );
});

test("who sees an account by the rule sees it, and all that hangs on it, in SQL; who does not sees none of it", async () => {
  const person = fc.option(fc.nat({ max: 2 }), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        manager: person,
        backup: person,
        sponsor: person,
        experts: fc.subarray([0, 1, 2], { maxLength: 2 }),
        isRestricted: fc.boolean(),
      }),
      fc.array(
        fc.record({
          who: fc.nat({ max: 2 }),
          role: fc.constantFrom(...userRoles),
          visibility: fc.constantFrom(...visibilities),
          colleagues: fc.subarray([0, 1, 2]),
        }),
        { minLength: 3, maxLength: 6 },
      ),
      async ({ manager, backup, sponsor, experts, isRestricted }, actors) => {
        const user = (at: number | null) => (at === null ? null : (users[at] ?? null));
        const ours = {
          managerUserId: user(manager),
          backupUserId: user(backup),
          sponsorUserId: user(sponsor),
          expertUserIds: experts.flatMap((at) => user(at) ?? []),
        };
        const accountId = await makeWhole(ours, isRestricted);
        for (const { who, role, visibility, colleagues } of actors) {
          const userId = users[who] ?? "";
          const team = colleagues.flatMap((at) => users[at] ?? []);
          const actor: Actor = {
            userId,
            tenantId: tenant.tenantId,
            role,
            visibility,
            teamUserIds: visibility === "team" ? [...new Set([userId, ...team])] : [userId],
            factClasses: factClassesOf(role, null),
            scopes: null,
          };
          expect(await shownTo(actor, accountId)).toEqual(
            everyTable.filter(
              (table) =>
                seesAccount(actor, ours) &&
                (!profiles.has(table) || seesProfile(actor, { isRestricted })),
            ),
          );
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("a task is also seen by whose it is and who made it, a pause of everybody by everybody", async () => {
  const accountId = await makeWhole({
    managerUserId: null,
    backupUserId: null,
    sponsorUserId: null,
    expertUserIds: [],
  });
  const [owner, maker, third] = users as [string, string, string];
  const taskId = newId();
  await askTenant(
    world,
    tenant,
    `insert into task (tenant_id, id, account_id, title, owner_user_id, created_by)
     values ('${tenant.tenantId}', '${taskId}', '${accountId}', 'x', '${owner}', '${maker}')`,
  );
  const sees = async (userId: string) =>
    (
      await withTenant(world.database, tenant.ownScope(userId), (tx) =>
        tx.selectFrom("task").select("id").where("id", "=", taskId).execute(),
      )
    ).length === 1;
  expect([await sees(owner), await sees(maker), await sees(third)]).toEqual([true, true, false]);
});

test("another workspace sees no row of any table, whoever asks", async () => {
  const accountId = await makeWhole({
    managerUserId: null,
    backupUserId: null,
    sponsorUserId: null,
    expertUserIds: [],
  });
  const foreign = await makeTenant(world);
  for (const table of everyTable) {
    const column = table === "account" ? "id" : "account_id";
    expect(
      await askTenant(world, foreign, `select 1 from "${table}" where ${column} = '${accountId}'`),
      table,
    ).toEqual([]);
  }
});
