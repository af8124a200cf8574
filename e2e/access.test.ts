import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeAt } from "../packages/server/src/second-factor/one-time-code.ts";
import {
  startTestProvider,
  testClient,
  type TestProvider,
} from "../packages/server/src/single-sign-on/test-provider.ts";
import { findBarriers } from "./harness/check-accessibility.ts";
import { openBrowser, openPage, phone, type WatchedPage } from "./harness/open-browser.ts";
import { administrator, fillSetUp, firstRunPath } from "./harness/set-up-workspace.ts";
import { startProduct, type RunningProduct } from "./harness/start-product.ts";

let product: RunningProduct;
let browser: Browser;
let provider: TestProvider;
let watched: WatchedPage;
let page: Page;
let origin: string;
let secret = "";

const checkScreen = async () => {
  expect(await findBarriers(page)).toEqual([]);
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/\b(?:guard|department|singleSignOn|session|glossary)\.[a-z_]+/);
};
const button = (name: string | RegExp, exact = true) => page.getByRole("button", { name, exact });
const dialog = () => page.getByRole("dialog").last();
const givePassword = async () => {
  await dialog().getByLabel("密码", { exact: true }).fill(administrator.password);
  await dialog().getByRole("button", { name: "继续" }).click();
};
/** The next code an authenticator will show; it holds already, and no earlier one was used. */
const nextCode = (periods = 1) => codeAt(secret, new Date(Date.now() + periods * 30_000));
const signOut = async () => {
  await page.evaluate(() =>
    fetch("/api/v1/session", { method: "DELETE", headers: { "x-mainstay-request": "1" } }),
  );
  await page.goto("/sign-in");
};
const signInByPassword = async () => {
  await page.getByLabel("邮箱").fill(administrator.email);
  await page.getByLabel("密码", { exact: true }).fill(administrator.password);
  await button("登录").click();
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  // Passkeys need a name: browsers make none for a bare IP address.
  origin = product.origin.replace("127.0.0.1", "localhost");
  provider = await startTestProvider(
    { jing: { email: administrator.email, email_verified: true, name: "陈静" } },
    [`${origin}/sign-in/single-sign-on`],
  );
  watched = await openPage(browser, origin);
  page = watched.page;
  await page.goto(firstRunPath(product.printed()));
  await fillSetUp(page, "zh-CN", "empty");
});

afterAll(async () => {
  await watched?.close();
  await browser?.close();
  await provider?.close();
  await product?.stop();
});

