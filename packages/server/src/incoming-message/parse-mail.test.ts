import { expect, test } from "vitest";
import { mailOfPush, parseMail } from "./parse-mail.ts";

const parse = (head: string[], body: string | Buffer = "") =>
  parseMail(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), Buffer.from(body)]));
const from = "From: =?gb18030?B?s8K9qLuq?= <Chen@Wanhua.example>";
/** 三号泵漏油 in GBK. */
const gbk = Buffer.from("c8fdbac5b1c3c2a9d3cd", "hex");

test("GBK and GB18030, in words and headers", async () => {
  const mail = await parse(
    [
      from,
      "Subject: =?GBK?B?yP26xbHDwqnTzQ==?=",
      "Content-Type: text/plain; charset=gbk",
      "Message-ID: <a@b>",
    ],
    gbk,
  );
  expect(mail).toMatchObject({
    fromAddress: "chen@wanhua.example",
    fromName: "陈建华",
    subject: "三号泵漏油",
    text: "三号泵漏油",
    messageId: "<a@b>",
    key: "<a@b>",
  });
});

test.each([
  ["iso-2022-jp", "1b2442467c4b5c386c1b2842", /^日本語$/],
  ["iso-2022-cn", "1b2429410e487d3a4531434229534d0f", /^三号泵漏油$/],
  ["iso-2022-kr", "1b2429430e4751315b0f", /^한글$/],
])("%s is read", async (charset, hex, expected) => {
  const mail = await parse(
    [from, `Content-Type: text/plain; charset=${charset}`],
    Buffer.from(hex, "hex"),
  );
  expect(mail.text).toMatch(expected);
  expect(mail.text).not.toContain("\u001b");
});

test("a page without plain text becomes text; nothing in it runs", async () => {
  const mail = await parse(
    [from, "Content-Type: text/html; charset=utf-8"],
    "<p>三号泵漏油</p><script>alert(1)</script><p>&lt;b&gt;</p>",
  );
  expect(mail.text).toBe("三号泵漏油\n\n<b>");
});

test("files beside and inside the text keep names and bytes; mail sent on is a file", async () => {
  const body = [
    "--x",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "见附件",
    "--x",
    "Content-Type: image/png",
    "Content-Disposition: inline; filename*=utf-8''%E7%85%A7%E7%89%87.png",
    "Content-ID: <1>",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgo=",
    "--x",
    "Content-Type: message/rfc822",
    "",
    "From: x@y.example",
    "Subject: inner",
    "",
    "inner words",
    "--x--",
  ].join("\r\n");
  const mail = await parse([from, 'Content-Type: multipart/mixed; boundary="x"'], body);
  expect(mail.text).toBe("见附件");
  expect(mail.files.map(({ name }) => name)).toEqual(["照片.png", "file-2"]);
  expect(Buffer.from(mail.files[0]?.bytes ?? []).toString("hex")).toBe("89504e470d0a1a0a");
});

test("what it answers is known, and headers stand under their lower-case names", async () => {
  const mail = await parse([
    from,
    "References: <one@x> <two@x>",
    "In-Reply-To: <two@x>",
    "Auto-Submitted: auto-replied",
    "Return-Path: <>",
  ]);
  expect(mail.references).toEqual(["<one@x>", "<two@x>", "<two@x>"]);
  expect(mail.headers.get("auto-submitted")).toBe("auto-replied");
  expect(mail.headers.get("return-path")).toBe("<>");
  expect(mail.key).toMatch(/^sha256:/);
});

test("damaged and hostile mail is either text without control characters or refused", async () => {
  const zero = await parse(["From: <>", "Subject: a\u0000b"], "x\u0000y\u0007z");
  expect(zero).toMatchObject({ fromAddress: "", subject: "ab", text: "xyz" });
  expect((await parseMail(Buffer.from(""))).text).toBe("");
  const nested = Array.from(
    { length: 60 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  ).join("");
  await expect(parseMail(Buffer.from(nested))).rejects.toThrow();
});

test("what a mail service pushes as JSON is the same mail", () => {
  const mail = mailOfPush(
    {
      from: "陈建华 <Chen@Wanhua.example>",
      subject: "三号泵\r\nBcc: x",
      html: "<b>漏油</b>",
      messageId: "<a@b>",
      references: [],
      headers: { "Auto-Submitted": "no" },
      attachments: [{ name: "", contentBase64: "aGk=" }],
    },
    10,
  );
  expect(mail).toMatchObject({
    fromAddress: "chen@wanhua.example",
    subject: "三号泵 Bcc: x",
    text: "漏油",
    key: "<a@b>",
  });
  expect(mail.headers.get("auto-submitted")).toBe("no");
  expect(mail.files[0]?.name).toBe("file-1");
});
