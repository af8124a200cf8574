import { expect, test } from "vitest";
import { cutQuoted } from "./cut-quoted.ts";

test.each([
  ["收到，谢谢。\n\n在 2026年11月20日 10:00，服务台 <s@us.example> 写道：\n> 您好", "收到，谢谢。"],
  [
    "Still broken.\r\n\r\nOn Fri, 20 Nov 2026 at 10:00, Service <s@us.example>\r\nwrote:\r\n> Hello",
    "Still broken.",
  ],
  ["又漏了\n------------------ 原始邮件 ------------------\n发件人: 服务台", "又漏了"],
  ["Again\n-----Original Message-----\nFrom: us", "Again"],
  ["还没到货\n\n发件人: 服务台\n发送时间: 2026年11月20日\n收件人: 陈\n主题: 回复", "还没到货"],
  ["新的一行\n> 旧的\n>\n> 旧的二", "新的一行"],
])("what an answer repeats is cut off: %#", (text, words) => {
  expect(cutQuoted(text).words).toBe(words);
  expect(cutQuoted(text).quoted).not.toBe("");
});

test("nothing is lost where the answer stands below or between what it repeats", () => {
  const below = "> 请问是哪台泵？\n三号泵";
  expect(cutQuoted(below)).toEqual({ words: below, quoted: "" });
  const only = "On Fri, 20 Nov 2026, Service wrote:\n> Hello";
  expect(cutQuoted(only)).toEqual({ words: only, quoted: "" });
});

test("an ordinary sentence about dates, senders and subjects stays", () => {
  const text = "主题: 泵\n我们在 11 月 20 日写过一封信，没有回音。\nOn Monday we wrote to you.";
  expect(cutQuoted(text)).toEqual({ words: text, quoted: "" });
});
