import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import { director, inviteColleague } from "./harness/invite-colleague.ts";
import { openBrowser, openPage, type WatchedPage } from "./harness/open-browser.ts";
import { setUpWorkspace } from "./harness/set-up-workspace.ts";
import { startProductAt, type TimedProduct } from "./harness/start-product.ts";

const headers = { "x-mainstay-request": "1" };
const manager = {
  role: "manager",
  name: "周明",
  email: "zhou@example.com",
  password: "manager horse battery 3",
} as const;
const account = "恒岳新材料有限公司";

let product: TimedProduct;
let browser: Browser;
let folder: string;
let desk: WatchedPage;
let lead: WatchedPage;
let admin: WatchedPage;
let accountId: string;
let contact: { positionId: string };

const send = async (page: Page, method: string, path: string, data?: object, ifMatch?: number) => {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { ...headers, ...(ifMatch !== undefined && { "if-match": `"${ifMatch}"` }) },
    ...(data && { data }),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? null : await answer.json();
};

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    // A Thursday; the Mid-Autumn Festival begins the next day, National Day a week later.
    startProductAt(new Date("2026-09-24T09:00:00+08:00")),
    openBrowser(),
    mkdtemp(join(tmpdir(), "mainstay-cycle-")),
  ]);
  const stateFile = join(folder, "administrator.json");
  const printed = product.printed();
  await setUpWorkspace(browser, product.origin, printed, { portfolio: "empty", stateFile });
  const signedIn = async (colleague: typeof manager | typeof director): Promise<WatchedPage> => {
    const own = join(folder, `${colleague.role}.json`);
    await inviteColleague(browser, product.origin, stateFile, colleague, own);
    return openPage(browser, product.origin, { storageState: own });
  };
  desk = await signedIn(manager);
  lead = await signedIn(director);
  admin = await openPage(browser, product.origin, { storageState: stateFile });
  await send(admin.page, "POST", "/workdays/adopt", { year: 2026 });
  const { items } = await send(admin.page, "GET", "/users");
  const zhou = items.find(({ name }: { name: string }) => name === manager.name);
  const made = await send(admin.page, "POST", "/accounts", {
    name: account,
    managerUserId: zhou.id,
    contractStartOn: "2026-09-24",
    contractEndOn: "2028-09-23",
  });
  accountId = made.id;
  const shen = await send(desk.page, "POST", `/accounts/${accountId}/people`, {
    name: "沈岚",
    title: "采购总监",
  });
  const chain = `/accounts/${accountId}/people/${shen.person?.id ?? shen.personId}/buying-role`;
  await send(desk.page, "PUT", chain, { role: "economic_buyer" });
  contact = { positionId: shen.id };
});

afterAll(async () => {
  for (const watched of [desk, lead, admin]) await watched?.close().catch(() => undefined);
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The readers' own clocks show what the product's shows. */
const setClocks = async (at: string) => {
  for (const { page } of [desk, lead]) await page.clock.setSystemTime(new Date(at));
};

/** Sessions end after days without use; colleagues sign in again. */
const signInAgain = async ({ page }: WatchedPage, who: { email: string; password: string }) => {
  const { email, password } = who;
  await send(page, "POST", "/session", { email, password });
};

const stepRow = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ hasText: title }).first();

describe.sequential("the cycle of one customer", () => {
  test("a new customer enters onboarding, and the steps fall on workdays around National Day", async () => {
    const { page } = desk;
    await setClocks("2026-09-24T09:10:00+08:00");
    await page.goto(`/accounts/${accountId}/cycle`);
    await page.getByText("建议转入").first().waitFor();
    await page.getByRole("button", { name: "按建议转入" }).click();
    await page.getByText("标准动作已生成").waitFor();
    const section = page.getByRole("region", { name: "合作阶段与标准动作" });
    const daysOf = (place: Locator) =>
      place
        .locator("time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
    // Five workdays after 24 September: 28, 29, 30 September, then 8 and 9 October.
    await expect.poll(() => daysOf(stepRow(page, "双方启动会"))).toContain("2026-10-09");
    // Saturday 10 October is worked for the holiday: so five workdays on, it is the 15th already.
    const syncs = section.getByRole("listitem").filter({ hasText: "首月每周沟通" });
    expect((await daysOf(syncs)).filter((day) => day > "2026-09-24").slice(0, 2)).toEqual([
      "2026-10-09",
      "2026-10-15",
    ]);
    const isFree = (day: string) =>
      (day >= "2026-09-25" && day <= "2026-09-27") || (day >= "2026-10-01" && day <= "2026-10-07");
    expect((await daysOf(section)).filter(isFree)).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
  });

  test("a line logged on Today fulfils the weekly sync", async () => {
    const { page } = desk;
    // Eight in the morning of the first Friday after the holiday.
    await product.moveOn(15 * 24 - 1);
    await setClocks("2026-10-09T08:10:00+08:00");
    await signInAgain(desk, manager);
    await signInAgain(lead, director);
    await page.goto("/");
    const sync = page.getByRole("article").filter({ hasText: "首月每周沟通" });
    await sync.first().waitFor();
    const box = page.getByRole("textbox", { name: "速记" });
    await box.fill("今天和恒岳的沈总电话沟通，进度正常");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("已记录，同时履行了").first().waitFor();
    await expect.poll(() => sync.filter({ hasText: "今天到期" }).count()).toBe(0);
    await page.goto(`/accounts/${accountId}/cycle`);
    await page.getByText("已了结（").first().waitFor();
  });

  test("the contact leaves: the clock runs, and past it the director sees it overdue", async () => {
    const { page } = desk;
    await send(page, "POST", `/positions/${contact.positionId}/leave`, {
      endsOn: "2026-10-09",
      endedBecause: "left_company",
    });
    await page.goto(`/accounts/${accountId}`);
    await page
      .getByText(/还剩 23 小时/)
      .first()
      .waitFor();
    await product.moveOn(25);
    await setClocks("2026-10-10T09:15:00+08:00");
    await lead.page.goto("/");
    const row = lead.page.getByRole("article").filter({ hasText: "超时" });
    await row.filter({ hasText: account }).first().waitFor();
    await lead.page.goto("/handovers");
    await lead.page.getByText("1 个交接已超过 24 小时没有人接手。").waitFor();
    await lead.page.getByText("已超时 1 小时").first().waitFor();
    expect(await findBarriers(lead.page)).toEqual([]);
  });

  test("a successor is found, the pack is read and accepted", async () => {
    const { page } = desk;
    await page.goto("/");
    await page
      .getByRole("article")
      .filter({ hasText: account })
      .getByRole("link", { name: "打开交接" })
      .first()
      .click();
    await page.getByRole("region", { name: "交接包" }).getByText("沈岚").first().waitFor();
    for (const item of await page.getByRole("checkbox").all())
      if (!(await item.isChecked())) {
        await item.click();
        await expect.poll(() => item.isChecked()).toBe(true);
      }
    await page.getByRole("button", { name: "接受交接包" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "接受交接包" }).click();
    await page.getByText(/周明 于 .* 接手/).waitFor();
    await lead.page.goto("/handovers?state=overdue");
    await lead.page.getByText("没有超时的交接。").waitFor();
  });

  test("no page had a script error, a foreign request or refused content", () => {
    expect([...desk.troubles, ...lead.troubles]).toEqual([]);
  });
});
