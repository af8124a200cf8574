import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import { complianceOfficer, director, inviteColleague } from "./harness/invite-colleague.ts";
import { openBrowser, openPage, type WatchedPage } from "./harness/open-browser.ts";
import { setUpWorkspace } from "./harness/set-up-workspace.ts";
import { type RunningProduct, startProduct } from "./harness/start-product.ts";

const headers = { "x-mainstay-request": "1" };
const account = "万衡精密机械有限公司";
const team = [
  { name: "张国栋", title: "总经理", role: "最高决策者（EB）" },
  { name: "李雪梅", title: "技术总监", role: "技术把关" },
  { name: "王海涛", title: "采购经理", role: "把关人" },
] as const;

let browser: Browser;
let product: RunningProduct;
let folder: string;
let manager: WatchedPage;
let officer: WatchedPage;
let accountId: string;

beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct();
  folder = await mkdtemp(join(tmpdir(), "mainstay-people-"));
  const stateFile = join(folder, "administrator.json");
  const printed = product.printed();
  await setUpWorkspace(browser, product.origin, printed, { portfolio: "empty", stateFile });
  const signedIn = async (colleague: typeof director): Promise<WatchedPage> => {
    const own = join(folder, `${colleague.role}.json`);
    await inviteColleague(browser, product.origin, stateFile, colleague, own);
    return openPage(browser, product.origin, { storageState: own });
  };
  manager = await signedIn(director);
  officer = await signedIn(complianceOfficer);
  const made = await manager.page.request.post("/api/v1/accounts", {
    headers,
    data: { name: account },
  });
  accountId = ((await made.json()) as { id: string }).id;
});

