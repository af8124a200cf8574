import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sessions } from "@mainstay/contract/session";
import { users } from "@mainstay/contract/user";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { accessListener } from "../platform/access/access-news.ts";
import { hashSecret, newSecret, writeDotted } from "../platform/access/credential.ts";
import { newId } from "../platform/clock/new-id.ts";
import { hearChannels } from "../platform/db/hear-channels.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { streamsPerReader } from "../platform/events/event-hub.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, testConfig } from "../platform/http/test-app.ts";
import { createLog } from "../platform/log/create-log.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { taskNews, tell } from "./notification-test-bench.ts";
import { notifyAll } from "./notify.ts";

interface Process {
  readonly app: App;
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

let world: TestWorld;
let tenant: TestTenant;
let liId: string;
let one: Process;
let two: Process;
const log = createLog("silent");

/** A web process as `serveAll` makes it: its own server, its own listening connection. */
const startProcess = async (): Promise<Process> => {
  const app = await buildApp({ database: world.database, config: testConfig() });
  let heard = 0;
  const up = { channel: "mainstay_test_up", hear: () => {}, onUp: () => heard++, onDown: () => {} };
  const silence = hearChannels(world.appUrl, log, [
    accessListener(app.gate),
    ...app.events.listeners,
    up,
  ]);
  await app.http.listen({ port: 0, host: "127.0.0.1" });
  while (heard === 0) await sleep(10);
  const { port } = app.http.server.address() as AddressInfo;
  return {
    app,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closing = app.http.close();
      // Kept-alive connections of finished requests are not what is under test.
      const impatience = setTimeout(() => app.http.server.closeAllConnections(), 200);
      await closing;
      clearTimeout(impatience);
      await silence();
    },
  };
};

beforeAll(async () => {
  world = await testWorld();
  [one, two] = [await startProcess(), await startProcess()];
});
afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
});
beforeEach(async () => {
  tenant = await makeTenant(world);
  liId = await makeUser(world, tenant, "manager");
});

/** A session of a user as the cookie that a browser sends. */
const cookieOf = async (userId: string, of = tenant): Promise<string> => {
  const secret = newSecret();
  await withTenant(world.database, of.scope, (tx) =>
    tx
      .insertInto("session")
      .values({
        tenant_id: of.tenantId,
        id: newId(),
        user_id: userId,
        token_hash: hashSecret(secret),
        last_seen_at: new Date(),
        expires_at: new Date(Date.now() + 86_400_000),
      })
      .execute(),
  );
  return `mainstay_session=${writeDotted(of.tenantId, secret)}`;
};

interface Heard {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Record<string, unknown>;
}

/** Opens the stream as EventSource would and gathers what it says. */
const follow = async (at: Process, cookie: string, lastEventId?: string) => {
  const away = new AbortController();
  const answer = await fetch(`${at.origin}/api/v1/events?follow=yes`, {
    headers: {
      cookie,
      "accept-encoding": "gzip, br",
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    signal: away.signal,
  });
  const heard: Heard[] = [];
  let isOver = false;
  const read = async () => {
    let text = "";
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString();
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
        const event = field("event");
        if (event) heard.push({ event, id: field("id"), data: JSON.parse(field("data") ?? "{}") });
      }
    }
  };
  const ended = read()
    .catch(() => {})
    .then(() => (isOver = true));
  /** Waits for something to be said; the limit is only so that a broken promise ends the test. */
  const until = async (fits: (all: readonly Heard[]) => boolean) => {
    for (let waited = 0; !fits(heard) && waited < 400; waited++) await sleep(10);
    expect(fits(heard), JSON.stringify(heard)).toBe(true);
  };
  await until((all) => all.some(({ event }) => event === "unread") || answer.status !== 200);
  return { answer, heard, until, ended, leave: () => away.abort(), isOver: () => isOver };
};
const news = (all: readonly Heard[]) => all.filter(({ event }) => event === "notification");

test("a reader on either process hears of news when its transaction has committed, not before and not when it rolls back", async () => {
  const cookie = await cookieOf(liId);
  const [here, there] = [await follow(one, cookie), await follow(two, cookie)];
  expect(here.answer.headers.get("content-encoding")).toBeNull();
  expect(here.answer.headers.get("x-accel-buffering")).toBe("no");
  expect(here.heard).toEqual([{ event: "unread", id: undefined, data: { unread: 0 } }]);
  const scope = { ...tenant.scope, actorUserId: null };
  const broken = withTenant(world.database, scope, async (tx) => {
    await notifyAll(tx, tenant.tenantId, [taskNews([liId])]);
    throw new Error("the act failed");
  });
  await expect(broken).rejects.toThrow("the act failed");
  let isCommitted = false;
  await withTenant(world.database, scope, async (tx) => {
    await notifyAll(tx, tenant.tenantId, [taskNews([liId])]);
    await sleep(150);
    expect([...news(here.heard), ...news(there.heard)]).toEqual([]);
    isCommitted = true;
  });
  for (const stream of [here, there]) {
    await stream.until((all) => isCommitted && news(all).length === 1);
    await stream.until((all) => all.at(-1)?.data["unread"] === 1);
    stream.leave();
  }
});

