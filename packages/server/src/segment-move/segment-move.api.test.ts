import { segmentMoves } from "@mainstay/contract/policy";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
});

/** An account in `core` that the evaluation wants in `develop`. */
const propose = async (own = tenant, at = "now()") => {
  const accountId = await makeAccount(
    world,
    own,
    { name: "待定客户" },
    {
      segment: "core",
      proposed_segment: "develop",
      detail: JSON.stringify({ segmentStreak: 2, segmentStreakBefore: 1 }),
    },
  );
  const moveId = newId();
  await askTenant(
    world,
    own,
    `insert into segment_move (tenant_id, id, account_id, from_segment, to_segment, status, reason, proposed_at)
     values ('${own.tenantId}', '${moveId}', '${accountId}', 'core', 'develop', 'proposed',
       '{"code": "segment.value_rank", "params": {"rank": 9, "accounts": 10}}', ${at})`,
  );
  return { accountId, moveId };
};
const decide = (moveId: string, decision: "publish" | "decline", who = admin) =>
  who(segmentMoves.decide, { params: { moveId }, body: { decision, note: "已与经理商量" } });
const standing = async (accountId: string) =>
  (
    await askTenant<Record<string, unknown>>(
      world,
      tenant,
      `select segment, proposed_segment, detail->'segmentStreak' as streak from account_standing where account_id = '${accountId}'`,
    )
  )[0];

test("publishing a proposal moves the account, ends the proposal and begins its waits anew", async () => {
  const { accountId, moveId } = await propose();
  const { status, body } = await decide(moveId, "publish");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: "published",
    from: "core",
    to: "develop",
    note: "已与经理商量",
    decidedBy: { id: tenant.adminUserId },
  });
  expect(await standing(accountId)).toEqual({
    segment: "develop",
    proposed_segment: null,
    streak: 0,
  });
  expect(await auditOf(world, tenant, "segment.published", accountId)).toMatchObject([
    { detail: { moveId, to: "develop" } },
  ]);
});

test("declining keeps the account where it is; what is decided stays decided", async () => {
  const { accountId, moveId } = await propose();
  expect((await decide(moveId, "decline")).body.status).toBe("declined");
  expect(await standing(accountId)).toMatchObject({ segment: "core", proposed_segment: null });
  expect(await auditOf(world, tenant, "segment.declined", accountId)).toHaveLength(1);
  expect((await decide(moveId, "publish")).body.code).toBe("segment.move_decided");
  expect(await standing(accountId)).toMatchObject({ segment: "core" });
});

test("two who decide one move at once: one wins, the other hears that it is decided", async () => {
  const { moveId } = await propose();
  const both = await Promise.all([decide(moveId, "publish"), decide(moveId, "decline")]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("only directors and administrators decide; own sight and other workspaces find no move", async () => {
  const { moveId } = await propose();
  for (const role of ["manager", "analyst", "sponsor"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    expect((await decide(moveId, "publish", caller)).body.code).toBe("access.not_permitted");
  }
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await manager(segmentMoves.list)).body).toMatchObject({ items: [], total: 0 });
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await decide(moveId, "publish", stranger)).body.code).toBe("segment.move_not_found");
  expect((await stranger(segmentMoves.list)).body.total).toBe(0);
});

test("the list pages from the newest proposal, each move once, and filters", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, own.adminUserId);
  const made = [];
  for (const at of ["'2026-01-01'", "'2026-01-01'", "'2026-02-01'"])
    made.push(await propose(own, at));
  await decide(made[2]?.moveId ?? "", "decline", caller);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await caller(segmentMoves.list, { query: { limit: 1, cursor } as never });
    expect(body.total).toBe(3);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen[0]).toBe(made[2]?.moveId);
  expect(new Set(seen).size).toBe(3);
  const open = await caller(segmentMoves.list, { query: { status: "proposed" } as never });
  expect(open.body.total).toBe(2);
  const mine = await caller(segmentMoves.list, {
    query: { accountId: made[0]?.accountId } as never,
  });
  expect(mine.body.items.map(({ id }: { id: string }) => id)).toEqual([made[0]?.moveId]);
});
