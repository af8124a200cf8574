import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import type { WatchedPage } from "./harness/open-browser.ts";
import { openServiceWorld, type ServiceWorld } from "./harness/service-world.ts";

const mail = "shen@hengyue.example";
let world: ServiceWorld;
let phone: WatchedPage;
let caseId: string;

beforeAll(async () => {
  world = await openServiceWorld("恒岳新材料有限公司");
  await world.addPerson("沈岚", "采购总监", mail);
  phone = await world.openPhone();
  await world.setClocks("2026-09-24T09:05:00+08:00");
});
afterAll(() => world?.close());

/** The sweep of the clocks comes when the machine lets it. */
const crowded = { timeout: 240_000 };

/** What the case page says of the people: who answers for it, who works on it. */
const casePage = () => world.desk.page.locator("main");

describe.sequential("a complaint, from the customer to the customer", () => {
  test("the manager hands the customer a link, and the customer files an urgent complaint on the phone", async () => {
    const { page } = world.desk;
    await page.goto(`/accounts/${world.accountId}`);
    await page.getByRole("button", { name: "生成链接" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").first().click();
    await page.getByTitle("沈岚 · 采购总监").click();
    await dialog.getByRole("button", { name: "生成链接" }).click();
    const url = (await dialog.locator("code").textContent()) ?? "";
    expect(url).toMatch(/\/c\/#/);

    await phone.page.goto(url);
    await phone.page.getByRole("heading", { name: "提交申告" }).waitFor();
    // Nothing but the first letter of the name is told to whoever holds the link.
    expect(await phone.page.locator("body").textContent()).not.toContain("沈岚");
    await phone.page.getByText("对产品、服务或人员不满意").click();
    await phone.page.getByText("停产、停用，或涉及安全").click();
    await phone.page
      .getByLabel("请说明情况")
      .fill("三号线停机\n<b>昨晚</b>换上的密封圈漏油，产线停了。");
    expect(await findBarriers(phone.page)).toEqual([]);
    await phone.page.getByRole("button", { name: "提交", exact: true }).click();
    await phone.page.getByText("您的申告编号是 1。").waitFor();
    await phone.page.getByRole("link", { name: "查看进度" }).click();
    await phone.page.getByRole("heading", { name: "处理中" }).waitFor();
    await phone.page.getByText("周明 · 客户经理").first().waitFor();
    expect(await findBarriers(phone.page)).toEqual([]);
  });

  test("the first responder, the clocks and the escalation are seen by everybody whom they concern", async () => {
    const { page } = world.desk;
    await page.goto("/cases");
    await page
      .getByRole("link", { name: /三号线停机/ })
      .first()
      .click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    caseId = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
    await casePage().getByText("首问责任人").first().waitFor();
    // Markup in the customer's words stands as it was typed.
    await casePage().getByText("<b>昨晚</b>换上的密封圈漏油").first().waitFor();
    await casePage().getByText("首次回复").first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    // Half of the two hours is gone: the manager hears; past four more hours without an answer the director does.
    await world.product.moveOn(1.2);
    await world.setClocks("2026-09-24T10:17:00+08:00");
    await expect
      .poll(async () => {
        await page.reload();
        await casePage().getByText("首问责任人").first().waitFor();
        return casePage().getByText("时限已过半").count();
      }, crowded)
      .toBeGreaterThan(0);
    await world.product.moveOn(5.5);
    await world.setClocks("2026-09-24T15:47:00+08:00");
    await expect
      .poll(async () => {
        await page.reload();
        await casePage().getByText("首问责任人").first().waitFor();
        return casePage().getByText("升级后仍逾期").count();
      }, crowded)
      .toBeGreaterThan(0);
    await casePage()
      .getByText(/首次回复已逾期/)
      .first()
      .waitFor();
    const told = await world.lead.page.request.get("/api/v1/notifications");
    const { items } = (await told.json()) as { items: { kind: string }[] };
    expect(items.map(({ kind }) => kind)).toContain("case_escalated");
  });

  test("the work is passed on and accepted; the first responder stays", async () => {
    const { page } = world.desk;
    await page.getByRole("textbox", { name: "回复客户" }).fill("已收到，工程师正在路上。");
    await page.getByRole("button", { name: "回复", exact: true }).click();
    await page.getByText("已回复").first().waitFor();
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "转办" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("转给").click();
    await page.getByTitle("陆工", { exact: true }).click();
    await dialog.getByTitle("陆工").waitFor();
    await dialog.getByLabel("原因").fill("机械密封归他");
    await dialog.getByRole("button", { name: "转办" }).click();
    await page.getByText("已转给陆工，等待接手").first().waitFor();

    const own = world.workshop.page;
    await own.goto("/cases?view=offered");
    await own
      .getByRole("link", { name: /三号线停机/ })
      .first()
      .click();
    await own.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await own.getByRole("button", { name: "接手", exact: true }).click();
    await expect
      .poll(async () => {
        const found = await own.request.get(`/api/v1/cases/${caseId}`);
        const { firstResponder, handler } = (await found.json()) as Record<
          string,
          { name: string }
        >;
        return [firstResponder?.name, handler?.name];
      })
      .toEqual(["周明", "陆工"]);
    await phone.page.reload();
    await phone.page.getByText("陆工 · 服务工程师").waitFor();
    await phone.page.getByText("已收到，工程师正在路上。").waitFor();
  });

  const solve = async (words: string) => {
    const { page } = world.workshop;
    await page.goto(`/cases/${caseId}`);
    await page.getByRole("button", { name: "解决", exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("怎么解决的").fill(words);
    await dialog.getByLabel("根本原因").click();
    // The second time it is chosen already: the last of that title is the one in the list.
    await page.getByTitle("产品", { exact: true }).last().click();
    await dialog.getByRole("button", { name: "解决", exact: true }).click();
    await page
      .getByText(/待客户确认/)
      .first()
      .waitFor();
  };

  test("solved, but the customer gives two of five: the case is open again", async () => {
    await solve("换了密封圈。");
    const link = await world.mailbox.linkTo(mail, "c", 1);
    await phone.page.goto(link);
    await phone.page.getByRole("heading", { name: "问题解决了吗？" }).waitFor();
    expect(await findBarriers(phone.page)).toEqual([]);
    await phone.page.getByRole("radio").nth(3).check();
    await phone.page.getByLabel("想说的话（可不填）").fill("还在渗油");
    await phone.page.getByRole("button", { name: "提交", exact: true }).click();
    await phone.page.getByText("我们已重新开始处理").waitFor();
    // The link is used up: what was said is told again, nothing more can be done with it.
    await phone.page.goto("about:blank");
    await phone.page.goto(link);
    await phone.page.getByText("您的答复").or(phone.page.getByText("您的评价")).first().waitFor();
    expect(await phone.page.getByRole("radio").count()).toBe(0);
    const { page } = world.desk;
    await page.goto(`/cases/${caseId}`);
    await page.getByText("客户不满意，已重新打开 1 次").first().waitFor();
  });

  test("solved again and given five of five: the customer has closed it, and nobody else", async () => {
    await solve("换了整套机封，试车两小时不漏。");
    const link = await world.mailbox.linkTo(mail, "c", 2);
    await phone.page.goto(link);
    await phone.page.getByText("上次您说没有解决，我们重新处理了。").waitFor();
    await phone.page.getByRole("radio").first().check();
    await phone.page.getByRole("button", { name: "提交", exact: true }).click();
    await phone.page.getByText("申告已按您的意见关闭。").waitFor();
    const { page } = world.desk;
    await page.goto(`/cases/${caseId}`);
    await page.getByText("客户已确认满意").first().waitFor();
    await page.getByText("评分 2 → 5").first().waitFor();
    const found = await page.request.get(`/api/v1/cases/${caseId}`);
    expect(await found.json()).toMatchObject({
      status: "closed",
      closedBy: "customer",
      firstResponder: { name: "周明" },
      reopened: 1,
    });
    expect(await findBarriers(page)).toEqual([]);
  });

  test("no page had a script error, a foreign request or refused content", () => {
    expect(world.troubles()).toEqual([]);
  });
});
