import type { FieldProblem } from "@mainstay/contract/error/problem";
import type { Locale } from "../locale.ts";

/** Words beside a field that was refused. `{limit}` is the bound, `{choices}` the allowed values. */
export const fieldProblemWords: Record<Locale, Record<FieldProblem, string>> = {
  "zh-CN": {
    required: "此项必填。",
    wrong_type: "数据类型不对。",
    wrong_form: "格式不正确。",
    too_long: "内容过长，最多 {limit}。",
    too_short: "内容过短，至少 {limit}。",
    too_big: "不能大于 {limit}。",
    too_small: "不能小于 {limit}。",
    unknown_value: "不在可选范围内，可选：{choices}。",
    nul_character: "含有不允许的空字符（U+0000）。",
    not_known: "没有这个字段。",
  },
  en: {
    required: "This is required.",
    wrong_type: "The value has the wrong type.",
    wrong_form: "The value does not have the right form.",
    too_long: "Too long; at most {limit}.",
    too_short: "Too short; at least {limit}.",
    too_big: "Must not be above {limit}.",
    too_small: "Must not be below {limit}.",
    unknown_value: "Not one of the choices: {choices}.",
    nul_character: "Contains a NUL character (U+0000), which is not allowed.",
    not_known: "There is no such field.",
  },
};
