import { describe, expect, it } from "vitest";
import { chooseLanguage } from "./choose-language.ts";
import { displayWidth, fitWidth, textTable } from "./text-table.ts";

describe("text on a terminal", () => {
  it("hanzi and full-width signs take two columns, accents none", () => {
    expect([
      displayWidth("客户A"),
      displayWidth("¥1,200"),
      displayWidth("e\u0301"),
      displayWidth("，"),
    ]).toEqual([5, 6, 1, 2]);
  });
  it("is cut by width, never by half a sign, and control signs cannot move the cursor", () => {
    expect(fitWidth("万华化学集团", 7)).toBe("万华化…");
    expect(fitWidth("ab", 7)).toBe("ab");
    expect(fitWidth("a\u001b[2Jb", 20)).toBe("a [2Jb");
  });
  it("columns line up whatever the script", () => {
    const lines = textTable(
      ["客户", "n"],
      [
        ["万华", "5"],
        ["abcdefg", "12"],
      ],
      [false, true],
    ).split("\n");
    expect(new Set([lines[0], lines[2], lines[3]].map((line) => displayWidth(line ?? "")))).toEqual(
      new Set([11]),
    );
  });
});

describe("the language of the answer", () => {
  it("is asked, else the machine's, else the file's, else English", () => {
    expect(chooseLanguage("en", { LANG: "zh_CN.UTF-8" }, ["客户"])).toBe("en");
    expect(chooseLanguage(undefined, { LANG: "zh_CN.UTF-8" }, ["account"])).toBe("zh-CN");
    expect(chooseLanguage(undefined, { LANG: "C.UTF-8" }, ["客户"])).toBe("zh-CN");
    expect(chooseLanguage(undefined, {}, ["account"])).toBe("en");
  });
});
