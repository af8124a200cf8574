import { expect, test } from "vitest";
import { textOfHtml } from "./text-of-html.ts";

test("a page becomes its words, line by line", () => {
  const html = `<html><head><title>x</title><style>p{}</style></head><body><!-- no -->
    <p>三号泵&nbsp;漏油 &amp; 停机</p><div>请<b>尽快</b>处理<br>谢谢</div><ul><li>一</li><li>二</li></ul></body></html>`;
  expect(textOfHtml(html)).toBe("三号泵 漏油 & 停机\n\n请尽快处理\n谢谢\n\n• 一\n\n• 二");
});

test("scripts leave nothing, and what only looks like a mark stays text", () => {
  expect(textOfHtml("<script>alert(1)</script>a<script>")).toBe("a");
  expect(textOfHtml("5 < 6 &lt;img src=x&gt; &#x4e2d;&#25991; &bogus; &#0;")).toBe(
    "5 < 6 <img src=x> 中文 &bogus;",
  );
});

test("what is repeated is marked, however deep", () => {
  expect(
    textOfHtml("新<blockquote>旧<blockquote>更旧</blockquote></blockquote>").split("\n"),
  ).toEqual(
    ["新", "> 旧", "> > 更旧", ">", ""].filter(
      (line, at, all) => line !== "" || at < all.length - 1,
    ),
  );
});

test("a long hostile page is read in one go", () => {
  expect(textOfHtml("<".repeat(200_000)).length).toBe(200_000);
  expect(textOfHtml("<p ".repeat(100_000))).toBe("");
  expect(textOfHtml(`${"</".repeat(2_500)}<b>x</b> < y<!-- z -->`)).toBe(
    `${"</".repeat(2_500)}x < y`,
  );
});