afterAll(async () => {
  await manager?.close();
  await officer?.close();
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The list may still be moving when it is clicked: it has to close before anything else is done. */
const choose = async (page: Page, field: Locator, option: string) => {
  const open = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
  const wanted = open.locator(".ant-select-item-option").filter({ hasText: option }).last();
  await field.click();
  for (let attempt = 1; ; attempt++) {
    await wanted.click();
    try {
      await open.waitFor({ state: "hidden", timeout: 3_000 });
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
};

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "客户的各页" }).getByRole("link", { name }).click();

const noBarriers = async (page: Page) => expect(await findBarriers(page)).toEqual([]);

/** What the API holds about a path, as text. */
const answer = async (page: Page, path: string): Promise<string> =>
  (await page.request.get(`/api/v1${path}`)).text();

const supportIndex = async (page: Page): Promise<number | null> => {
  const held = await page.request.get(`/api/v1/accounts/${accountId}/page`);
  const { relationship } = (await held.json()) as {
    relationship: { supportIndex: number | null };
  };
  return relationship.supportIndex;
};

describe("from three names to a kept promise of privacy, in Chinese", () => {
  const personIds: string[] = [];

  test("three people come in by the quick form, one after the other", async () => {
    const { page } = manager;
    await page.goto(`/accounts/${accountId}`);
    await page.getByRole("button", { name: "添加人物" }).click();
    const dialog = page.getByRole("dialog");
    for (const [index, { name, title, role }] of team.entries()) {
      await dialog.getByLabel("姓名").fill(name);
      await dialog.getByLabel("职务").fill(title);
      if (index === 1) await choose(page, dialog.getByLabel("汇报给"), team[0].name);
      await choose(page, dialog.getByLabel("采购角色"), role);
      const isLast = index === team.length - 1;
      const button = isLast ? /^保\s?存$/ : "保存并继续添加";
      await dialog.getByRole("button", { name: button }).click();
      await page.getByText(`已添加 ${name}`).waitFor();
    }
    await dialog.waitFor({ state: "hidden" });
    const list = await page.request.get(`/api/v1/accounts/${accountId}/people`);
    const { items } = (await list.json()) as { items: { name: string; personId: string }[] };
    for (const { name } of team)
      personIds.push(items.find((one) => one.name === name)?.personId ?? "");
    expect(personIds.every((id) => id !== "")).toBe(true);
  });

  test("the map shows them in their places", async () => {
    const { page } = manager;
    await tab(page, "关系图");
    await page.waitForURL(/\/map/);
    for (const { name } of team) await page.getByText(name).first().waitFor();
    await noBarriers(page);
  });

  test("a guided stance moves the index, and the economic buyer nobody has met raises a red flag", async () => {
    const { page } = manager;
    await tab(page, "决策链");
    await page.getByRole("button", { name: /评估\s*李雪梅/ }).click();
    const dialog = page.getByRole("dialog");
    for (const reply of ["主动帮过忙", "主动推荐我们", "更好做", "比从前更支持", "基本符合事实"])
      await dialog.getByRole("button", { name: new RegExp(reply) }).click();
    await dialog.getByText("根据回答，建议为").waitFor();
    await dialog.getByRole("button", { name: "保存评估" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.locator(`tr[data-person="${personIds[1]}"]`).getByText("结盟者").waitFor();
    await noBarriers(page);
    await expect.poll(() => supportIndex(page), { timeout: 30_000 }).toBeGreaterThan(0);
    await tab(page, "概览");
    const flag = page.locator('li[data-kind="economic_buyer_never_met"]');
    await flag.waitFor({ timeout: 30_000 });
    expect(await flag.innerText()).toContain(team[0].name);
  });

  test("a meeting with the economic buyer takes the flag away", async () => {
    const { page } = manager;
    const flag = page.locator('li[data-kind="economic_buyer_never_met"]');
    await flag.getByRole("button", { name: "记录" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("谈了什么").fill("与张总确认明年框架协议的时间表。");
    await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
    await dialog.waitFor({ state: "hidden" });
    await flag.waitFor({ state: "detached", timeout: 30_000 });
    await noBarriers(page);
  });

  test("a lunar birthday shows on the right day of 2027 and 2030", async () => {
    const { page } = manager;
    const personId = personIds[0] ?? "";
    await recordConsent(page, personId, "生日");
    await page.getByRole("button", { name: "记录：生日" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("农历").click();
    for (const field of ["月", "日"]) {
      await dialog.getByLabel(field, { exact: true }).fill("1");
      await page.keyboard.press("Enter");
    }
    await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
    await dialog.waitFor({ state: "hidden" });
    for (const [from, on] of [
      ["2027-01-20", "2027年2月6日"],
      ["2030-01-20", "2030年2月3日"],
    ]) {
      await page.goto(`/people/days?from=${from}&range=30&kind=birthday`);
      const line = page.locator("li", { hasText: `${team[0].name} 的农历生日` });
      await line.waitFor();
      expect(await line.innerText()).toContain(on);
    }
    await noBarriers(page);
  });

  test("an itinerary is entered under a consent of its own, revealed for a reason, and the reveal is in the audit", async () => {
    const { page } = manager;
    const personId = personIds[1] ?? "";
    await approveAssessment(officer.page);
    await recordConsent(page, personId, "行程 ·");
    await page.getByRole("button", { name: "添加敏感信息" }).click();
    await page.getByRole("menuitem", { name: "行程", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("地区（省或国家）").fill(region);
    await pickDay(page, dialog.getByLabel("月份"));
    await pickDay(page, dialog.getByLabel("最后一天"));
    await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
    await dialog.waitFor({ state: "hidden" });
    const row = page.locator('li[data-kind="itinerary"]');
    await row.waitFor();
    expect(await page.locator("body").innerText()).not.toContain(region);
    expect(await answer(page, `/people/${personId}/facts`)).not.toContain(region);

    await row.getByRole("button", { name: "查看内容" }).click();
    await dialog.getByLabel("为什么现在要看").fill("安排下周接待");
    await dialog.getByRole("button", { name: "记录理由并查看" }).click();
    await row.getByText(region).waitFor();
    await noBarriers(page);

    await officer.page.goto("/settings/audit");
    const entry = officer.page.getByText("查看了敏感信息").first();
    await entry.waitFor();
    expect(await officer.page.locator("main").innerText()).toContain(director.name);
    expect(await answer(officer.page, "/audit?act=fact.revealed")).toContain("安排下周接待");
    expect(await answer(officer.page, "/audit?limit=200")).not.toContain(region);
    await noBarriers(officer.page);
  });

  test("after the withdrawal the value is gone from page, interface, export and search", async () => {
    const { page } = manager;
    const personId = personIds[1] ?? "";
    await page.goto(`/people/${personId}`);
    const consent = page.locator("li", { hasText: "敏感，单独同意" });
    await consent.getByRole("button", { name: "撤回", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "撤回并删除" }).click();
    await page.getByText("已撤回，相关内容已删除").waitFor();
    const gone = page.locator('li[data-kind="itinerary"]');
    await gone.waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("heading", { name: team[1].name }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await gone.count()).toBe(0);
    const held = JSON.parse(await answer(page, `/people/${personId}/facts`)) as {
      facts: { kind: string }[];
    };
    expect(held.facts.map(({ kind }) => kind)).not.toContain("itinerary");
    for (const path of [
      "/people-facts/export?format=csv",
      `/people?q=${encodeURIComponent(region)}`,
      `/accounts?search=${encodeURIComponent(region)}`,
    ])
      expect(await answer(page, path), path).not.toContain(region);
    const packet = await answer(officer.page, `/people/${personId}/subject-packet.json`);
    expect(packet).toContain(team[1].name);
    expect(packet).not.toContain(region);
    await officer.page.goto("/privacy");
    await officer.page.locator("main h1").waitFor();
    await noBarriers(officer.page);
  });

  test("nothing that should never happen happened on any page", () => {
    expect([...manager.troubles, ...officer.troubles]).toEqual([]);
  });
});

/** Stands in the itinerary and nowhere else. */
const region = "云南腾冲";

const pickDay = async (page: Page, field: Locator) => {
  await field.click();
  await page
    .locator(".ant-picker-dropdown:not(.ant-picker-dropdown-hidden) .ant-picker-cell-in-view")
    .last()
    .click();
};

/** The officer's approved assessment that an itinerary needs. */
const approveAssessment = async (page: Page) => {
  const words = "只记录大致地区和月份，用于安排接待，加密保存，行程结束三十天后删除。";
  const made = await page.request.post("/api/v1/impact-assessments", {
    headers,
    data: {
      title: "行程信息",
      covers: ["itinerary"],
      purpose: words,
      necessity: words,
      impact: words,
      measures: words,
    },
  });
  const draft = (await made.json()) as { id: string; version: number };
  const decided = await page.request.post(`/api/v1/impact-assessments/${draft.id}/decide`, {
    headers: { ...headers, "if-match": `"${draft.version}"` },
    data: { decision: "approve" },
  });
  if (!decided.ok()) throw new Error(`Not approved: ${await decided.text()}`);
};

/** Records a consent on the person's page to the shipped text that speaks of it. */
const recordConsent = async (page: Page, personId: string, about: string) => {
  await page.goto(`/people/${personId}`);
  await page.getByRole("button", { name: "记录同意" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("同意的内容").fill(about);
  const open = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
  await open.locator(".ant-select-item-option-active").filter({ hasText: about }).waitFor();
  await page.keyboard.press("Enter");
  await open.waitFor({ state: "hidden" });
  await choose(page, dialog.getByLabel("同意方式"), "口头");
  await dialog.getByLabel("见证人").fill("赵雅楠");
  await dialog.getByRole("button", { name: "记录同意" }).click();
  await dialog.waitFor({ state: "hidden" });
};