describe.sequential("signing in", () => {
  test("an authenticator is set up by square or secret, and recovery codes are shown once", async () => {
    // Nobody scans a square faster than the news begin to be followed; the session they began with ends below.
    const following = page.waitForRequest((request) => request.url().includes("/events"));
    await page.goto("/settings/me");
    await button("开启两步验证").click();
    await givePassword();
    await page.getByAltText("二维码：添加到验证器").waitFor();
    secret = (await dialog().locator("code").innerText()).trim();
    await dialog().getByLabel("验证码").fill("000000");
    await dialog().getByRole("button", { name: "确认并开启" }).click();
    await dialog().getByText("验证码不正确或已经用过").waitFor();
    await following;
    await dialog().getByLabel("验证码").fill(codeAt(secret, new Date()));
    await dialog().getByRole("button", { name: "确认并开启" }).click();
    await page.getByText("请保存恢复码").waitFor();
    await expect.poll(() => dialog().getByRole("listitem").count()).toBe(10);
    expect(await findBarriers(page)).toEqual([]);
    await button("我已保存").click();
    await page.getByText(/已开启，自.*还剩 10 个恢复码/).waitFor();
    await checkScreen();
  });

  test("then the password leads to a second step, which takes the code once", async () => {
    await signOut();
    await checkScreen();
    await signInByPassword();
    await page.getByRole("heading", { name: "两步验证" }).waitFor();
    await checkScreen();
    await page.getByLabel("验证码").fill("000000");
    await button("验证并登录").click();
    await page.getByText("验证码不正确或已经用过").waitFor();
    await page.getByLabel("验证码").fill(nextCode());
    await button("验证并登录").click();
    await page.waitForURL((url) => url.pathname === "/");
  });

  test("a passkey of the device signs in without password and code", async () => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto("/settings/me");
    await button("添加通行密钥").click();
    await givePassword();
    await dialog().getByLabel("名称").fill("办公室电脑");
    await dialog().getByRole("button", { name: "保存" }).click();
    await page.getByText("办公室电脑").waitFor();
    await checkScreen();
    await signOut();
    await button("使用通行密钥登录").click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto("/settings/me");
    await page.getByText(/通行密钥 · .*最近使用/).waitFor();
  });

  test("the company's own sign-in is set up, checked, and signs in", async () => {
    await page.goto("/settings/single-sign-on");
    await page.getByText("还没有提供方").waitFor();
    await checkScreen();
    await button("添加提供方").first().click();
    await dialog().getByLabel("登录按钮上的名称").fill("统一认证");
    await dialog().getByLabel("颁发者地址").fill("http://login.example.com");
    await dialog().getByLabel("客户端编号").fill(testClient.id);
    await dialog().getByLabel("客户端密钥").fill(testClient.secret);
    await dialog().getByRole("button", { name: "保存" }).click();
    await dialog().getByText("颁发者地址须为 https 网址").waitFor();
    await dialog().getByLabel("颁发者地址").fill(provider.issuer);
    await dialog().getByRole("button", { name: "保存" }).click();
    await page
      .getByText(/统一认证/)
      .first()
      .waitFor();
    await button("检查").click();
    await page.getByText("可以使用").waitFor();
    await checkScreen();
    await signOut();
    const before = watched.troubles.length;
    await button("使用统一认证登录").click();
    await page.waitForURL((url) => url.origin === provider.issuer);
    await page.locator("input[name=login]").fill("jing");
    await page.locator("input[name=password]").fill("any");
    await page.locator("button[type=submit]").click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL((url) => url.origin === origin && url.pathname === "/");
    expect(await page.evaluate(() => window.location.search)).toBe("");
    // The provider's own pages ask for fonts elsewhere; that is not ours to judge.
    watched.troubles.splice(before);
  });

  test("departments are laid out with their people and what they see", async () => {
    await page.goto("/settings/departments");
    await page.getByText("还没有部门").waitFor();
    await button("新建部门").click();
    await dialog().getByLabel("名称").fill("华北");
    await dialog().getByRole("button", { name: "保存" }).click();
    await button("更多 · 华北").click();
    await page.getByRole("menuitem", { name: "新建下级部门" }).click();
    await dialog().getByLabel("名称").fill("河北");
    await dialog().getByRole("button", { name: "保存" }).click();
    await button("更多 · 河北").click();
    await page.getByRole("menuitem", { name: "添加成员" }).click();
    await dialog().getByRole("combobox").fill("陈");
    const list = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
    // A key pressed before the list stands would choose nothing, or close the dialog.
    await list.locator(".ant-select-item-option").filter({ hasText: "陈静" }).waitFor();
    await page.keyboard.press("Enter");
    await dialog().locator(".ant-select-selection-item").filter({ hasText: "陈静" }).waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    await dialog().getByRole("button", { name: "添加成员" }).click();
    const hebei = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "河北" }) });
    await hebei.getByText("看到全部客户").waitFor();
    await checkScreen();
  });

  test("a role of which a second factor is demanded sets one up before anything else", async () => {
    await page.goto("/settings/workspace");
    await page.getByLabel("须使用两步验证的角色").click();
    await page.getByTitle("大客户经理", { exact: true }).click();
    await page.keyboard.press("Escape");
    await button("保存").click();
    await page.getByText("已保存").waitFor();
    await page.goto("/settings/users");
    await button("邀请同事").click();
    await dialog().getByLabel("姓名").fill("李明");
    await dialog().getByLabel("邮箱").fill("li.ming@example.com");
    await dialog().getByRole("button", { name: "生成邀请链接" }).click();
    const link = await dialog().locator("code").innerText();
    await checkScreen();
    const colleague = await openPage(browser, origin, phone);
    const hers = colleague.page;
    await hers.goto(link);
    await hers.getByLabel("新密码").fill("another long password 7");
    await hers.getByRole("button", { name: "设置密码并登录" }).click();
    await hers.waitForURL("**/second-factor");
    await hers.getByRole("heading", { name: "请先设置两步验证" }).waitFor();
    expect(await findBarriers(hers)).toEqual([]);
    await hers.goto("/accounts");
    await hers.waitForURL("**/second-factor");
    await hers.getByRole("button", { name: "开启两步验证" }).click();
    const asked = hers.getByRole("dialog").last();
    await asked.getByLabel("密码", { exact: true }).fill("another long password 7");
    await asked.getByRole("button", { name: "继续" }).click();
    const own = (await hers.getByRole("dialog").last().locator("code").innerText()).trim();
    await hers.getByRole("dialog").last().getByLabel("验证码").fill(codeAt(own, new Date()));
    await hers.getByRole("button", { name: "确认并开启" }).click();
    await hers.getByRole("button", { name: "我已保存" }).click();
    await hers.waitForURL((url) => url.pathname === "/");
    expect(colleague.troubles).toEqual([]);
    await colleague.close();
  });

  test("nothing went wrong on the way, and no page of ours asked a foreign host", async () => {
    expect(watched.troubles).toEqual([]);
  });
});