test("neither a colleague nor another workspace hears of it", async () => {
  const elsewhere = await makeTenant(world);
  const colleague = await follow(one, await cookieOf(tenant.adminUserId));
  const foreign = await follow(one, await cookieOf(elsewhere.adminUserId, elsewhere));
  const mine = await follow(one, await cookieOf(liId));
  await tell(world, tenant, [taskNews([liId])]);
  await mine.until((all) => news(all).length === 1);
  await sleep(100);
  expect([...colleague.heard, ...foreign.heard].map(({ data }) => data)).toEqual([
    { unread: 0 },
    { unread: 0 },
  ]);
  for (const stream of [colleague, foreign, mine]) stream.leave();
});

test("who comes back with the last event they had is given what they missed and nothing twice", async () => {
  const cookie = await cookieOf(liId);
  const before = await follow(one, cookie);
  await tell(world, tenant, [taskNews([liId])]);
  await before.until((all) => news(all).length === 1);
  const [last] = news(before.heard);
  before.leave();
  await tell(world, tenant, [taskNews([liId]), taskNews([liId])]);
  const after = await follow(two, cookie, last?.id);
  await after.until((all) => news(all).length === 2);
  expect(news(after.heard).map(({ id }) => id)).not.toContain(last?.id);
  expect(after.heard.at(-1)?.data).toEqual({ unread: 3 });
  const nonsense = await follow(two, cookie, "x~'; drop table");
  expect(news(nonsense.heard)).toEqual([]);
  for (const stream of [after, nonsense]) stream.leave();
});

test("the stream ends when its session is ended elsewhere, and when the user is shut out", async () => {
  const cookie = await cookieOf(liId);
  const stream = await follow(one, cookie);
  const elsewhere = await sessionOf(two.app, tenant, liId);
  await elsewhere(sessions.endOthers);
  await stream.ended;
  expect(stream.heard.at(-1)?.event).toBe("signed_out");
  const again = await fetch(`${one.origin}/api/v1/events?follow=yes`, { headers: { cookie } });
  expect(again.status).toBe(401);
});

test("the stream ends without signing out when the reader may see less than before, so that it goes on in their new sight", async () => {
  const directorId = await makeUser(world, tenant, "director");
  const cookie = await cookieOf(directorId);
  const stream = await follow(one, cookie);
  const admin = await sessionOf(two.app, tenant, tenant.adminUserId);
  const edited = await admin(users.edit, {
    params: { userId: directorId },
    headers: { "if-match": "*" },
    body: { visibility: "own" },
  });
  expect(edited.status).toBe(200);
  await stream.ended;
  expect(stream.heard.map(({ event }) => event)).not.toContain("signed_out");
  const again = await follow(one, cookie);
  expect(again.answer.status).toBe(200);
  again.leave();
});

test("a reader has a limited number of streams; leaving one makes room", async () => {
  const cookie = await cookieOf(liId);
  const open = [];
  for (let at = 0; at < streamsPerReader; at++) open.push(await follow(two, cookie));
  const over = await follow(two, cookie);
  expect(over.answer.status).toBe(429);
  open[0]?.leave();
  const limit = Date.now() + 3_000;
  let answer = await follow(two, cookie);
  while (answer.answer.status !== 200 && Date.now() < limit) answer = await follow(two, cookie);
  expect(answer.answer.status).toBe(200);
  for (const stream of [...open, answer]) stream.leave();
});

test("a listening connection that is cut comes back, and what was told meanwhile is caught up on", async () => {
  const cookie = await cookieOf(liId);
  const stream = await follow(one, cookie);
  await tell(world, tenant, [taskNews([liId])]);
  await stream.until((all) => news(all).length === 1);
  await askTenant(
    world,
    tenant,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()`,
  );
  await tell(world, tenant, [taskNews([liId])]);
  await stream.until((all) => news(all).length === 2);
  stream.leave();
});

test("reading in one window counts down in the other", async () => {
  const stream = await follow(one, await cookieOf(liId));
  await tell(world, tenant, [taskNews([liId])]);
  await stream.until((all) => all.at(-1)?.data["unread"] === 1);
  await askTenant(
    world,
    { ...tenant, scope: tenant.ownScope(liId) },
    "update notification set read_at = now()",
  );
  await stream.until((all) => all.at(-1)?.data["unread"] === 0);
  stream.leave();
});

test("without follow it ends after what is known now, and a stopping process lets everybody go", async () => {
  const cookie = await cookieOf(liId);
  const short = await fetch(`${one.origin}/api/v1/events`, { headers: { cookie } });
  expect(await short.text()).toContain('data: {"unread":0}');
  const third = await startProcess();
  const stream = await follow(third, cookie);
  await third.stop();
  await stream.ended;
  expect(third.app.events.count()).toBe(0);
});
