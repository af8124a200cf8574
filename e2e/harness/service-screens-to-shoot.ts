import { randomUUID } from "node:crypto";
import type { Page } from "playwright";
import { at, openPersonAct, type ScreenToShoot } from "./open-screen.ts";

const headers = { "x-mainstay-request": "1" };

export const idOf = async (page: Page, path: string): Promise<string> => {
  const found = await page.request.get(path);
  const { items } = (await found.json()) as { items: { id: string }[] };
  const id = items[0]?.id;
  if (id === undefined) throw new Error(`nothing is listed at ${path}`);
  return id;
};

/** The first case that a filter finds, on its own page. */
export const openCase = (query: string) => async (page: Page) =>
  at(`/cases/${await idOf(page, `/api/v1/cases?limit=1&${query}`)}`)(page);

/** One of the acts behind the button “more” of a running case. */
export const caseAct = (
  name: string,
  words: RegExp,
  query = "status=open&kind=fault",
): ScreenToShoot => ({
  name,
  as: "director",
  fullPage: false,
  open: async (page) => {
    await openCase(query)(page);
    await page
      .getByRole("button", { name: /^(?:更多|More)$/ })
      .last()
      .click();
    await page.getByRole("menuitem", { name: words }).click();
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(400);
  },
});

/** A button on the page of a case that opens a dialog. */
export const caseButton = (name: string, query: string, words: RegExp): ScreenToShoot => ({
  name,
  as: "director",
  fullPage: false,
  open: async (page) => {
    await openCase(query)(page);
    await page.getByRole("button", { name: words }).first().click();
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(400);
  },
});

export const post = async <Answer>(page: Page, path: string, data: object): Promise<Answer> => {
  const answer = await page.request.post(path, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
};

export const goPublic = async (page: Page, link: string) => {
  const { pathname, hash } = new URL(link, "http://any.invalid");
  // Another link of the same page changes only what stands behind the #: it is opened afresh.
  await page.goto(`${pathname}?${randomUUID()}${hash}`, { waitUntil: "networkidle" });
  await page.locator("main h1, main h2").first().waitFor();
};

export const filingLink = async (page: Page): Promise<string> => {
  const accountId = await idOf(page, "/api/v1/accounts?search=C0001&limit=1");
  const { url } = await post<{ url: string }>(page, `/api/v1/accounts/${accountId}/filing-links`, {
    days: 30,
  });
  return url;
};

/** Files a case as a customer does; gives the page to follow it. */
export const fileCase = async (page: Page): Promise<string> => {
  const { trackingPath } = await post<{ trackingPath: string }>(
    page,
    "/api/v1/public-cases/filing",
    {
      token: new URL(await filingLink(page)).hash.slice(1),
      clientRef: randomUUID(),
      kind: "fault",
      level: "major",
      words: "二号冷却塔从昨晚开始振动很大，已经降速运行。",
      contact: { name: "刘工", phone: "13800000000" },
    },
  );
  return trackingPath;
};

/** The link by which the customer of a solved case says whether it is solved. */
export const confirmationLink = async (page: Page): Promise<string> => {
  const caseId = await idOf(page, "/api/v1/cases?limit=1&status=solved");
  const path = `/api/v1/cases/${caseId}/confirmation-links`;
  const made = await post<{ path: string | null }>(page, path, {});
  return made.path ?? "/c/#none";
};

/** Cases with their acts, what came in, and the settings of clocks and mailbox. */
const desk: readonly ScreenToShoot[] = [
  { name: "cases", as: "director", open: at("/cases") },
  {
    name: "cases-analysed",
    as: "director",
    open: at("/cases?view=all&cause=delivery&segment=core&from=2026-07-01&to=2026-12-31"),
  },
  { name: "case-overdue", as: "director", open: openCase("overdue=true") },
  { name: "case-solved", as: "director", open: openCase("status=solved") },
  {
    name: "case-called",
    as: "director",
    open: openCase("status=closed&kind=question&order=newest"),
  },
  {
    name: "case-open",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/cases")(page);
      await page.getByRole("button", { name: /^(?:登记申告|Open a case)$/ }).click();
      await page.getByRole("dialog").waitFor();
      await page.waitForTimeout(400);
    },
  },
  caseAct("case-transfer", /^(?:转办|Transfer)$/),
  caseAct("case-pause", /^(?:暂停计时|Pause the clocks)/),
  caseAct("case-ask-pause", /^(?:请客户同意暂停|Ask to pause)/),
  caseAct("case-level", /^(?:改级别|Change level)$/),
  caseButton("case-solve", "status=open&kind=fault", /^(?:解\s?决|Solve)$/),
  caseButton("case-cost", "status=open&kind=fault", /^(?:登记费用|Note a cost)$/),
  caseButton("case-link", "status=open&kind=fault", /^(?:添加关联|Link)$/),
  caseButton("case-call-back", "status=solved", /^(?:登记回访|Record a call)$/),
  { name: "cases-unconfirmed", as: "director", open: at("/cases/unconfirmed") },
  { name: "cases-incoming", as: "director", open: at("/cases/incoming") },
  { name: "case-clocks", as: "director", open: at("/settings/case-clocks") },
  { name: "mailbox", open: at("/settings/mailbox") },
  { name: "today-cases", open: at("/?show=case&whose=all"), as: "director" },
  { name: "today-promises", open: at("/?show=promise&whose=all"), as: "director" },
  { name: "today-inspections", open: at("/?whose=all"), as: "compliance", fullPage: false },
  {
    name: "more-places",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/cases")(page);
      const more = page.locator("nav button[aria-expanded]");
      if (await more.isVisible()) await more.click();
    },
  },
  {
    name: "person-filing",
    as: "director",
    fullPage: false,
    open: openPersonAct(/报单|[Ff]iling|without signing in|Link/),
  },
];

/** Pages of customers: file, follow, confirm, and a link that leads nowhere. */
const customers: readonly ScreenToShoot[] = [
  { name: "c-file", as: "director", open: async (page) => goPublic(page, await filingLink(page)) },
  { name: "c-track", as: "director", open: async (page) => goPublic(page, await fileCase(page)) },
  {
    name: "c-confirm",
    as: "director",
    open: async (page) => goPublic(page, await confirmationLink(page)),
  },
  { name: "c-nowhere", as: "director", open: (page) => goPublic(page, "/c/#nothing") },
  { name: "s-nowhere", as: "director", open: (page) => goPublic(page, "/s/#nothing") },
];

export const serviceScreensToShoot: readonly ScreenToShoot[] = [...desk, ...customers];
