import { expect, test } from "vitest";
import { judgeLoop } from "./judge-loop.ts";

const judge = (
  headers: Record<string, string>,
  fromAddress = "chen@wanhua.example",
  subject = "三号泵漏油",
) =>
  judgeLoop({
    subject,
    headers: new Map(Object.entries(headers)),
    fromAddress,
    ownAddresses: ["Service@us.example"],
  });

test("mail of a person is nobody's loop", () => {
  expect(judge({ "return-path": "<chen@wanhua.example>", "auto-submitted": "no" })).toBeNull();
  expect(judge({ precedence: "first-class" })).toBeNull();
});

test.each([
  [{ "auto-submitted": "auto-replied" }, "automatic"],
  [{ "auto-submitted": "Auto-Generated; x=y" }, "automatic"],
  [{ "x-autoreply": "yes" }, "automatic"],
  [{ precedence: "auto_reply" }, "automatic"],
  [{ "content-type": 'multipart/report; report-type="delivery-status"' }, "automatic"],
  [{ precedence: "bulk" }, "list"],
  [{ precedence: "List" }, "list"],
  [{ "list-id": "<news.example>" }, "list"],
  [{ "return-path": "<>" }, "no_return"],
  [{ "x-mainstay-mail": "1" }, "own_mail"],
])("%j opens nothing: %s", (headers, reason) => {
  expect(judge(headers as unknown as Record<string, string>)).toBe(reason);
});

test.each([
  "自动回复: [#12] 已受理",
  "Automatic reply: pump",
  "Auto-Reply",
  "Out of office until Monday",
])(
  "a program that says in the subject alone that somebody is away opens nothing: %s",
  (subject) => {
    expect(judge({}, "chen@wanhua.example", subject)).toBe("automatic");
    expect(judge({}, "chen@wanhua.example", `回复: ${subject}`)).toBeNull();
  },
);

test("mail from our own address, from a mailer or from nobody opens nothing", () => {
  expect(judge({}, "service@US.example")).toBe("own_mail");
  expect(judge({}, "MAILER-DAEMON@mx.example")).toBe("no_return");
  expect(judge({}, "no-reply@shop.example")).toBe("no_return");
  expect(judge({}, "")).toBe("no_return");
  expect(judge({}, "postmasters.wife@mx.example")).toBeNull();
});
