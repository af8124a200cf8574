import { savedViews } from "@mainstay/contract/saved-view";
import { beforeAll, expect, test } from "vitest";
import { makeTenant, makeUser, type TestTenant } from "../test-world/make-tenant.ts";
import { testWorld } from "../test-world/test-world.ts";
import type { App } from "./app.ts";
import { sessionOf, type TestCaller, testApp } from "./test-app.ts";

let app: App;
let tenant: TestTenant;
let caller: TestCaller;
beforeAll(async () => {
  app = await testApp();
  tenant = await makeTenant(await testWorld());
  caller = await sessionOf(app, tenant, tenant.adminUserId);
});

const save = (name: string, key: string, who = caller) =>
  who(savedViews.save, {
    body: { place: "accounts", name, query: { level: "act" } },
    headers: { "idempotency-key": key },
  });
const countViews = async () => (await caller(savedViews.list)).body.items.length;

test("repeating a request with its key gives the first answer again and no second effect", async () => {
  const first = await save("逾期", "k-1");
  const again = await save("逾期", "k-1");
  expect(first.status).toBe(201);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
});

test("ten requests that race with one key have one effect and one answer", async () => {
  const before = await countViews();
  const answers = await Promise.all(Array.from({ length: 10 }, () => save("竞速", "k-race")));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(await countViews()).toBe(before + 1);
});

test("a key that was used for something else is refused", async () => {
  await save("甲", "k-2");
  const other = await save("乙", "k-2");
  expect(other.body).toMatchObject({ status: 422, code: "request.idempotency_conflict" });
});

test("a refused request leaves its key free", async () => {
  await save("占用", "k-3");
  expect((await save("占用", "k-4")).body.code).toBe("view.name_taken");
  expect((await save("另一个", "k-4")).status).toBe(201);
});

test("the same key of another person is another key", async () => {
  const second = await makeUser(await testWorld(), tenant, "director");
  await save("共同", "k-5");
  const theirs = await save("共同", "k-5", await sessionOf(app, tenant, second));
  expect(theirs.status).toBe(201);
});

test("a key of odd characters or length is refused by name", async () => {
  for (const key of ["a b", "键", "x".repeat(201)]) {
    const answer = await save("怪", encodeURI(key) === key ? key : key.replace("键", "\u00e9"));
    expect(answer.body.fields?.[0]).toMatchObject({ in: "headers", path: "idempotency-key" });
  }
});
