import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import type { WatchedPage } from "./harness/open-browser.ts";
import { openBrowser, openPage, phone } from "./harness/open-browser.ts";
import { setUpWorkspace } from "./harness/set-up-workspace.ts";
import type { RunningProduct } from "./harness/start-product.ts";
import { startProduct } from "./harness/start-product.ts";

let product: RunningProduct;
let browser: Browser;
let watched: WatchedPage;
let folder: string;
let stateFile: string;
let page: Page;

const checkScreen = async (shown: Page) => {
  expect(await findBarriers(shown)).toEqual([]);
  const [content, screen] = await shown.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
  const text = await shown.locator("body").innerText();
  expect(text).not.toMatch(/\b(?:account|accountPage|policy|figure|person|glossary)\.[a-z_]+/);
  expect(text).not.toMatch(/\b[a-z]+_[a-z]+\b/);
};

const rows = () => page.getByRole("grid").getByRole("row");

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    startProduct(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "mainstay-accounts-")),
  ]);
  stateFile = join(folder, "state.json");
  await setUpWorkspace(browser, product.origin, product.printed(), {
    portfolio: "demo",
    stateFile,
  });
  watched = await openPage(browser, product.origin, { storageState: stateFile });
  page = watched.page;
});

afterAll(async () => {
  await watched?.close();
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.sequential("the accounts of the demo portfolio", () => {
  test("lead with one sentence, then the riskiest row by row", async () => {
    await page.goto("/accounts");
    await page.getByRole("heading", { level: 1, name: /120 家客户.*毛利处于风险/ }).waitFor();
    await rows().nth(1).waitFor();
    await checkScreen(page);
  });

  test("are narrowed by risk, searched by initials, and the address remembers both", async () => {
    const lost = page.getByRole("button", { name: /可能流失/ });
    await lost.click();
    await page.waitForURL(/level=lost/);
    await page.getByRole("searchbox").fill("hs");
    await page.waitForURL(/q=hs/);
    await expect.poll(() => rows().count()).toBeLessThan(10);
    await page.reload();
    expect(await page.getByRole("searchbox").inputValue()).toBe("hs");
    await page.getByRole("button", { name: "清除筛选" }).first().click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });

  test("open and come back by keyboard with their order kept", async () => {
    await page.getByRole("button", { name: "按近 12 月收入排序" }).click();
    await page.waitForURL(/sort=revenue12m/);
    await page.getByRole("grid").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByText("已选 1 项").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { name: "订单节律" }).waitFor();
    await page.goBack();
    await page.waitForURL(/sort=revenue12m/);
    await page.getByText("已选 1 项").waitFor();
    await page.getByRole("button", { name: "取消选择" }).click();
  });

  test("are exported exactly as they are seen", async () => {
    await page.goto("/accounts?level=lost&columns=name,level,valueAtRisk");
    await page.getByRole("button", { name: "导出" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: /UTF-8/ }).click(),
    ]);
    const lines = await file
      .createReadStream()
      .then((stream) => stream.toArray())
      .then((parts) => Buffer.concat(parts).toString("utf8").trim().split(/\r?\n/));
    const shown = Number((await page.getByRole("grid").getAttribute("aria-rowcount")) ?? 0);
    expect(lines).toHaveLength(shown);
    expect(lines[0]?.split(",")).toHaveLength(3);
  });
});

