import { expect, test } from "vitest";
import { passwordWeakness } from "./password-rule.ts";

test("a long password of one's own is taken", () => {
  expect(passwordWeakness("correct horse", "li@wanhua.cn")).toBeNull();
  expect(passwordWeakness("砥柱中流三十年不移其志", "li@wanhua.cn")).toBeNull();
});

test("fewer than ten characters are refused, counted as people count", () => {
  expect(passwordWeakness("short-one", "li@wanhua.cn")).toBe("too_short");
  expect(passwordWeakness("😀😀😀😀😀😀😀😀😀", "li@wanhua.cn")).toBe("too_short");
});

test("the mail address or its first part is refused in any case", () => {
  expect(passwordWeakness("Li.Ming@Wanhua.cn", "li.ming@wanhua.cn")).toBe("is_email");
  expect(passwordWeakness("LongLiMing1", "longliming1@wanhua.cn")).toBe("is_email");
});

test("well-known passwords and one character over and over are refused", () => {
  for (const weak of ["Password123", "qwertyuiop", "aaaaaaaaaaaaaa", "5201314520"]) {
    expect(passwordWeakness(weak, "li@wanhua.cn")).toBe("common");
  }
});
