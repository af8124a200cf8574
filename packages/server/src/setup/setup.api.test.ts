import { sessions } from "@mainstay/contract/session";
import { setup } from "@mainstay/contract/setup";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import type { App } from "../platform/http/app.ts";
import { nobody, testConfig } from "../platform/http/test-app.ts";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";
import { prepareFirstRun } from "./installation.ts";

let world: TestWorld & { close: () => Promise<void> };
let app: App;
beforeAll(async () => {
  world = await privateWorld();
  app = await buildApp({ database: world.database, config: testConfig() });
});
afterAll(async () => {
  await app.http.close();
  await world.close();
});

const administrator = { name: "李明", email: "Li@Wanhua.cn", password: "correct horse battery" };
const complete = (token: string, password = administrator.password) =>
  nobody(app)(setup.complete, {
    body: {
      token,
      workspaceName: "万华",
      locale: "zh-CN",
      administrator: { ...administrator, password },
      portfolio: "demo",
    },
  });
const newLink = async () => {
  const link = await prepareFirstRun(world.database, app.clock.now());
  return link?.path.split("#")[1] ?? "";
};
const jobs = async () => {
  const client = new pg.Client(world.ownerUrl);
  await client.connect();
  const { rows } = await client.query(
    "select task_identifier as task from graphile_worker.jobs order by id",
  );
  await client.end();
  return rows.map(({ task }) => task);
};

test("the first run: only the newest link works, once, and orders the demo portfolio with it", async () => {
  expect((await nobody(app)(setup.state)).body.isNeeded).toBe(true);
  const old = await newLink();
  const token = await newLink();
  expect((await complete(old)).body.code).toBe("session.link_invalid");
  expect((await complete("rubbish")).body.code).toBe("session.link_invalid");
  expect((await complete(token, "li@wanhua.cn")).body.code).toBe("session.password_too_weak");
  expect(await jobs()).toEqual([]);

  const both = await Promise.all([complete(token), complete(token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
  const done = both.find(({ status }) => status === 201);
  expect(done?.body).toMatchObject({
    user: { email: "li@wanhua.cn", role: "admin" },
    workspace: { name: "万华", locale: "zh-CN" },
  });
  expect(String(done?.headers["set-cookie"])).toContain("HttpOnly");
  expect(await jobs()).toEqual(["generate_demo_portfolio"]);

  expect((await nobody(app)(setup.state)).body.isNeeded).toBe(false);
  expect(await prepareFirstRun(world.database, app.clock.now())).toBeNull();
  const { email, password } = administrator;
  expect((await nobody(app)(sessions.signIn, { body: { email, password } })).status).toBe(200);
});

test("two processes that start at once make one workspace", async () => {
  const fresh = await privateWorld();
  await Promise.all([1, 2, 3].map(() => prepareFirstRun(fresh.database, new Date())));
  const client = new pg.Client(fresh.ownerUrl);
  await client.connect();
  await client.query("select set_config('mainstay.round', 'on', false)");
  const { rows } = await client.query("select count(*)::int as tenants from tenant");
  await client.end();
  await fresh.close();
  expect(rows).toEqual([{ tenants: 1 }]);
});
