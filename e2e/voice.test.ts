import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "./harness/check-accessibility.ts";
import type { WatchedPage } from "./harness/open-browser.ts";
import { openServiceWorld, send, type ServiceWorld } from "./harness/service-world.ts";

const people = [
  { name: "沈岚", title: "总经理", mail: "shen@hengyue.example", nps: 3 },
  { name: "顾工", title: "设备主管", mail: "gu@hengyue.example", nps: 10 },
  { name: "许会计", title: "财务经理", mail: "xu@hengyue.example", nps: 10 },
] as const;
const verbatim = "交货总要催，我们想自己看到排产进度。";
let world: ServiceWorld;
let phone: WatchedPage;

beforeAll(async () => {
  world = await openServiceWorld("恒岳新材料有限公司");
  for (const { name, title, mail } of people) {
    const personId = await world.addPerson(name, title, mail);
    if (name === "沈岚")
      await send(
        world.desk.page,
        "PUT",
        `/accounts/${world.accountId}/people/${personId}/buying-role`,
        { role: "economic_buyer" },
      );
  }
  phone = await world.openPhone();
  await world.setClocks("2026-09-24T09:05:00+08:00");
});
afterAll(() => world?.close());

/** Answers every score question with one value and the text, as somebody with a thumb does. */
const answer = async (mail: string, nps: number, words: string | null) => {
  const { page } = phone;
  await page.goto("about:blank");
  await page.goto(await world.mailbox.linkTo(mail, "s"));
  await page.getByRole("button", { name: "提交", exact: true }).waitFor();
  const questions = await page.locator("section.question").all();
  for (const question of questions) {
    const radios = question.getByRole("radio");
    const box = question.getByRole("textbox");
    if ((await radios.count()) === 11) await question.locator("label").nth(nps).click();
    else if ((await radios.count()) > 0)
      await question
        .locator("label")
        .nth(nps < 7 ? 1 : 4)
        .click();
    else if (words !== null && (await box.count()) > 0) await box.first().fill(words);
  }
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByText("谢谢您的回答").waitFor();
};

describe.sequential("the voice of a customer, from the question to the value", () => {
  test("the quarterly survey is drafted from its template and sent by mail to the people of the account", async () => {
    const { page } = world.lead;
    await page.goto("/voice/surveys");
    await page.getByRole("button", { name: "新建问卷" }).click();
    await page.getByRole("menuitem", { name: "季度合作满意度" }).click();
    await page.waitForURL(/\/voice\/surveys\/[0-9a-f-]{36}/);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "发出", exact: true }).click();
    await page.getByRole("button", { name: "发给 3 人" }).click();
    await page.waitForURL(/\/voice\/rounds\//);
    for (const { mail } of people) {
      const link = await world.mailbox.linkTo(mail, "s");
      expect(link).toMatch(/\/s\/#/);
    }
    const [raw = ""] = world.mailbox.mailsTo(people[0].mail);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/im);
  });

  test("they answer on the phone; the one who decides is a detractor", async () => {
    for (const { mail, nps, name } of people)
      await answer(mail, nps, name === "沈岚" ? verbatim : null);
    const { page } = world.lead;
    await page.goto("/voice/surveys");
    await page.getByText("3/3").first().waitFor();
    await page.goto("/voice/results");
    await page
      .getByText(/n\s*=\s*3|3 人|3 份/)
      .first()
      .waitFor();
  });

  test("the account turns red, and says that it is the economic buyer's own answer", async () => {
    const { page } = world.desk;
    await expect
      .poll(async () => {
        await page.goto(`/accounts/${world.accountId}/cycle`);
        const health = page.getByRole("region", { name: "健康度" });
        await health.getByText("由什么得出").first().waitFor();
        return health.getByText(/最高决策者.*只打了 3 分/).count();
      })
      .toBeGreaterThan(0);
    await page.getByRole("region", { name: "健康度" }).getByText("危险").first().waitFor();
    await page.goto("/");
    await page.getByText("最高决策者不满意").first().waitFor();
  });

  test("the dissatisfied answer has an owner and a clock", async () => {
    const { page } = world.desk;
    await page.goto("/voice/loops");
    await page.getByText("恒岳新材料有限公司").first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test("a need is made from the words themselves and goes to valued, each step with its evidence", async () => {
    const { page } = world.desk;
    await page.goto("/voice/verbatims");
    await page.getByText(verbatim).first().waitFor();
    await page.getByRole("button", { name: "记为需求" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("客户需要什么").fill("客户能自己看到排产进度");
    await dialog.getByRole("button", { name: "登记需求" }).click();
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { name: "客户能自己看到排产进度" }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const step = async (state: string, evidence: string, more?: () => Promise<void>) => {
      await page.getByRole("button", { name: `推进到“${state}”` }).click();
      await dialog.getByLabel("依据", { exact: true }).fill(evidence);
      await more?.();
      await dialog.getByRole("button", { name: "推进", exact: true }).click();
      await page.getByText(`已推进到“${state}”`).first().waitFor();
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    };
    await step("假设", "问卷原话，近三月四次催货记录");
    await step("已验证", "沈总当面说：能看到排产，就不用天天打电话");
    await step("已解决", "开通排产查询，每日更新", () =>
      dialog.getByLabel("我方能力（0–5）").fill("4"),
    );
    await step("已体现价值", "沈总书面确认，一年少停线两次", () =>
      dialog.getByLabel("对客户一年的价值").fill("500000"),
    );
    await page.getByText("客户认可了价值，并给出数字").first().waitFor();
    await page.goto(`/accounts/${world.accountId}`);
    await page.getByText("已体现价值").first().waitFor();
  });

  test("no page had a script error, a foreign request or refused content", () => {
    expect(world.troubles()).toEqual([]);
  });
});
