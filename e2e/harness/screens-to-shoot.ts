import {
  at,
  firstRow,
  accountReady,
  openMissedSeason,
  ofKeyAccount,
  openPerson,
  type ScreenToShoot,
} from "./open-screen.ts";
import { moreScreensToShoot } from "./more-screens-to-shoot.ts";

/** Every screen and the dialogs people meet daily. */
export const screensToShoot: readonly ScreenToShoot[] = [
  { name: "today", open: at("/"), fullPage: false },
  { name: "cycle", as: "director", open: ofKeyAccount("/cycle") },
  { name: "accounts-board", as: "director", open: at("/accounts?view=board") },
  { name: "playbooks", open: at("/settings/playbooks") },
  { name: "today-full", open: at("/") },
  { name: "today-filtered", open: at("/?kind=payment_delay&severity=watch&owner=none") },
  { name: "today-resolved", open: at("/?status=resolved") },
  {
    name: "evidence",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page)
        .locator("button", { has: page.locator("svg") })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "resolve",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("r");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "task",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("t");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "log",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("l");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "search",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await page.keyboard.press("Control+k");
      await page.locator("dialog input").fill("h");
    },
  },
  {
    name: "search-screens",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await page.keyboard.press("Control+k");
      await page.locator("dialog input").fill("wh");
      await page.waitForTimeout(500);
    },
  },
  { name: "accounts", open: at("/accounts"), fullPage: false },
  {
    name: "matrix",
    open: async (page) => {
      await at("/accounts?view=matrix")(page);
      await page.getByRole("slider").first().waitFor();
    },
  },
  {
    name: "account",
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).getByRole("link").first().click();
      await page.waitForURL(/\/accounts\//);
      await accountReady(page);
    },
  },
  { name: "account-missed", open: openMissedSeason },
  {
    name: "figure",
    fullPage: false,
    open: async (page) => {
      await openMissedSeason(page);
      await page.locator("dl button, [class*=figure] button").first().click();
      await page.getByRole("dialog").locator("table").waitFor();
    },
  },
  { name: "imports", open: at("/imports") },
  {
    name: "import-reading",
    open: async (page) => {
      await at("/imports")(page);
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({
          name: "orders.csv",
          mimeType: "text/csv",
          buffer: Buffer.from("客户编号,订单号,下单日期,金额\nC0001,X1,2026-11-02,1200.00\n"),
        });
      await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
      await page.locator("main button").nth(1).waitFor();
    },
  },
  { name: "settings-me", open: at("/settings/me") },
  { name: "settings-tokens", open: at("/settings/tokens") },
  { name: "settings-workspace", open: at("/settings/workspace") },
  { name: "settings-users", open: at("/settings/users") },
  { name: "settings-departments", open: at("/settings/departments") },
  { name: "settings-single-sign-on", open: at("/settings/single-sign-on") },
  {
    name: "settings-channels",
    open: async (page) => {
      await page.goto("/settings/channels");
      await page.locator("main section h2").nth(2).waitFor();
      await page.locator("main section p").nth(4).waitFor();
    },
  },
  {
    name: "settings-channels-robot",
    open: async (page) => {
      await page.goto("/settings/channels");
      await page.getByRole("button", { name: /^(?:添加机器人|Add a robot)$/ }).click();
      await page
        .locator("#address")
        .fill("https://open.feishu.cn/open-apis/bot/v2/hook/0123abcd-ef01-4567-89ab-0123456789ab");
    },
  },
  {
    name: "notifications",
    open: async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: /未读|unread/ }).click();
      await page.getByRole("dialog").getByRole("listitem").nth(3).waitFor();
    },
  },
  { name: "sign-in", open: at("/sign-in") },
  { name: "settings-policy", open: at("/settings/policy") },
  { name: "settings-rates", open: at("/settings/rates") },
  { name: "settings-workdays", open: at("/settings/workdays") },
  { name: "settings-pauses", open: at("/settings/pauses") },
  {
    name: "settings-audit",
    open: async (page) => {
      await page.goto("/settings/audit");
      await page.locator("main section h2").waitFor();
      await page.locator("main details").first().waitFor();
    },
  },
  { name: "people", as: "director", open: at("/people"), fullPage: false },
  { name: "person", as: "director", open: openPerson },
  { name: "days", as: "director", open: at("/people/days?range=60") },
  { name: "account-people", as: "director", open: ofKeyAccount("") },
  { name: "chain", as: "director", open: ofKeyAccount("/chain") },
  { name: "chain-hidden", open: ofKeyAccount("/chain") },
  { name: "map", as: "director", open: ofKeyAccount("/map"), fullPage: false },
  { name: "support", as: "director", open: ofKeyAccount("/support") },
  {
    name: "path",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await ofKeyAccount("/support")(page);
      await page
        .getByRole("button", { name: /找路径|Find a way/ })
        .first()
        .click();
      await page.getByRole("dialog").locator("p").first().waitFor();
    },
  },
  { name: "brief", as: "director", open: ofKeyAccount("/brief") },
  { name: "privacy", as: "compliance", open: at("/privacy") },
  { name: "privacy-consents", as: "compliance", open: at("/privacy?tab=consents") },
  { name: "privacy-notice", as: "compliance", open: at("/privacy?tab=notice") },
  { name: "privacy-records", as: "compliance", open: at("/privacy?tab=records") },
  { name: "today-director", as: "director", open: at("/"), fullPage: false },
  { name: "today-tasks", open: at("/?show=task&whose=all") },
  ...moreScreensToShoot,
];
