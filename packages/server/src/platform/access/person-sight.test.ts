import type { Actor } from "@mainstay/domain/access/actor";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import type { AccountTeamFacts } from "@mainstay/domain/account/account-policy";
import { type FactClass, factClasses, factClassesOf } from "@mainstay/domain/fact/fact-class";
import { seesFactsOfClass, seesPerson, seesProfile } from "@mainstay/domain/person/person-sight";
import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import { actorScope } from "../db/tenant-scope.ts";
import { makeAccount } from "../test-world/make-account.ts";
import { makeConsent, makeFact } from "../test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../test-world/test-world.ts";

let world: TestWorld;
let tenant: TestTenant;
let users: string[];

beforeAll(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  users = [];
  for (let i = 0; i < 3; i++) users.push(await makeUser(world, tenant, "manager"));
});

/** Everything that hangs on a person and not on an account, and what it takes to see it. */
const kinds = ["person", "consent", "fact_prompt", "person_photo", "style_assessment"] as const;
const classOf = (kind: (typeof kinds)[number]): FactClass | null =>
  kind === "person" || kind === "consent" ? null : "P";

/** A person with a job at one account for each team, a fact of every class and a row in every table of theirs. */
const makeWhole = async (teams: readonly AccountTeamFacts[], isRestricted: boolean) => {
  const { tenantId: tenant_id } = tenant;
  const personId = newId();
  const restricted_at = isRestricted ? new Date() : null;
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("person")
      .values({ tenant_id, id: personId, name: "人", restricted_at })
      .execute(),
  );
  for (const [at, team] of teams.entries()) {
    const accountId = await makeAccount(world, tenant, {
      name: "单位",
      manager_user_id: team.managerUserId,
      backup_user_id: team.backupUserId,
      sponsor_user_id: team.sponsorUserId,
      expert_user_ids: [...team.expertUserIds],
    });
    const job = { tenant_id, id: newId(), person_id: personId, account_id: accountId };
    // The first job is over: a person stays known where they once were.
    const ends_on = at === 0 ? "2020-01-01" : null;
    await withTenant(world.database, tenant.scope, (tx) =>
      tx
        .insertInto("position")
        .values({ ...job, ends_on })
        .execute(),
    );
  }
  const assessment_id = newId();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("impact_assessment")
      .values({ tenant_id, id: assessment_id, title: "x", covers: ["itinerary"] })
      .execute(),
  );
  await makeFact(world, tenant, personId, "role", {}, { class: "B" });
  await makeFact(world, tenant, personId, "sports", {});
  const sealed = { class: "S", value: null, value_sealed: Buffer.from("x"), assessment_id };
  await makeFact(world, tenant, personId, "itinerary", {}, sealed);
  const consent_id = await makeConsent(world, tenant, personId, ["photo"]);
  await withTenant(world.database, tenant.scope, async (tx) => {
    const file_id = newId();
    const one = { tenant_id, person_id: personId };
    await sql`insert into stored_file (tenant_id, id, name, media_type, size_bytes, sha256, content)
      values (${tenant_id}, ${file_id}, 'x', 'image/png', 1, 'x', 'x')`.execute(tx);
    const photo = { ...one, file_id, consent_id, expires_on: "2035-01-01" };
    await tx.insertInto("person_photo").values(photo).execute();
    await tx
      .insertInto("fact_prompt")
      .values({ ...one, kind: "school", state: "ask" })
      .execute();
    const style = { ...one, id: newId(), style: "driver", assessed_on: "2026-01-01" };
    await tx.insertInto("style_assessment").values(style).execute();
  });
  return personId;
};

/** What this actor's session shows of the person: table names, and facts by class. */
const shownTo = (actor: Actor, personId: string): Promise<string[]> =>
  withTenant(world.database, actorScope(actor), async (tx) => {
    const ofTables = kinds.map(
      (kind) =>
        `select distinct '${kind}' as name from ${kind} where ${kind === "person" ? "id" : "person_id"} = '${personId}'`,
    );
    const ofFacts = `select 'fact ' || class as name from fact where person_id = '${personId}'`;
    const { rows } = await sql
      .raw<{ name: string }>(`${[...ofTables, ofFacts].join(" union all ")} order by 1`)
      .execute(tx);
    return rows.map(({ name }) => name);
  });

const expected = (actor: Actor, teams: readonly AccountTeamFacts[], isRestricted: boolean) => {
  if (!seesPerson(actor, teams)) return [];
  const ofTables = kinds.filter(
    (kind) => classOf(kind) === null || seesProfile(actor, { isRestricted }),
  );
  const ofFacts = factClasses.filter((one) => seesFactsOfClass(actor, { isRestricted }, one));
  return [...ofTables, ...ofFacts.map((one) => `fact ${one}`)].sort();
};

