import { bytesOf } from "@mainstay/domain/robot/robot-text";
import { robotKinds } from "@mainstay/domain/robot/robot-kind";
import { expect, test } from "vitest";
import { withoutKey } from "./deliver-robot-messages.ts";
import { judgeRobotAnswer } from "./judge-robot-answer.ts";
import { dingtalkSignature, feishuSignature } from "./robot-signature.ts";
import {
  contentLimits,
  type RobotVoice,
  writeRobotMessage,
  writeRobotText,
} from "./write-robot-message.ts";

const voice = (kind: RobotVoice["kind"], about: Partial<RobotVoice> = {}): RobotVoice => ({
  kind,
  url: "https://oapi.dingtalk.com/robot/send?access_token=abc",
  secret: null,
  keyword: null,
  locale: "zh-CN",
  ...about,
});
const now = new Date(1_599_360_473_000);
const line = {
  title: "新预警：节律中断",
  account: "万华*集团*",
  link: "https://crm.example/accounts/1",
};

test("the signatures are those of the platforms' own examples", () => {
  expect(dingtalkSignature("SEC000000", 1_599_360_473_000)).toBe(
    "DT4OI4RAy8bSUXkMYYrAi34th4qS3nhq9dDlJX5JGSs=",
  );
  expect(feishuSignature("SEC000000", 1_599_360_473)).toBe(
    "alzzs0BkddQ77zDNtEI9dn5vBxRusw1ABriWTkPa/8w=",
  );
});

test("DingTalk's signature stands in the address, encoded; Feishu's in the body, in seconds", () => {
  const ding = writeRobotMessage(voice("dingtalk", { secret: "SEC000000" }), [line], now);
  expect(ding.url.search).toContain(
    "timestamp=1599360473000&sign=DT4OI4RAy8bSUXkMYYrAi34th4qS3nhq9dDlJX5JGSs%3D",
  );
  const url = "https://open.feishu.cn/open-apis/bot/v2/hook/abc";
  const feishu = writeRobotMessage(voice("feishu", { url, secret: "SEC000000" }), [line], now);
  expect(feishu.url.search).toBe("");
  expect(feishu.body).toMatchObject({
    timestamp: "1599360473",
    sign: "alzzs0BkddQ77zDNtEI9dn5vBxRusw1ABriWTkPa/8w=",
    msg_type: "post",
  });
});

test("each platform gets the body it knows: title, short name, link, and the word it demands", () => {
  expect(writeRobotMessage(voice("wecom", { keyword: "提醒词" }), [line], now).body).toEqual({
    msgtype: "markdown",
    markdown: {
      content:
        "#### 大客户提醒 · 提醒词\n- 新预警：节律中断 · 万华＊集团＊ [查看](https://crm.example/accounts/1)",
    },
  });
  expect(writeRobotMessage(voice("dingtalk"), [line], now).body).toMatchObject({
    msgtype: "markdown",
    markdown: { title: "大客户提醒" },
  });
  expect(writeRobotMessage(voice("lark", { locale: "en" }), [line], now).body).toEqual({
    msg_type: "post",
    content: {
      post: {
        en_us: {
          title: "Key accounts",
          content: [
            [
              { tag: "text", text: "• 新预警：节律中断 · 万华＊集团＊ " },
              { tag: "a", text: "Open", href: "https://crm.example/accounts/1" },
            ],
          ],
        },
      },
    },
  });
  expect(writeRobotText(voice("feishu"), "测试", now).body).toMatchObject({ msg_type: "text" });
  expect(writeRobotText(voice("wecom"), "测试", now).body).toMatchObject({ msgtype: "text" });
});

test("any number of lines with any names stays within the limit in bytes, and says how many it left out", () => {
  const long = { ...line, account: "👨‍👩‍👧客户".repeat(200) };
  for (const kind of robotKinds) {
    for (const count of [1, 20, 200]) {
      const url =
        kind === "wecom" || kind === "dingtalk" ? voice(kind).url : "https://open.feishu.cn/x";
      const { body } = writeRobotMessage(voice(kind, { url }), Array(count).fill(long), now);
      const text = JSON.stringify(body);
      expect(bytesOf(text)).toBeLessThanOrEqual(kind === "wecom" ? 4_096 + 300 : 20_000);
      if (count === 200) expect(text).toMatch(/另有 \d+ 条/);
      const { markdown } = body as { markdown?: { content?: string; text?: string } };
      if (markdown) {
        const content = markdown.content ?? markdown.text ?? "";
        expect(bytesOf(content)).toBeLessThanOrEqual(contentLimits[kind]);
      }
    }
  }
});

test("success is what the body says: HTTP 200 with a code is a refusal, and only some may be tried again", () => {
  const judge = (kind: RobotVoice["kind"], text: unknown, status = 200) =>
    judgeRobotAnswer(kind, {
      status,
      text: typeof text === "string" ? text : JSON.stringify(text),
    }).kind;
  expect(judge("wecom", { errcode: 0, errmsg: "ok" })).toBe("sent");
  expect(judge("wecom", { errcode: 93000 })).toBe("never");
  expect(judge("wecom", { errcode: 45009 })).toBe("later");
  expect(judge("wecom", { errcode: -1 })).toBe("later");
  expect(judge("dingtalk", { errcode: 310000, errmsg: "sign not match" })).toBe("never");
  expect(judge("dingtalk", { errcode: 130101 })).toBe("later");
  expect(judge("feishu", { code: 0 })).toBe("sent");
  expect(judge("feishu", { StatusCode: 0, StatusMessage: "success" })).toBe("sent");
  expect(judge("feishu", { code: 9499 })).toBe("never");
  expect(judge("lark", { code: 19024 })).toBe("never");
  expect(judge("wecom", "<html>sign in to the hotel network</html>")).toBe("later");
  expect(judge("wecom", { errcode: 0 }, 502)).toBe("later");
  expect(judge("wecom", "", 302)).toBe("never");
  expect(judge("wecom", "ECONNREFUSED", 0)).toBe("later");
  expect(judge("wecom", "host_not_allowed", 0)).toBe("never");
});

test("what a platform says back is kept without the key", () => {
  const outcome = { kind: "never", reason: "93000 invalid webhook url key=SECRETKEY" } as const;
  const address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRETKEY";
  expect(JSON.stringify(withoutKey(outcome, address))).not.toContain("SECRETKEY");
});
