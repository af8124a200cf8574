import { expect, test } from "vitest";
import { createVoice } from "../render.ts";
import { auditDetailLines } from "./audit-detail.ts";
import { auditZh } from "./zh.ts";

const voice = createVoice("zh-CN", {
  audit: auditZh,
  glossary: { role: { director: "主管" }, segment: { core: "核心价值", develop: "待优化" } },
});
const lines = (detail: Record<string, unknown>) =>
  auditDetailLines(
    {
      t: (key, params) => String(voice.t(key as never, params as never)),
      exists: (key) => voice.exists(key),
    },
    detail,
  ).map(({ name, value }) => `${name}=${value}`);

test("names and known values are said in words, numbers and yes or no as people read them", () => {
  expect(lines({ role: "director", rows: 12_345, isShared: true, fileName: "订单.csv" })).toEqual([
    "角色=主管",
    "行数=12,345",
    "共享=是",
    "文件=订单.csv",
  ]);
});

test("a change shows what was and what is, also where nothing was", () => {
  expect(
    lines({ industry: { from: null, to: "化工" }, external_id: { from: "A", to: "B" } }),
  ).toEqual(["行业=空 → 化工", "客户编号=A → B"]);
});

test("ids and empty values are left out; lists and records are put in one line", () => {
  const id = "0b8f7a52-54a5-4f0c-9a0e-0d8a3f3f2c11";
  expect(lines({ accountId: id, note: "", fields: ["a", "b"], counts: { B: 2, P: 1 } })).toEqual([
    expect.stringMatching(/=a、b$/),
    expect.stringMatching(/=.*：2、.*：1$/),
  ]);
});

test("a name nobody has words for is called further detail, never shown raw", () => {
  expect(lines({ someNewKey: "x" })).toEqual([expect.stringMatching(/^[^a-z]+=x$/)]);
});