test("which persons, facts and profiles come near an actor is the same by the rule and in SQL", async () => {
  const somebody = fc.option(fc.nat({ max: 2 }), { nil: null });
  const team = fc.record({
    manager: somebody,
    backup: somebody,
    sponsor: somebody,
    experts: fc.subarray([0, 1, 2], { maxLength: 2 }),
  });
  const actors = fc.array(
    fc.record({
      who: fc.nat({ max: 2 }),
      role: fc.constantFrom(...userRoles),
      visibility: fc.constantFrom(...visibilities),
      colleagues: fc.subarray([0, 1, 2]),
      scopes: fc.constantFrom<readonly TokenScope[] | null>(null, ["read"], ["read", "personal"]),
    }),
    { minLength: 6, maxLength: 10 },
  );
  const user = (at: number | null) => (at === null ? null : (users[at] ?? null));
  await fc.assert(
    fc.asyncProperty(
      fc.array(team, { maxLength: 2 }),
      fc.boolean(),
      actors,
      async (jobs, isRestricted, asking) => {
        const teams = jobs.map(({ manager, backup, sponsor, experts }) => ({
          managerUserId: user(manager),
          backupUserId: user(backup),
          sponsorUserId: user(sponsor),
          expertUserIds: experts.flatMap((at) => user(at) ?? []),
        }));
        const personId = await makeWhole(teams, isRestricted);
        for (const { who, role, visibility, colleagues, scopes } of asking) {
          const userId = users[who] ?? "";
          const teamUserIds = colleagues.flatMap((at) => users[at] ?? []);
          const actor: Actor = {
            userId,
            tenantId: tenant.tenantId,
            role,
            visibility,
            teamUserIds: visibility === "team" ? [...new Set([userId, ...teamUserIds])] : [userId],
            factClasses: factClassesOf(role, scopes),
            scopes,
          };
          expect(await shownTo(actor, personId)).toEqual(expected(actor, teams, isRestricted));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("a session that says nothing sees no fact of any class, and the product itself sees all", async () => {
  const personId = await makeWhole([], true);
  const strict = { ...tenant.scope, factClasses: [], seesRestricted: false };
  const read = async (scope: typeof tenant.scope) =>
    withTenant(world.database, scope, async (tx) =>
      (await tx.selectFrom("fact").select("class").where("person_id", "=", personId).execute())
        .map((row) => row.class)
        .sort(),
    );
  expect(await read(strict)).toEqual([]);
  expect(await read(tenant.scope)).toEqual(["B", "P", "S"]);
});

/** Parts of a record that is an account's: their policy asks for the record, which the sight of accounts walks. */
const goesWith = {
  case_attachment: "service_case",
  case_link: "service_case",
  need_step: "need",
  promise_step: "promise",
};

test("every table with a person_id is walked here or by the sight of accounts, or is a paper of the workspace", async () => {
  const { rows } = await withTenant(world.database, tenant.scope, (tx) =>
    sql<{ name: string }>`
      select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'person_id' and c.relkind in ('r', 'p') and not c.relispartition
        and c.relnamespace = 'public'::regnamespace
        and not exists (select 1 from pg_attribute b where b.attrelid = c.oid and b.attname = 'account_id')
      order by 1`.execute(tx),
  );
  // Who may read these is a permission (compliance, mostly), not the sight of one person.
  const papers = ["audit", "consent_link", "deletion_receipt", "subject_request"];
  // Goes with the sight of its requirement change, which is the account's.
  papers.push("requirement_change_confirmation");
  // Who wants no more surveys must be known to whoever draws a round, whomever they see.
  papers.push("survey_opt_out");
  const { rows: policies } = await withTenant(world.database, tenant.scope, (tx) =>
    sql<{ name: string; rule: string }>`
      select tablename as name, qual as rule from pg_policies where policyname = tablename || '_visible'`.execute(
      tx,
    ),
  );
  for (const [table, record] of Object.entries(goesWith)) {
    const rule = policies.find(({ name }) => name === table)?.rule;
    expect(rule, table).toMatch(new RegExp(`EXISTS \\( SELECT 1\\s+FROM ${record} `));
  }
  papers.push(...Object.keys(goesWith));
  const walked = [...kinds.filter((kind) => kind !== "person"), "fact"].sort();
  expect(rows.map(({ name }) => name).filter((name) => !papers.includes(name))).toEqual(walked);
});
