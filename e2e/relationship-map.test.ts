import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import type { WatchedPage } from "./harness/open-browser.ts";
import { openBrowser, openPage, phone } from "./harness/open-browser.ts";
import { fillSetUp, firstRunPath } from "./harness/set-up-workspace.ts";
import type { RunningProduct } from "./harness/start-product.ts";
import { startProduct } from "./harness/start-product.ts";

let product: RunningProduct;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let accountId: string;

const headers = { "x-mainstay-request": "1" };
const password = "correct horse battery 7";

/** Asks the server as whoever is signed in on the page. */
const post = async <Answer>(who: Page, path: string, data: unknown): Promise<Answer> => {
  const answer = await who.request.post(`/api/v1${path}`, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
};

/** Maps are edited by directors and managers, not by the administrator: one is invited and joins. */
const signInDirector = async (): Promise<void> => {
  const admin = await openPage(browser, product.origin);
  await admin.page.goto(firstRunPath(product.printed()));
  await fillSetUp(admin.page, "zh-CN", "empty");
  const { path } = await post<{ path: string }>(admin.page, "/users", {
    email: "shen.lan@example.com",
    name: "沈岚",
    role: "director",
    visibility: "all",
  });
  await admin.close();
  watched = await openPage(browser, product.origin);
  page = watched.page;
  await post(page, "/invitations/accept", { token: path.split("#")[1], password });
};

const canvas = () => page.getByRole("application", { name: /关系图/ });
const card = (name: string) => page.locator(".react-flow__node", { hasText: name });
const dialog = () => page.getByRole("dialog");
const middleOf = async (name: string) => {
  const box = await card(name).boundingBox();
  if (!box) throw new Error(`${name} is not on the map`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
};
/** Walks by arrow keys until the person is in focus. */
const walkTo = async (name: string) => {
  await canvas().focus();
  await page.keyboard.press("Home");
  for (let step = 0; step < 12; step++) {
    const focused = await canvas().getAttribute("aria-activedescendant");
    const words = focused && (await page.locator(`#${focused}`).getAttribute("aria-label"));
    if (words?.startsWith(name)) return;
    await page.keyboard.press(step === 0 ? "ArrowDown" : "ArrowRight");
  }
  throw new Error(`${name} was not reached by keyboard`);
};
const choose = async (label: string, name: string) => {
  await dialog().getByLabel(label).fill(name);
  await page.keyboard.press("Enter");
};
const showList = () => page.getByText("列表", { exact: true }).click();
const showCanvas = async () => {
  await page.getByText("图", { exact: true }).click();
  await card("陈总").waitFor();
};
const row = (name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("button", { name, exact: true }) });

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await signInDirector();
  const account = await post<{ id: string }>(page, "/accounts", { name: "青云装备集团" });
  accountId = account.id;
  const people = `/accounts/${accountId}/people`;
  const boss = await post<{ id: string }>(page, people, { name: "陈总", title: "总经理" });
  for (const [name, title] of [
    ["林经理", "采购经理"],
    ["周工", "工程师"],
  ])
    await post(page, people, { name, title, reportsToId: boss.id });
});

afterAll(async () => {
  await watched?.close();
  await browser?.close();
  await product?.stop();
});

