import type { FactBasis } from "../fact/fact-basis.ts";
import type { FactKind } from "../fact/fact-kind.ts";
import { dayCell, type RecordField, recordField, textCell } from "./record-field.ts";

/** Every kind by the words people write into a column. */
const kindWords: Readonly<Record<FactKind, readonly string[]>> = {
  birthday: ["生日", "birthday"],
  birth_year: ["出生年份", "出生年", "year of birth"],
  family: ["家庭成员", "家庭", "family"],
  has_children: ["是否有子女", "有无子女", "has children"],
  child_birthday: ["子女生日", "孩子生日", "child's birthday"],
  hometown: ["籍贯", "家乡", "老家", "home town"],
  school: ["毕业院校", "学校", "school"],
  sports: ["运动爱好", "运动", "sports"],
  food: ["饮食喜好", "口味", "food"],
  diet_restriction: ["饮食禁忌", "忌口", "diet restriction"],
  books: ["阅读喜好", "读书", "books"],
  leisure: ["休闲爱好", "爱好", "leisure"],
  last_holiday: ["最近一次休假", "上次休假", "last holiday"],
  next_holiday: ["下一次休假", "下次休假", "next holiday"],
  itinerary: ["行程", "itinerary"],
  organisation_role: ["在组织中的作用", "组织角色", "role in the organisation"],
  colleague_ties: ["与同事的关系", "同事关系", "ties with colleagues"],
  career_plan: ["职业规划", "career plan"],
  habits: ["工作习惯", "习惯", "working habits"],
  personality_note: ["性格特点", "性格", "personality"],
  public_identity: ["公职或党派身份", "公职身份", "public office or party"],
};

const basisWords: Readonly<Record<FactBasis, readonly string[]>> = {
  consent: ["本人同意", "同意", "consent"],
  contract_party: ["履行本人为一方的合同", "合同", "contract with the person"],
  legal_duty: ["履行法定义务", "法定义务", "legal duty"],
  public_source: ["已合法公开", "公开信息", "公开", "lawfully public", "public"],
  other_law: ["法律另有规定", "other law"],
};

/** Columns of a list of facts about people. `customer` only tells namesakes apart. */
export const factFields: readonly RecordField[] = [
  recordField("person", textCell(100), "person name contact 姓名 人物 联系人", { required: true }),
  recordField("personNumber", textCell(100), "personid personno contactid 人员编号 联系人编号"),
  recordField("customer", textCell(200), "customer account company 客户 客户名称 客户编号 公司"),
  recordField("factKind", { as: "words", words: kindWords }, "kind fact factkind 信息 类别 项目", {
    required: true,
  }),
  recordField("value", textCell(500), "value content 内容 值", { required: true }),
  recordField("basis", { as: "words", words: basisWords }, "basis lawfulbasis 依据 合法性基础", {
    required: true,
  }),
  recordField("purpose", textCell(300), "purpose 用途 目的"),
  recordField("source", textCell(300), "source 来源 出处"),
  recordField("consentId", textCell(60), "consent consentid 同意 同意编号"),
  recordField("verifiedOn", dayCell, "verifiedon verified 核实日期 核实"),
  recordField("occasionOn", dayCell, "lastday occasionon 最后一天 结束日期"),
  recordField("expiresOn", dayCell, "keptuntil expireson expires 保存到 到期日"),
];
