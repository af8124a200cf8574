import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import { openBrowser, openPage, phone } from "./harness/open-browser.ts";
import { setUpWorkspace } from "./harness/set-up-workspace.ts";
import type { RunningProduct } from "./harness/start-product.ts";
import { startProduct } from "./harness/start-product.ts";

const headers = { "x-mainstay-request": "1" };
let product: RunningProduct;
let browser: Browser;
let folder: string;
let office: Page;
let context: BrowserContext;
let page: Page;
let accountId: string;
const closing: (() => Promise<void>)[] = [];

const post = async (path: string, data: object): Promise<Record<string, string>> => {
  const answer = await office.request.post(`/api/v1${path}`, { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Record<string, string>;
};
const read = async <Answer>(path: string): Promise<Answer> =>
  (await (await office.request.get(`/api/v1${path}`)).json()) as Answer;
const logged = () => read<{ total: number }>(`/accounts/${accountId}/interactions`);

const box = () => page.getByRole("textbox", { name: /^(?:速记|Quick log)$/ });
const say = async (line: string) => {
  await box().fill(line);
  await page.getByRole("button", { name: /^(?:保存|Save)$/ }).tap();
  await page
    .getByText(/已存在本机/)
    .first()
    .waitFor();
  expect(await box().inputValue()).toBe("");
};

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    startProduct(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "mainstay-offline-")),
  ]);
  const stateFile = join(folder, "state.json");
  const { origin } = product;
  await setUpWorkspace(browser, origin, product.printed(), { portfolio: "empty", stateFile });
  const desk = await openPage(browser, origin, { storageState: stateFile });
  closing.push(desk.close);
  office = desk.page;
  const session = await read<{ user: { id: string } }>("/session");
  const managerUserId = session.user.id;
  accountId = (await post("/accounts", { name: "江城精工有限公司", managerUserId }))["id"] ?? "";
  for (const [name, title] of [
    ["张伟", "总经理"],
    ["李明", "采购主任"],
  ])
    await post(`/accounts/${accountId}/people`, { name, title });
  const mobile = await openPage(browser, origin, { ...phone, storageState: stateFile });
  closing.push(mobile.close);
  page = mobile.page;
  context = page.context();
});

afterAll(async () => {
  for (const close of closing) await close().catch(() => undefined);
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.sequential("on a phone without network", () => {
  test("Today and an account that was open before are read again, marked with their time", async () => {
    await page.goto("/");
    await page.waitForFunction(() => navigator.serviceWorker?.controller !== null);
    await page.goto(`/accounts/${accountId}`);
    await box().waitFor();
    await page.goto("/");
    await page.locator("main h1").first().waitFor();
    const heading = (await page.locator("main h1").first().innerText()).trim();
    await context.setOffline(true);
    await page.reload();
    await page.getByText(heading).first().waitFor();
    await page.getByText(/离线/).first().waitFor();
  });

  test("two visits are logged, one in English, and outlive the page", async () => {
    await page.goto(`/accounts/${accountId}`);
    await say("昨天拜访张总，谈续约，他担心交期，月底前报价");
    await say("Met Director Li today about pricing, send the proposal next Wednesday");
    await page.close();
    page = await context.newPage();
    await page.goto("/outbox");
    await expect.poll(() => page.locator("main ul > li").count(), { timeout: 20_000 }).toBe(2);
    expect(await findBarriers(page)).toEqual([]);
    const [content, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(screen ?? 0);
    expect((await logged()).total, "nothing has reached the server").toBe(0);
  });

  test("with network again both are on the server exactly once, understood as they were written", async () => {
    await context.setOffline(false);
    await expect.poll(async () => (await logged()).total, { timeout: 20_000 }).toBe(2);
    await page.getByText("没有待上传的速记").waitFor();
    await page.reload();
    await page.getByText("没有待上传的速记").waitFor();
    const found = await read<{ total: number; items: Record<string, unknown>[] }>(
      `/accounts/${accountId}/interactions`,
    );
    expect(found.total).toBe(2);
    const [english, chinese] = found.items;
    expect(chinese).toMatchObject({
      kind: "visit",
      topic: "续约、交期",
      mood: "worried",
      people: [{ name: "张伟" }],
    });
    expect(english).toMatchObject({ kind: "visit", topic: "pricing", people: [{ name: "李明" }] });
    const tasks = await read<{ items: { title: string }[] }>(`/tasks?accountId=${accountId}`);
    expect(tasks.items.map(({ title }) => title).sort()).toEqual(["send the proposal", "报价"]);
  });

  test("signing out leaves nothing of it on the phone", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: /陈静/ }).tap();
    await page.getByRole("button", { name: "退出登录" }).tap();
    await page.waitForURL(/sign-in/);
    const left = await page.evaluate(async () => ({
      answers: await caches.has("mainstay-answers"),
      own: (await caches.keys()).length,
    }));
    expect(left.answers).toBe(false);
    await context.setOffline(true);
    await page.goto("/");
    await page.waitForTimeout(1_000);
    expect(await page.locator("body").innerText()).not.toContain("江城精工");
    await context.setOffline(false);
  });
});
