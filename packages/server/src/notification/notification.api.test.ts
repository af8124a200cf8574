import { type NotificationView, notifications } from "@mainstay/contract/notification";
import { notificationKinds } from "@mainstay/domain/notification/notification-kind";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { taskNews, tell } from "./notification-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let [liId, chenId] = ["", ""];
let li: TestCaller;
let chen: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});
beforeEach(async () => {
  tenant = await makeTenant(world);
  [liId, chenId] = [
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "manager"),
  ];
  [li, chen] = [await sessionOf(app, tenant, liId), await sessionOf(app, tenant, chenId)];
});

const listed = async (who: TestCaller, query: object = {}) =>
  (await who(notifications.list, { query: query as never })).body as {
    items: NotificationView[];
    nextCursor: string | null;
    total: number;
    unread: number;
  };
const prefer = async (who: TestCaller, change: object, headers = { "if-match": "*" }) => {
  const { body } = await who(notifications.preferences);
  const { email: _, isMailReady: __, version: ___, ...draft } = body;
  return who(notifications.savePreferences, { body: { ...draft, ...change }, headers });
};

test("news is told once to each, newest first, and never to whoever made it or has left", async () => {
  const goneId = await makeUser(world, tenant, "manager");
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${goneId}'`);
  const first = taskNews([liId, chenId, goneId, liId]);
  await tell(world, tenant, [first, taskNews([liId])], tenant.ownScope(chenId));
  await tell(world, tenant, [first], tenant.ownScope(chenId));
  const mine = await listed(li);
  expect(mine).toMatchObject({ total: 2, unread: 2 });
  expect(mine.items.map(({ kind }) => kind)).toEqual(["task_assigned", "task_assigned"]);
  expect(mine.items[1]).toMatchObject({ subjectId: first.subjectId, readAt: null });
  expect(await listed(chen)).toMatchObject({ total: 0 });
  const gone = await askTenant(
    world,
    tenant,
    `select set_config('mainstay.actor', '', true); select 1 from notification where user_id = '${goneId}'`,
  );
  expect(gone).toEqual([]);
});

test("pages follow one another without gap or repetition", async () => {
  await tell(
    world,
    tenant,
    Array.from({ length: 7 }, () => taskNews([liId])),
  );
  const one = await listed(li, { limit: 3 });
  const two = await listed(li, { limit: 3, cursor: one.nextCursor });
  const three = await listed(li, { limit: 3, cursor: two.nextCursor });
  const ids = [one, two, three].flatMap(({ items }) => items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(7);
  expect(three.nextCursor).toBeNull();
});

test("reading one and reading all counts down; of somebody else's there is nothing to read", async () => {
  await tell(world, tenant, [taskNews([liId]), taskNews([liId]), taskNews([liId, chenId])]);
  const { items } = await listed(li);
  const [newest] = items as [NotificationView];
  const params = { notificationId: newest.id };
  expect((await chen(notifications.read, { params })).body.code).toBe("notification.not_found");
  expect((await li(notifications.read, { params })).body).toEqual({ unread: 2 });
  expect((await li(notifications.read, { params })).body).toEqual({ unread: 2 });
  expect((await listed(li, { state: "unread" })).total).toBe(2);
  expect((await li(notifications.readAll)).body).toEqual({ unread: 0 });
  expect((await chen(notifications.unread)).body).toEqual({ unread: 1 });
});

test("an account the reader may not see stays unnamed, and the click leads to Today", async () => {
  const seen = await makeAccount(world, tenant, {
    name: "万华化学有限公司",
    short_name: "万华",
    manager_user_id: liId,
  });
  const hidden = await makeAccount(world, tenant, { name: "别人的客户", manager_user_id: chenId });
  await tell(world, tenant, [
    taskNews([liId], { accountId: hidden }),
    taskNews([liId], { accountId: seen, subjectKind: "handover" }),
  ]);
  const { items } = await listed(li);
  expect(items[0]).toMatchObject({
    account: { id: seen, name: "万华" },
    path: `/accounts/${seen}/cycle`,
  });
  expect(items[1]).toMatchObject({ account: null, path: "/" });
  expect(JSON.stringify(items)).not.toContain("别人的客户");
});

test("who switched a kind off is not told; what waits for their decision is told all the same", async () => {
  const ways = { task_assigned: "off", approval_asked: "off" };
  const saved = await prefer(li, { ways });
  expect(saved.body.ways).toMatchObject({
    task_assigned: "off",
    approval_asked: "in_app",
    signal_raised: "mail",
  });
  await tell(world, tenant, [
    taskNews([liId]),
    taskNews([liId], {
      kind: "approval_asked",
      reason: { params: { approvalKind: "gift", dueOn: "2026-12-01" } },
    }),
  ]);
  expect((await listed(li)).items.map(({ kind }) => kind)).toEqual(["approval_asked"]);
  expect(await auditOf(world, tenant, "notification_preference.saved", liId)).toHaveLength(1);
});

test("wishes start as shipped, are versioned, and half a quiet time is refused", async () => {
  const { body } = await li(notifications.preferences);
  expect(Object.keys(body.ways).sort()).toEqual([...notificationKinds].sort());
  expect(body).toMatchObject({ digest: "daily_and_urgent", digestHour: 8, version: 1 });
  expect(body.email).toBe(`${liId}@example.test`);
  const both = await Promise.all([
    prefer(li, { digestHour: 9 }, { "if-match": '"1"' }),
    prefer(li, { digestHour: 10 }, { "if-match": '"1"' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await prefer(li, { quietFrom: null })).body.code).toBe("request.invalid");
  expect((await prefer(li, { digestHour: 24 })).status).toBe(400);
});

test("nothing that somebody typed is kept, even where a caller hands it in", async () => {
  const params = { dueOn: "打电话给王总 13800138000", note: "投诉：质量太差", title: "x" };
  await tell(world, tenant, [taskNews([liId], { reason: { params: params as never } })]);
  expect((await listed(li)).items[0]?.reason).toEqual({
    code: "notification.task_assigned",
    params: {},
  });
});

test("two workers that tell the same at once tell it once", async () => {
  const news = taskNews([liId]);
  await Promise.all(Array.from({ length: 4 }, () => tell(world, tenant, [news])));
  expect((await listed(li)).total).toBe(1);
});

test("another workspace hears nothing", async () => {
  const elsewhere = await makeTenant(world);
  await tell(world, elsewhere, [taskNews([liId, elsewhere.adminUserId])]);
  expect((await listed(li)).total).toBe(0);
  const other = await sessionOf(app, elsewhere, elsewhere.adminUserId);
  expect((await listed(other)).total).toBe(1);
});
