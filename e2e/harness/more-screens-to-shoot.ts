import {
  at,
  firstRow,
  openMissedSeason,
  ofKeyAccount,
  openPerson,
  openPersonAct,
  openFirstOf,
  handoverPath,
  openHandoverAccount,
  ofManager,
  openChange,
  type ScreenToShoot,
} from "./open-screen.ts";
import { serviceScreensToShoot } from "./service-screens-to-shoot.ts";
import { caseScreensToShoot } from "./case-screens-to-shoot.ts";
import { promiseScreensToShoot } from "./promise-screens-to-shoot.ts";
import { surveyScreensToShoot } from "./survey-screens-to-shoot.ts";
import { loopScreensToShoot } from "./loop-screens-to-shoot.ts";
import { voiceScreensToShoot } from "./voice-screens-to-shoot.ts";
import { voiceDialogsToShoot } from "./voice-dialogs-to-shoot.ts";
import { sheetScreensToShoot } from "./sheet-screens-to-shoot.ts";

/** Screens of people, privacy, settings and the rest. */
export const moreScreensToShoot: readonly ScreenToShoot[] = [
  ...serviceScreensToShoot,
  ...caseScreensToShoot,
  ...surveyScreensToShoot,
  ...promiseScreensToShoot,
  ...voiceScreensToShoot,
  ...loopScreensToShoot,
  ...voiceDialogsToShoot,
  ...sheetScreensToShoot,
  { name: "today-obligations", open: at("/?show=obligation&whose=all") },
  { name: "team", as: "director", open: at("/team") },
  { name: "handovers", as: "director", open: at("/handovers") },
  {
    name: "handover",
    as: "director",
    open: openFirstOf("/api/v1/handovers?limit=1", handoverPath),
  },
  { name: "handover-account", as: "director", fullPage: false, open: openHandoverAccount },
  { name: "change", as: "director", open: openChange },
  { name: "outbox", as: "director", open: at("/outbox") },
  {
    name: "quick-log",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
      const { items } = (await found.json()) as { items: { name: string }[] };
      await page
        .getByPlaceholder(/.+/)
        .first()
        .fill(`今天下午拜访${items[0]?.name}，谈了涨价，对方有顾虑，下周三前回复报价`);
      await page.waitForTimeout(600);
    },
  },
  { name: "not-found", open: at("/no-such-page") },
  { name: "accept", open: at("/accept#wrong.link") },
  {
    name: "people-filtered",
    as: "director",
    open: at("/people?role=economic_buyer&hasJob=yes&q=z"),
  },
  { name: "people-duplicates", as: "director", open: at("/people/duplicates") },
  {
    name: "person-quick",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openMissedSeason(page);
      await page.getByRole("button", { name: /^(?:添加人物|Add a person)$/ }).click();
      await page.getByRole("dialog").locator("input").first().fill("王");
      await page.waitForTimeout(600);
    },
  },
  { name: "privacy-assessments", as: "compliance", open: at("/privacy?tab=assessments") },
  { name: "privacy-incidents", as: "compliance", open: at("/privacy?tab=incidents") },
  {
    name: "privacy-request",
    as: "compliance",
    fullPage: false,
    open: async (page) => {
      await at("/privacy")(page);
      await page.getByRole("button", { name: /^(?:登记请求|Record a request)$/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "consent-record",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openPerson(page);
      await page.getByRole("button", { name: /^(?:记录同意|Record a consent)$/ }).click();
      await page.getByRole("dialog").locator("form").waitFor();
    },
  },
  {
    name: "guided",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await ofKeyAccount("/chain")(page);
      await page
        .getByRole("button", { name: /重新评估|Judge anew/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "person-known",
    as: "director",
    open: async (page) => {
      const found = await page.request.get("/api/v1/days?days=60&kind=birthday&limit=1");
      const { items } = (await found.json()) as { items: { person: { id: string } | null }[] };
      await at(`/people/${items[0]?.person?.id}`)(page);
      await page.locator("main h1").waitFor();
    },
  },
  {
    name: "fact",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openPerson(page);
      await page
        .getByRole("button", { name: /^(?:添加敏感信息|Add something sensitive)$/ })
        .click();
      await page.waitForTimeout(400);
      await page.getByRole("menuitem").first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "person-merge", as: "director", fullPage: false, open: openPersonAct(/^(?:合并|Merge)/) },
  { name: "person-photo", as: "director", fullPage: false, open: openPersonAct(/照片|photo/i) },
  {
    name: "obligations",
    open: async (page) => {
      await at("/obligations")(page);
      await firstRow(page).waitFor();
    },
  },
  { name: "obligations-compliance", open: at("/obligations?tab=compliance&window=last_year") },
  {
    name: "obligation-move",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/obligations")(page);
      await page
        .getByRole("button", { name: /^(?:改期|Move)$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "signal-rules", as: "director", open: at("/settings/signal-rules") },
  {
    name: "signal-rules-preview",
    as: "director",
    open: async (page) => {
      await at("/settings/signal-rules")(page);
      await page.getByRole("button", { name: /^(?:试算|Try on the past)$/ }).click();
      await page
        .getByRole("status")
        .filter({ hasText: /已知属实|known real/ })
        .waitFor();
    },
  },
  { name: "rescues", as: "director", open: at("/rescues") },
  {
    name: "rescue-offer",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/rescues")(page);
      await page
        .getByRole("button", { name: /^(?:拟定方案|Plan an offer)$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "rescue-close",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/rescues")(page);
      await page
        .getByRole("button", { name: /^(?:了结|Close)…$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "account-cycle", as: "director", open: ofKeyAccount("/cycle") },
  { name: "health", open: at("/health"), fullPage: true },
  { name: "calendar-month", as: "director", open: ofManager("month") },
  { name: "calendar-week", as: "director", open: ofManager("week") },
  { name: "calendar-agenda", as: "director", open: ofManager("agenda") },
  { name: "calendar-empty", open: at("/calendar?view=month") },
  { name: "service-policy", open: at("/settings/service-policy") },
  {
    name: "service-policy-preview",
    open: async (page) => {
      await at("/settings/service-policy")(page);
      await page
        .getByRole("button", { name: /核心价值|“Core”/ })
        .first()
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(/回复时限|Reply within/).fill("8");
      await dialog.getByRole("combobox", { name: /^(?:拜访|Visit)$/ }).click();
      await page
        .getByTitle(/^(?:每季度|Every quarter)$/)
        .last()
        .click();
      await dialog.getByRole("checkbox").last().check();
      await dialog.getByRole("button", { name: /保\s?存|Save/ }).click();
      await page.getByRole("button", { name: /^(?:预览影响|Preview)$/ }).click();
      await page.getByRole("heading", { level: 3 }).waitFor();
    },
  },
  {
    name: "sign-in-code",
    open: async (page) => {
      // Nobody of the demo has a second factor; the server's answer is the only thing put in its place.
      await page.route("**/api/v1/session", (route) =>
        route.request().method() === "POST"
          ? route.fulfill({ json: { needs: "code" } })
          : route.continue(),
      );
      await at("/sign-in")(page);
      await page.locator("input[type=email]").fill("lin@example.test");
      await page.locator("input[type=password]").fill("nothing that counts");
      await page.locator("button[type=submit]").click();
      await page.locator("input[autocomplete=one-time-code]").waitFor();
      await page.unroute("**/api/v1/session");
    },
  },
  { name: "programme", open: at("/programme"), fullPage: true },
  {
    name: "approvals",
    open: async (page) => {
      await page.goto("/approvals");
      await page.locator("main li").first().waitFor();
    },
  },
];
