import { expect, test } from "vitest";
import type { Paper } from "./paper.ts";
import { paperHtml } from "./paper-html.ts";
import { paperPdf } from "./paper-pdf.ts";

const paper: Paper = {
  title: "告知书 <1>",
  subtitle: "第 1 版",
  locale: "zh-CN",
  footer: "砥柱",
  parts: [
    { kind: "heading", text: "一" },
    { kind: "subheading", text: "1.1" },
    { kind: "paragraph", text: "第一行\n第二行" },
    { kind: "quiet", text: "小字" },
    { kind: "list", items: ["甲", "乙 & 丙"] },
    { kind: "pairs", rows: [["姓名", `<script>alert("x")</script>`]] },
    { kind: "pairs", rows: [] },
    { kind: "table", head: ["类别", "期限"], rows: [["生日", "24 个月"]] },
  ],
};

test("the page says every word and runs none of it", () => {
  const html = paperHtml(paper, [["?lang=en", "English"]]);
  expect(html).toContain("告知书 &lt;1&gt;");
  expect(html).toContain("第一行<br>第二行");
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  expect(html).not.toContain("<script");
  expect(html).toContain('<a href="?lang=en">English</a>');
  for (const words of ["1.1", "小字", "甲", "乙 &amp; 丙", "24 个月", "砥柱"]) {
    expect(html).toContain(words);
  }
});

test("the same paper becomes a PDF", async () => {
  const pdf = await paperPdf(paper);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
