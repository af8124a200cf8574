import { Buffer } from "node:buffer";
import type { Page } from "playwright";
import { at, type ScreenToShoot } from "./open-screen.ts";
import {
  caseAct,
  caseButton,
  confirmationLink,
  fileCase,
  filingLink,
  goPublic,
  openCase,
  post,
} from "./service-screens-to-shoot.ts";

const dialogShown = async (page: Page) => {
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(400);
};

const pressed =
  (open: ScreenToShoot["open"], words: RegExp): ScreenToShoot["open"] =>
  async (page) => {
    await open(page);
    await page.getByRole("button", { name: words }).first().click();
    await dialogShown(page);
  };

const answered =
  (isResolved: boolean): ScreenToShoot["open"] =>
  async (page) => {
    await goPublic(page, await confirmationLink(page));
    if (isResolved) await page.locator("input[type=radio]").nth(3).check({ force: true });
    else await page.locator("button[type=button].wide").first().click();
    await page.locator("textarea").first().fill("处理得快，但是希望事先说一声。");
  };

/** An inspection whose calls are still to be made; one is announced and drawn where none is. */
const inspection: ScreenToShoot["open"] = async (page) => {
  const path = "/api/v1/inspections";
  const listed = (await (await page.request.get(path)).json()) as {
    items: { id: string; status: string }[];
  };
  let id = listed.items.find(({ status }) => status === "drawn")?.id;
  if (id === undefined) {
    const today = new Date().toISOString().slice(0, 10);
    const drawnFrom = { population: "solved_case", from: "2026-01-01", to: today };
    const sample = { sampleSize: 6, isStratified: true };
    const made = await post<{ id: string }>(page, path, { ...drawnFrom, ...sample });
    await post(page, `${path}/${made.id}/draw`, {});
    id = made.id;
  }
  await at(`/voice/inspections/${id}`)(page);
  await page.locator("main h1").waitFor();
};

/** The page of the account of a running case. */
const accountWithCases: ScreenToShoot["open"] = async (page) => {
  const found = await page.request.get("/api/v1/cases?limit=1&overdue=true");
  const { items } = (await found.json()) as { items: { account: { id: string } }[] };
  await at(`/accounts/${items[0]?.account.id}`)(page);
  await page.locator("main a[href*='/cases/']").first().waitFor();
};

/** Cases in every state, the dialogs of their page that are met more rarely, and customers' pages after an act. */
export const caseScreensToShoot: readonly ScreenToShoot[] = [
  { name: "cases-all", as: "director", open: at("/cases?view=all") },
  { name: "cases-none", as: "director", open: at("/cases?q=没有这样的申告") },
  { name: "cases-mine", as: "director", open: at("/cases?view=offered") },
  { name: "case-new", as: "director", open: openCase("status=open&order=newest") },
  { name: "case-complaint", as: "director", open: openCase("kind=complaint&status=open") },
  { name: "case-paused", as: "director", open: openCase("status=paused") },
  { name: "case-escalated", as: "director", open: openCase("escalated=true") },
  { name: "case-green", as: "director", open: openCase("greenChannel=true") },
  { name: "case-closed", as: "director", open: openCase("status=closed&kind=complaint") },
  { name: "case-duplicate", as: "director", open: openCase("status=duplicate") },
  caseAct("case-escalate", /^(?:升级|Escalate)/, "status=open&order=newest"),
  caseAct("case-assign", /^(?:指派|Assign)/),
  caseAct("case-edit", /^(?:修改|Edit)/),
  caseAct("case-mark-duplicate", /^(?:标为重复|Mark)/),
  caseButton("case-ask", "status=solved", /^(?:再?请客户确认|Ask the customer|Ask again)$/),
  {
    name: "case-acts",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openCase("status=open&kind=fault")(page);
      await page
        .getByRole("button", { name: /^(?:更多|More)$/ })
        .last()
        .click();
      await page.getByRole("menuitem").first().waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "case-attach",
    as: "director",
    open: async (page) => {
      await openCase("status=open&kind=fault")(page);
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({
          name: "现场照片与振动曲线_2026-11-20_二号冷却塔_最终版.pdf",
          mimeType: "application/pdf",
          buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
        });
      await page
        .getByRole("link", { name: /现场照片与振动曲线/ })
        .first()
        .waitFor();
    },
  },
  {
    name: "incoming-message",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/cases/incoming")(page);
      await page.locator("main li button").first().click();
      await dialogShown(page);
    },
  },
  {
    name: "incoming-sorted",
    as: "director",
    open: async (page) => {
      await at("/cases/incoming")(page);
      await page.locator("main .ant-segmented-item").nth(1).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: "inspection-announce",
    as: "compliance",
    fullPage: false,
    open: pressed(at("/voice/inspections"), /^(?:公告|宣布|发起|新建|Announce)/),
  },
  {
    name: "inspection-call",
    as: "compliance",
    fullPage: false,
    open: pressed(inspection, /^(?:登记回访|Record)/),
  },
  { name: "account-service", as: "director", open: accountWithCases },
  { name: "analytics-product", as: "director", open: at("/analytics?period=year&by=product") },
  { name: "analytics-segment", as: "director", open: at("/analytics?period=month&by=segment") },
  {
    name: "analytics-account",
    as: "director",
    open: at("/analytics?period=quarter&by=account&kind=complaint"),
  },
  {
    name: "c-file-wrong",
    as: "director",
    open: async (page) => {
      await goPublic(page, await filingLink(page));
      await page.locator("button[type=submit]").click();
    },
  },
  {
    name: "c-file-sent",
    as: "director",
    open: async (page) => {
      await goPublic(page, await filingLink(page));
      await page.locator("#words").fill("二号冷却塔从昨晚开始振动很大，已经降速运行。");
      await page.locator("#name").fill("刘工");
      await page.locator("#phone").fill("13800000000");
      await page.locator("button[type=submit]").click();
      await page.locator("main a.button").waitFor();
    },
  },
  {
    name: "c-file-offline",
    as: "director",
    open: async (page) => {
      await goPublic(page, await filingLink(page));
      await page.locator("#words").fill("二号冷却塔从昨晚开始振动很大。");
      await page.locator("#name").fill("刘工");
      await page.locator("#phone").fill("13800000000");
      await page.route("**/api/v1/public-cases/**", (route) => route.abort());
      await page.locator("button[type=submit]").click();
      await page.locator("main [role=alert]").first().waitFor();
      await page.unroute("**/api/v1/public-cases/**");
    },
  },
  {
    name: "c-track-written",
    as: "director",
    open: async (page) => {
      await goPublic(page, await fileCase(page));
      await page.locator("textarea").first().fill("补充：现场有两名工程师，随时可以停机检查。");
      await page.locator("main form button[type=submit]").first().click();
      await page.waitForTimeout(600);
    },
  },
  { name: "c-confirm-score", as: "director", open: answered(true) },
  { name: "c-confirm-unsolved", as: "director", open: answered(false) },
  {
    name: "c-confirm-thanks",
    as: "director",
    open: async (page) => {
      await answered(true)(page);
      await page.locator("button[type=submit]").click();
      await page.locator("main [role=status] h1").waitFor();
    },
  },
];
