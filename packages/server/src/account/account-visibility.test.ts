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

let world: TestWorld;
let tenant: TestTenant;
let users: string[];

beforeAll(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  users = [];
  for (let i = 0; i < 3; i++) users.push(await makeUser(world, tenant, "manager"));
});

/**
 * Tables whose rows belong to an account, in an order their references allow; `task` and `pause` also have rows that do
 * not. `id: true` is a fresh id, a name in quotes one of the whole (see `makeWhole`).
 */
const hanging = {
  account_standing: {},
  account_evaluation: {
    as_of: "2026-01-01",
    level: "fine",
    revenue_12m_minor: 0,
    value_at_risk_minor: 0,
  },
  account_profile: {
    id: true,
    topic: "latent_needs",
    answer: "x",
    source: "x",
    answered_on: "2026-01-01",
  },
  position: { id: "position", person_id: "person" },
  project: { id: true, name: "x" },
  promise: {
    id: true,
    title: "x",
    department_id: "department",
    made_on: "2026-01-01",
    due_on: "2026-01-01",
    first_due_on: "2026-01-01",
  },
  feedback_loop: {
    id: true,
    opened_at: "2026-01-01T00:00:00Z",
    contact_due_at: "2026-01-03T00:00:00Z",
  },
  need: {
    id: true,
    title: "x",
    level: "business",
    visibility: "hidden",
    state_since: "2026-01-01",
    source: "visit",
  },
  cost_entry: { id: true, kind: "travel", incurred_on: "2026-01-01", amount_minor: 1 },
  stage_entry: { id: true, stage: "stable", entered_on: "2026-01-01", how: "became_core" },
  playbook_run: { id: true, stage: "stable", version: 1, started_on: "2026-01-01" },
  buying_role: { id: "role", person_id: "person", role: "user" },
  coach_test: {
    buying_role_id: "role",
    test: "credible",
    person_id: "person",
    evidence: "x",
    noted_on: "2026-01-01",
  },
  stance_assessment: { id: true, person_id: "person", stance: "ally", assessed_on: "2026-01-01" },
  influence_assessment: { id: true, person_id: "person", influence: 3, assessed_on: "2026-01-01" },
  pair_level: {
    id: true,
    user_id: "user",
    person_id: "person",
    current_level: 2,
    noted_on: "2026-01-01",
  },
  tie: {
    id: true,
    from_person_id: "person",
    to_person_id: "colleague",
    kind: "friend",
    noted_on: "2026-01-01",
  },
  map_place: { id: true, person_id: "person", x: 0, y: 0 },
  past_superior: { id: true, position_id: "position", changed_on: "2026-01-01" },
  account_relationship: {
    id: true,
    as_of: "2026-01-01",
    members: 1,
    thread_count: 1,
    bus_factor: 1,
  },
  relationship_step: { id: true, person_id: "person", step: "contact", gain: 1, effort: 1 },
  relationship_snapshot: {
    id: true,
    week_on: "2026-01-05",
    members: 1,
    thread_count: 1,
    bus_factor: 1,
  },
  sales_order: {
    id: true,
    external_id: "unique",
    kind: "order",
    ordered_on: "2026-01-01",
    booked_on: "2026-01-01",
    currency: "CNY",
    net_minor: 1,
    base_net_minor: 1,
  },
  order_day: { on_date: "2026-01-01", orders: 1, base_net_minor: 1 },
  order_line: {
    ordered_on: "2026-01-01",
    order_id: "order",
    line_no: 1,
    net_minor: 1,
    base_net_minor: 1,
  },
  invoice: {
    id: true,
    external_id: "unique",
    issued_on: "2026-01-01",
    currency: "CNY",
    amount_minor: 1,
    base_amount_minor: 1,
  },
  payment: {
    id: true,
    external_id: "unique",
    paid_on: "2026-01-01",
    currency: "CNY",
    amount_minor: 1,
    base_amount_minor: 1,
  },
  delivery: { id: true, external_id: "unique" },
  interaction: { id: true, occurred_on: "2026-01-01", kind: "call", summary: "x" },
  segment_move: { id: true, to_segment: "core", status: "published" },
  task: { id: true, title: "x" },
  obligation: {
    id: true,
    kind: "visit",
    policy_version: 0,
    policy_line: "default",
    period_from: "2026-01-01",
    period_to: "2026-01-31",
    due_on: "2026-01-30",
  },
  service_duty: {
    kind: "visit",
    every: "month",
    since_on: "2026-01-01",
    first_from_on: "2026-01-01",
  },
  account_health: { as_of: "2026-01-01", band: "insufficient", known_weight: 25, inputs: "{}" },
  health_week: { week_on: "2026-01-05", band: "insufficient", known_weight: 25 },
  health_adjustment: {
    id: true,
    points: 5,
    note: "x",
    starts_on: "2026-01-01",
    ends_on: "2026-01-31",
  },
  calendar_entry: {
    id: true,
    owner_user_id: "user",
    kind: "visit",
    title: "x",
    on_date: "2026-01-01",
  },
  pause: { id: true, from_on: "2026-01-01", to_on: "2026-01-02", reason: "x" },
  rescue: {
    id: "rescue",
    goal: "x",
    stake_minor: 1,
    opened_by: "user",
    opened_on: "2026-01-01",
  },
  rescue_offer: {
    id: true,
    rescue_id: "rescue",
    kind: "upgrade",
    terms: "x",
    cost_minor: 1,
    offered_by: "user",
    status: "ready",
  },
  approval: {
    id: true,
    kind: "segment_move",
    subject_kind: "account",
    reason: "{}",
    requested_by: "user",
    approver_role: "director",
    due_on: "2026-01-05",
  },
  handover: {
    id: true,
    side: "theirs",
    person_id: "person",
    due_at: "2026-01-02T00:00:00Z",
  },
  requirement_change: { id: true, title: "x", created_by: "user" },
  incoming_message: {
    id: true,
    channel: "hook",
    status: "waiting",
    because: "unknown_sender",
    received_at: "2026-01-01T00:00:00Z",
  },
  public_link: {
    id: true,
    purpose: "case_filing",
    token_hash: "unique",
    expires_at: "2999-01-01T00:00:00Z",
  },
  survey_invitation: { id: true, round_id: "round", person_id: "person", planned_on: "2026-01-01" },
  survey_response: {
    id: true,
    survey_id: "survey",
    round_id: "round",
    person_id: "person",
    is_anonymous: false,
    started_at: "2026-01-01T00:00:00Z",
    answered_at: "2026-01-01T00:00:00Z",
    answered_on: "2026-01-01",
    locale: "zh-CN",
  },
  service_case: {
    id: true,
    number: "unique",
    kind: "fault",
    level: "general",
    title: "x",
    channel: "phone",
    first_responder_id: "user",
    reply_due_at: "2026-01-02T00:00:00Z",
    solve_due_at: "2026-01-03T00:00:00Z",
  },
  inspection_item: {
    id: "item",
    inspection_id: "inspection",
    position: 1,
    subject_kind: "case",
    subject_id: true,
  },
  call_back: {
    id: true,
    inspection_item_id: "item",
    called_by: "user",
    called_at: "2026-01-02T00:00:00Z",
    outcome: "not_reached",
  },
  account_team_member: { id: true, user_id: "user", seat: "legal", since_on: "2026-01-01" },
  programme_membership: {
    id: true,
    status: "nominated",
    rule_version: 0,
    scorecard: "{}",
    score: 0,
    because: "x",
    nominated_by: "user",
  },
} as const;

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
