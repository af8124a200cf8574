import type { accountColumns } from "@mainstay/contract/account-columns";
import { glossaryEn } from "../glossary/en.ts";
import { type Glossary, glossaryZh } from "../glossary/zh.ts";
import type { Locale } from "../locale.ts";

type Column = (typeof accountColumns)[number];

/** Names of the table's columns: its headers on the page and in exported files. */
export type ColumnWords = Record<Column, string>;

export const columnsZh: ColumnWords = {
  name: "客户",
  externalId: "客户编号",
  segment: "分层",
  grade: "级别",
  level: "风险等级",
  manager: "客户经理",
  revenue12m: "近12个月收入",
  margin12m: "近12个月毛利",
  growth: "同比增长",
  lastOrderOn: "最近下单",
  nextExpectedOn: "预计下单",
  pLost: "流失概率",
  pOrder90: "90天内下单概率",
  clv: "客户终身价值",
  valueAtRisk: "风险金额",
  orderDays: "订单日数",
  openSignals: "未了结预警",
  supportIndex: "支持面",
  coverage: "覆盖",
  health: "健康度",
  stage: "合作阶段",
  industry: "行业",
  region: "区域",
};

export const columnsEn: ColumnWords = {
  name: "Account",
  externalId: "Account no.",
  segment: "Segment",
  grade: "Grade",
  level: "Risk level",
  manager: "Manager",
  revenue12m: "Revenue, 12 months",
  margin12m: "Margin, 12 months",
  growth: "Growth on last year",
  lastOrderOn: "Last order",
  nextExpectedOn: "Next order expected",
  pLost: "Probability lost",
  pOrder90: "Probability of an order in 90 days",
  clv: "Lifetime value",
  valueAtRisk: "Value at risk",
  orderDays: "Order-days",
  openSignals: "Open signals",
  supportIndex: "Support",
  coverage: "Coverage",
  health: "Health",
  stage: "Stage",
  industry: "Industry",
  region: "Region",
};

/** What an exported table says, in the reader's language. */
export const accountColumnWords: Record<
  Locale,
  { column: ColumnWords } & Pick<Glossary, "segment" | "grade" | "level" | "healthBand" | "stage">
> = {
  "zh-CN": { column: columnsZh, ...glossaryZh },
  en: { column: columnsEn, ...glossaryEn },
};
