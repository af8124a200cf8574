import { notifications } from "@mainstay/contract/notification";
import { notificationKinds } from "@mainstay/domain/notification/notification-kind";
import { robotKinds } from "@mainstay/domain/robot/robot-kind";
import { robotNewsKinds } from "@mainstay/domain/robot/robot-news";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { composeDigests } from "../mail/compose-digests.ts";
import { sendWaitingMail } from "../mail/send-waiting-mail.ts";
import { makeCanaryWorld } from "../platform/access/canary-world.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, testConfig } from "../platform/http/test-app.ts";
import type { Mail } from "../platform/outside/outside-world.ts";
import { seal } from "../platform/secrets/seal.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { deliverRobotMessages } from "../robot/deliver-robot-messages.ts";
import { robotPlace } from "../robot/robot-queries.ts";
import { type News, notifyAll } from "./notify.ts";

let app: App;
let world: TestWorld;
const mails: Mail[] = [];
const posts: string[] = [];

beforeAll(async () => {
  world = await testWorld();
  app = await buildApp({
    database: world.database,
    config: testConfig(),
    outside: {
      sendMail: async (_, mail) => {
        mails.push(mail);
        return { kind: "sent" };
      },
      postToRobot: async (_, body) => {
        posts.push(JSON.stringify(body));
        return { status: 200, text: '{"errcode":0,"code":0}' };
      },
    },
  });
});

/** Fewer pieces of news than one digest shows. */
const aDigest = 20;

/** What the rooms pass on as they should, and what a careless caller would add to it. */
const paramsWith = (canary: string) => ({
  signalKind: "key_contact_left",
  severity: "critical",
  side: "theirs",
  obligationKind: "visit",
  approvalKind: "gift",
  status: "approved",
  dueOn: "2026-12-01",
  tasks: 1,
  person: canary,
  note: canary,
  summary: canary,
  phone: "13800138000",
});

test.each(["zh-CN", "en"] as const)(
  "no personal fact, number to call or word of a customer leaves by page, mail or robot (%s)",
  async (locale) => {
    const planted = await makeCanaryWorld(world, app.keyRing, {
      role: "compliance",
      visibility: "all",
      scopes: null,
    });
    const { tenant, actor, canaries, near } = planted;
    const { tenantId } = tenant;
    const codes = [...canaries.byCode.keys()];
    await askTenant(world, tenant, `update tenant set locale = '${locale}'`);
    await askTenant(world, tenant, "update account set short_name = '近客户'");
    const news = await withTenant(world.database, systemScope(tenantId), async (tx) => {
      for (const kind of robotKinds) {
        const id = newId();
        const url =
          kind === "wecom"
            ? "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=12345678"
            : "https://open.feishu.cn/open-apis/bot/v2/hook/12345678";
        await tx
          .insertInto("robot")
          .values({
            tenant_id: tenantId,
            id,
            name: kind,
            kind,
            url_sealed: seal(app.keyRing, robotPlace(tenantId, id), url),
            url_hint: "5678",
            kinds: [...robotNewsKinds],
            scope: "all",
            page_origin: "https://crm.example",
            locale,
          })
          .execute();
      }
      return notificationKinds.flatMap((kind, at) =>
        [...Array(2).keys()].map(
          (turn) =>
            ({
              userIds: [actor.userId],
              kind,
              subjectKind: "task",
              subjectId: near.accountId,
              accountId: near.accountId,
              reason: { params: paramsWith(codes[(at * 2 + turn) % codes.length] ?? "") },
              dedupeKey: newId(),
            }) as unknown as News,
        ),
      );
    });
    const allByMail = notificationKinds.map((kind) => [kind, "mail"]);
    const who = await sessionOf(app, tenant, actor.userId);
    const { body: wish } = await who(notifications.preferences);
    await who(notifications.savePreferences, {
      body: { ...wish, ways: Object.fromEntries(allByMail), quietFrom: null, quietTo: null },
      headers: { "if-match": "*" },
    });
    const work = {
      tenantId,
      database: world.database,
      keyRing: app.keyRing,
      clock: app.clock,
      log: app.log,
      outside: app.outside,
    };
    // A digest shows no more than a page of news: so many days of it that every piece is in one.
    for (let day = 0; day * aDigest < news.length; day++) {
      const time = { today: `2026-11-${23 + day}`, minuteOfDay: 720, isWorkday: true };
      await withTenant(world.database, systemScope(tenantId), async (tx) => {
        await notifyAll(tx, tenantId, news.slice(day * aDigest, (day + 1) * aDigest));
        await composeDigests(tx, tenantId, app.clock.now(), time);
      });
    }
    mails.length = 0;
    posts.length = 0;
    await sendWaitingMail(work);
    const robots = await askTenant<{ id: string }>(
      world,
      tenant,
      "select id from robot where not is_paused",
    );
    for (const { id } of robots) await deliverRobotMessages(work, id);
    const page = await who(notifications.list, { query: { limit: 200 } });
    const texts = mails.filter(({ to }) => to.startsWith(actor.userId)).map(({ text }) => text);
    expect(texts.join("\n").match(/近客户/g)).toHaveLength(notificationKinds.length * 2);
    expect(posts).toHaveLength(robotKinds.length);
    expect(page.body.total).toBeGreaterThanOrEqual(notificationKinds.length * 2);
    const everything = JSON.stringify([mails, posts, page.body]);
    expect(everything).toContain("近客户");
    expect(canaries.foundIn(everything).map(({ what }) => what)).toEqual([]);
    expect(everything).not.toContain("13800138000");
  },
);
