import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { makePdf } from "./make-pdf.ts";

/** The unpacked streams of a PDF, where its fonts' character maps stand. */
const streamsOf = (pdf: Buffer): string => {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const begin = pdf.indexOf("stream\n", at);
    if (begin < 0) return parts.join("\n");
    const end = pdf.indexOf("endstream", begin);
    const packed = pdf.subarray(begin + 7, end);
    try {
      parts.push(inflateSync(packed).toString("latin1"));
    } catch {
      parts.push("");
    }
    at = end + 9;
  }
};

test("a paper in Chinese becomes a PDF that carries its own letters", async () => {
  const pdf = await makePdf({
    title: "个人信息副本",
    locale: "zh-CN",
    content: [
      { text: "个人信息副本", style: "title" },
      { table: { body: [["姓名", { text: "张伟", bold: true }]], widths: [80, "*"] } },
      { ul: ["第一条", "second"] },
      { qr: "https://example.test/w/#x", fit: 80 },
    ],
  });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.includes("NotoSansSC")).toBe(true);
  // U+5F20 张 and U+4F1F 伟 stand in the map from glyphs to characters, so the text can be searched and copied.
  const maps = streamsOf(pdf).toLowerCase();
  expect(maps).toContain("<5f20>");
  expect(maps).toContain("<4f1f>");
});

test("several at once are all made, what is given stays as it was, and a long one has many pages", async () => {
  const content = [
    { table: { body: Array.from({ length: 120 }, (_, i) => [`第 ${i} 行`, "内容"]) } },
  ];
  const before = JSON.stringify(content);
  const all = await Promise.all(
    ["一", "二", "三"].map((title) => makePdf({ title, locale: "zh-CN", content })),
  );
  expect(JSON.stringify(content)).toBe(before);
  for (const pdf of all) {
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  }
});

test("a paper that cannot be printed says so, and the next one is printed", async () => {
  const broken = { title: "x", locale: "en" as const, content: [{ svg: "not an image" }] };
  await expect(makePdf(broken)).rejects.toThrow();
  const outside = { title: "x", locale: "en" as const, content: [{ image: "/etc/hosts" }] };
  await expect(makePdf(outside as never)).rejects.toThrow();
  const pdf = await makePdf({ title: "x", locale: "en", content: ["fine"] });
  expect(pdf.length).toBeGreaterThan(1000);
});
