import { expect, test } from "vitest";
import { addressHint, readRobotAddress } from "./robot-address.ts";
import { bytesOf, plainText, truncateBytes } from "./robot-text.ts";

test("text is cut by bytes of UTF-8, never inside a character or one put together of several", () => {
  expect(truncateBytes("万华化学", 12)).toBe("万华化学");
  expect(truncateBytes("万华化学", 11)).toBe("万华…");
  expect(truncateBytes("ab", 2)).toBe("ab");
  const family = "👨‍👩‍👧";
  expect(truncateBytes(`${family}${family}`, bytesOf(family) + 3)).toBe(`${family}…`);
  expect(truncateBytes(`${family}x`, bytesOf(family))).toBe("…");
  expect(truncateBytes("e\u0301e\u0301", 6)).toBe("e\u0301e\u0301");
  expect(truncateBytes("e\u0301e\u0301", 5)).toBe("…");
  expect(truncateBytes("万", 2)).toBe("");
  for (let most = 3; most < 40; most++) {
    const cut = truncateBytes(`客户🇨🇳${family}名称abc`.repeat(2), most);
    expect(bytesOf(cut)).toBeLessThanOrEqual(most);
    expect(cut).not.toContain("\uFFFD");
  }
});

test("a name cannot become markup, a link, a mention or a second line", () => {
  const nasty = "[点我](http://x.test) **粗** <@all> @138 `码` # 题\n> 引";
  const plain = plainText(nasty);
  expect(plain).not.toMatch(/[[\]()*_`#<>~|!@&\\\n]/);
  expect(plain).toContain("点我");
});

test("an address says which robot it is; anything but the exact host, path and key is none", () => {
  const key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
  expect(readRobotAddress(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`)).toEqual({
    kind: "wecom",
    url: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
  });
  const token = "a".repeat(64);
  expect(
    readRobotAddress(` https://oapi.dingtalk.com/robot/send?access_token=${token}&x=1 `),
  ).toEqual({
    kind: "dingtalk",
    url: `https://oapi.dingtalk.com/robot/send?access_token=${token}`,
  });
  const hook = "https://open.feishu.cn/open-apis/bot/v2/hook/0123abcd-ef01-4567-89ab-0123456789ab";
  expect(readRobotAddress(hook)?.kind).toBe("feishu");
  expect(readRobotAddress(hook.replace("feishu.cn", "larksuite.com"))?.kind).toBe("lark");
  expect(addressHint(hook)).toBe("89ab");
  for (const wrong of [
    "",
    "javascript:alert(1)",
    `http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com.evil.test/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=${key}`,
    `https://a:b@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com@evil.test/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com/cgi-bin/message/send?key=${key}`,
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
    "https://oapi.dingtalk.com/robot/send?access_token=a%26b%3Dc%2F..",
    "https://open.feishu.cn/open-apis/bot/v2/hook/../../x",
    "https://127.0.0.1/cgi-bin/webhook/send?key=12345678",
  ]) {
    expect(readRobotAddress(wrong), wrong).toBeNull();
  }
});