describe.sequential("the relationship map", () => {
  test("opens with the judgement and everybody in the tree, clean for who cannot see", async () => {
    await page.goto(`/accounts/${accountId}/map`);
    await card("周工").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("青云装备集团");
    expect(await page.locator(".react-flow__node").count()).toBe(3);
    expect(await findBarriers(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  test("a line is pulled from one person to another by mouse, with its kind and evidence", async () => {
    await card("林经理").hover();
    const from = await middleOf("林经理");
    const to = await middleOf("周工");
    await page.mouse.move(from.box.x + from.box.width - 1, from.y);
    await page.mouse.down();
    await page.mouse.move(from.box.x + from.box.width + 40, from.y + 20, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
    await dialog().getByText("第一位的话，第二位会听").waitFor();
    await dialog().getByText("强", { exact: true }).click();
    await dialog().getByLabel("依据").fill("评审会上周工按林经理的意思改了方案");
    await dialog().getByRole("button", { name: "保存" }).click();
    await page.getByText("影响 · 强").waitFor();
  });

  test("a placeholder is added and a superior changed by keyboard alone, and taken back", async () => {
    await walkTo("陈总");
    await page.keyboard.press("n");
    await dialog().getByText("占位（知道职位，不知道是谁）").click();
    await dialog().getByLabel("职务").fill("财务总监");
    await page.keyboard.press("Enter");
    await card("财务总监").waitFor();
    await dialog().waitFor({ state: "detached" });
    await walkTo("周工");
    await page.keyboard.press("m");
    await choose("上级", "林经理");
    await dialog().getByRole("button", { name: "保存" }).click();
    await page.getByText("周工 现在汇报给 林经理").waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").waitFor();
    await walkTo("周工");
    await page.keyboard.press("m");
    await choose("上级", "林经理");
    await dialog().getByRole("button", { name: "保存" }).click();
    await page.getByText("周工 现在汇报给 林经理").first().waitFor();
    await dialog().waitFor({ state: "detached" });
  });

  test("the list twin says the same and does the same: the placeholder gets its name there", async () => {
    await showList();
    expect(await row("周工").innerText()).toMatch(/林经理[\s\S]*影响 ← 林经理（强）/);
    expect(await row("林经理").innerText()).toContain("影响 → 周工（强）");
    expect(await row("财务总监").innerText()).toContain("占位");
    expect(await findBarriers(page)).toEqual([]);
    await row("财务总监").getByRole("button", { name: "财务总监：操作" }).click();
    await page.getByRole("menuitem", { name: "查明姓名" }).click();
    await dialog().getByLabel("姓名").fill("孙立");
    await page.keyboard.press("Enter");
    await row("孙立").waitFor();
    expect(await row("孙立").innerText()).not.toContain("占位");
  });

  test("a card is moved by keyboard and stays there after a reload", async () => {
    await showCanvas();
    await walkTo("林经理");
    const saved = page.waitForResponse((answer) => answer.url().includes("/map/places"));
    await page.keyboard.press("Shift+ArrowRight");
    expect((await saved).status()).toBe(200);
    await page.reload();
    await card("陈总").waitFor();
    await page.getByText("我的布局").waitFor();
  });

  test("the exported drawing names everybody and who took it out, runs nothing, and stands in the audit", async () => {
    await page.getByRole("button", { name: "导出" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "SVG 矢量图" }).click(),
    ]);
    const svg = await readFile((await download.path()) ?? "", "utf8");
    for (const words of ["陈总", "林经理", "周工", "孙立", "影响 · 强", "导出人 沈岚"])
      expect(svg).toContain(words);
    expect(svg).not.toMatch(/<script|<foreignObject|javascript:|xlink/i);
    await page.getByText("已导出，并记入审计").waitFor();
  });

  test("the printed map is one A3 page", async () => {
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "打印一页 A3" }).click();
    await page.locator(".map-print-sheet svg").waitFor({ state: "attached" });
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  });

  test("on a phone the list comes first, the picture on demand", async () => {
    const state = await page.context().storageState();
    const small = await openPage(browser, product.origin, { ...phone, storageState: state });
    await small.page.goto(`/accounts/${accountId}/map`);
    await small.page.getByRole("button", { name: "陈总", exact: true }).waitFor();
    expect(await small.page.locator(".react-flow").count()).toBe(0);
    expect(await findBarriers(small.page)).toEqual([]);
    const [content, screen] = await small.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(screen ?? 0);
    await small.page.getByText("图", { exact: true }).click();
    await small.page.locator(".react-flow__node").first().waitFor();
    await small.close();
  });
});