describe.sequential("the value × potential matrix", () => {
  const line = () => page.getByRole("slider", { name: "潜力线" });

  test("previews, simulates and publishes a moved line", async () => {
    await page.goto("/accounts?view=matrix");
    await line().waitFor();
    await checkScreen(page);
    await line().focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("PageDown");
    expect(await line().getAttribute("aria-valuenow")).toBe("45");
    await page.getByText(/家客户会换分层/).waitFor();
    expect(await page.getByRole("button", { name: "发布…" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "模拟全部客户" }).click();
    await page.getByText(/在全部 [\d,]+ 家客户中/).waitFor();
    await page.getByRole("button", { name: "发布…" }).click();
    await page.getByLabel("说明").fill("放宽潜力线,与销售部商定");
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByText("评估规则第 1 版已发布").waitFor();
    await page.getByRole("tab", { name: "历史版本" }).click();
    await page.getByText("放宽潜力线,与销售部商定").waitFor();
    expect(await line().getAttribute("aria-valuenow")).toBe("45");
  });

  test("moves a line by dragging it", async () => {
    const box = await line().boundingBox();
    if (box === null) throw new Error("The line is not shown.");
    const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y, { steps: 4 });
    await page.mouse.up();
    expect(Number(await line().getAttribute("aria-valuenow"))).toBeGreaterThan(50);
    await page.getByRole("button", { name: "放弃改动" }).click();
    expect(await line().getAttribute("aria-valuenow")).toBe("45");
  });
});

describe.sequential("the account page", () => {
  test("shows the missed window and says why", async () => {
    await page.goto("/accounts?level=act,lost");
    await rows().nth(1).click();
    await page.getByRole("heading", { name: "订单节律" }).waitFor();
    await page.locator("svg text", { hasText: "错过" }).waitFor();
    await page
      .getByText(/往年都在.*下单/)
      .first()
      .waitFor();
    await checkScreen(page);
  });

  test("reads the strip by keyboard and as a table", async () => {
    const strip = page.getByRole("group", { name: /订单节律图/ });
    await strip.focus();
    await page.keyboard.press("End");
    await page
      .getByRole("status")
      .filter({ hasText: /年.*日：¥/ })
      .waitFor();
    await page.getByRole("button", { name: "以表格查看" }).click();
    await page.getByRole("cell", { name: "错过的窗口" }).first().waitFor();
  });

  test("opens a number's formula and the rows it was made of", async () => {
    await page.locator("dd button", { hasText: "%" }).first().click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText("计算方式").waitFor();
    await drawer.getByText("所用的下单日").waitFor();
    await checkScreen(page);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  test("logs a contact in one line", async () => {
    await page.getByRole("textbox", { name: "速记" }).fill("今天电话沟通，对方说下月恢复订货");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("已记录").first().waitFor();
    await page.getByText("对方说下月恢复订货").first().waitFor();
  });

  test("never overwrites what somebody else has saved", async () => {
    const other = await openPage(browser, product.origin, { storageState: stateFile });
    await other.page.goto(page.url());
    const edit = async (shown: Page, words: string) => {
      await shown.getByRole("button", { name: "编辑地区" }).click();
      await shown.getByRole("textbox", { name: "地区" }).fill(words);
    };
    await other.page.getByRole("button", { name: "编辑地区" }).waitFor();
    await edit(page, "华南");
    await edit(other.page, "东北");
    await other.page.keyboard.press("Enter");
    await other.page.getByText("地区已保存").waitFor();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("东北").waitFor();
    await dialog.getByText("华南").waitFor();
    await dialog.getByRole("button", { name: "保留我的" }).click();
    await page.getByText("地区已保存").waitFor();
    expect(other.troubles).toEqual([]);
    await other.close();
  });

  test("works in English on a 360 px phone", async () => {
    const small = await openPage(browser, product.origin, {
      ...phone,
      locale: "en",
      storageState: stateFile,
    });
    await small.page.request.patch("/api/v1/session/user", {
      headers: { "x-mainstay-request": "1" },
      data: { locale: "en" },
    });
    await small.page.goto("/accounts?level=act");
    await small.page.getByRole("heading", { level: 1, name: /margin at risk/ }).waitFor();
    await checkScreen(small.page);
    await small.page.getByRole("list", { name: "Accounts" }).getByRole("link").first().tap();
    await small.page.getByRole("heading", { name: "Order rhythm" }).waitFor();
    await checkScreen(small.page);
    expect(small.troubles).toEqual([]);
    await small.close();
  });

  test("nothing went wrong on the way", () => {
    expect(watched.troubles).toEqual([]);
  });
});
