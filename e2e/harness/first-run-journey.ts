import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./check-accessibility.ts";
import type { WatchedPage } from "./open-browser.ts";
import { openBrowser, openPage, phone } from "./open-browser.ts";
import { fillSetUp, firstRunPath } from "./set-up-workspace.ts";
import type { RunningProduct } from "./start-product.ts";
import { startProduct } from "./start-product.ts";

const orders = fileURLToPath(
  new URL("../../../shared/data/online-retail-ii/lines.csv.gz", import.meta.url),
);

const words = {
  "zh-CN": {
    upload: "导入",
    good: "读法正确，下一步",
    check: "开始试读",
    commit: /^写入 /,
    resolve: "了结",
    more: "更多",
    saved: "已挽回",
    note: "说明",
    toast: "已了结：已挽回",
    atRisk: /处于风险/,
    resolvedView: "已了结",
  },
  en: {
    upload: "Imports",
    good: "Looks right, next",
    check: "Start the dry run",
    commit: /^Import [\d,]+ rows$/,
    resolve: "Resolve",
    more: "More",
    saved: "Saved",
    note: "Note",
    toast: "Resolved: Saved",
    atRisk: /at risk/,
    resolvedView: "Resolved",
  },
};

/** Who goes through it: the language and the screen. */
export interface FirstReader {
  readonly name: string;
  readonly locale: "zh-CN" | "en";
  readonly isPhone: boolean;
}

const checkScreen = async (page: Page) => {
  expect(await findBarriers(page)).toEqual([]);
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
};

/** Text that must never reach a reader: keys, enum values, words of the other language. */
const checkLanguage = async (page: Page, locale: "zh-CN" | "en") => {
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/\b(?:glossary|signal|today|import|account|setting)\.[a-z_]+/);
  expect(text).not.toMatch(/\b[a-z]+_[a-z]+\b(?!\.)/);
  if (locale === "en") expect(text.replaceAll("中文", "")).not.toMatch(/\p{Script=Han}/u);
};

/** One reader's first hour, as tests: a file of its own each, so that two go side by side. */
export const firstRunJourney = ({ name, locale, isPhone }: FirstReader): void => {
  describe.skipIf(!existsSync(orders))(
    `${name}, from the first-run link to a resolved warning with the real Online Retail II file (skipped where ../shared is absent)`,
    () => {
      const say = words[locale];
      let browser: Browser;
      let product: RunningProduct;
      let watched: WatchedPage;

      beforeAll(async () => {
        [product, browser] = await Promise.all([startProduct(), openBrowser()]);
        watched = await openPage(browser, product.origin, { ...(isPhone && phone), locale });
      });
      afterAll(async () => {
        await watched?.close();
        await browser?.close();
        await product?.stop();
      });

      test("the link of the terminal creates the administrator of an empty workspace", async () => {
        const { page } = watched;
        await page.goto(firstRunPath(product.printed()));
        await page.getByRole("heading", { level: 1 }).waitFor();
        await checkScreen(page);
        await fillSetUp(page, locale, "empty");
        await page.locator("a[href='/imports'] button").waitFor();
        await checkScreen(page);
        await checkLanguage(page, locale);
      });

      test("the real file is read, checked row by row and imported", async () => {
        const { page } = watched;
        await page.locator("a[href='/imports'] button").click();
        await page.locator("input[type=file]").first().waitFor({ state: "attached" });
        await checkScreen(page);
        await page.locator("input[type=file]").first().setInputFiles(orders);
        await page.getByRole("button", { name: say.good }).click({ timeout: 60_000 });
        await page.getByRole("button", { name: say.check }).waitFor();
        await checkScreen(page);
        await page.getByRole("button", { name: say.check }).click();
        await page.getByRole("button", { name: say.commit }).click({ timeout: 120_000 });
        await page
          .getByRole("link")
          .filter({ has: page.locator("button") })
          .first()
          .waitFor({ timeout: 200_000 });
        await checkScreen(page);
      });

      test("Today names who is slipping, why and how much is at stake", async () => {
        const { page } = watched;
        await page.goto("/");
        await page.locator('article[id^="signal-"]').first().waitFor({ timeout: 200_000 });
        await page.getByRole("heading", { level: 1, name: say.atRisk }).waitFor();
        await checkScreen(page);
        await checkLanguage(page, locale);
      });

      test("a warned account opens from its row, and the way back keeps the list", async () => {
        const { page } = watched;
        const link = page.locator('article[id^="signal-"]').first().getByRole("link").first();
        const name = await link.innerText();
        await link.click();
        await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await page.waitForLoadState("networkidle");
        await checkScreen(page);
        await page.goBack();
        await page.locator('article[id^="signal-"]').first().waitFor();
      });

      test("its warning is resolved as saved, with a note, and leaves the list", async () => {
        const { page } = watched;
        const row = page.locator('article[id^="signal-"]').first();
        const id = await row.getAttribute("id");
        if (isPhone) {
          await row.getByRole("button", { name: say.more }).click();
          await page.getByRole("menuitem", { name: say.resolve }).click();
        } else await row.getByRole("button", { name: say.resolve, exact: true }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("radio", { name: say.saved }).check();
        await dialog.getByLabel(say.note).fill("RA-7");
        await checkScreen(page);
        await dialog.getByRole("button", { name: say.resolve }).click();
        await page.getByText(say.toast).waitFor();
        await page.locator(`[id="${id}"]`).waitFor({ state: "detached" });
        await page.goto("/?status=resolved");
        await page.locator(`[id="${id}"]`).waitFor();
        expect(await page.locator(`[id="${id}"]`).innerText()).toContain(say.saved);
      });

      test("nothing failed in the browser and nothing was asked of a foreign host", () => {
        expect(watched.troubles).toEqual([]);
      });
    },
  );
};
