import type { Browser, Page } from "playwright";
import { openPage } from "./open-browser.ts";

export const administrator = {
  email: "chen.jing@example.com",
  password: "correct horse battery 9",
};

/** The path of the one-time link that a starting server prints. */
export const firstRunPath = (printed: string): string => {
  const link = /\/set-up#\S+/.exec(printed)?.[0];
  if (link === undefined) throw new Error(`No first-run link was printed:\n${printed}`);
  return link;
};

const words = {
  "zh-CN": {
    workspace: "公司或团队名称",
    name: "管理员",
    email: "邮箱",
    password: "密码",
    start: "开始使用",
  },
  en: {
    workspace: "Company or team name",
    name: "Administrator",
    email: "Email",
    password: "Password",
    start: "Start",
  },
};

/** Fills the set-up page as a person would and starts. */
export const fillSetUp = async (
  page: Page,
  locale: "zh-CN" | "en",
  portfolio: "empty" | "demo",
): Promise<void> => {
  const say = words[locale];
  await page
    .getByLabel(say.workspace)
    .fill(locale === "en" ? "Riverbend Industries" : "砥柱演示公司");
  await page.getByLabel(say.name, { exact: true }).fill(locale === "en" ? "Jane Chen" : "陈静");
  await page.getByLabel(say.email).fill(administrator.email);
  await page.getByLabel(say.password, { exact: true }).fill(administrator.password);
  await page.locator(`input[type=radio][value=${portfolio}]`).check();
  await page.getByRole("button", { name: say.start }).click();
  await page.waitForURL((url) => url.pathname === "/");
};

/** Warnings of the cycle come before the orders have been judged: the whole judgement is waited for. */
const waitUntilJudged = async (page: Page): Promise<void> => {
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    const { asOf } = (await (await page.request.get("/api/v1/today")).json()) as {
      asOf: string | null;
    };
    if (asOf !== null) return;
    await page.waitForTimeout(500);
  }
  throw new Error("The demo portfolio was not judged in time.");
};

/** Goes through set-up once and keeps the signed-in state for other pages; waits until the portfolio has been judged. */
export const setUpWorkspace = async (
  browser: Browser,
  origin: string,
  printed: string,
  { portfolio, stateFile }: { portfolio: "empty" | "demo"; stateFile: string },
): Promise<void> => {
  const { page, close } = await openPage(browser, origin);
  await page.goto(firstRunPath(printed));
  await fillSetUp(page, "zh-CN", portfolio);
  if (portfolio === "demo") await waitUntilJudged(page);
  await page.context().storageState({ path: stateFile });
  await close();
};
