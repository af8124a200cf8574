import type {
  NeedLevel,
  NeedOrigin,
  NeedSource,
  NeedState,
  NeedVisibility,
} from "@mainstay/domain/need/need-kind";
import { type NeedWords, otherNeeds } from "./demo-need-words.ts";

/** One step of a need: how many days ago, and what it rested on. */
export interface DemoNeedStep {
  readonly to: NeedState;
  readonly daysAgo: number;
  readonly evidence: string;
}

export interface DemoNeed {
  readonly title: string;
  readonly description: string;
  /** What other accounts need instead that went the same way. */
  readonly others: readonly NeedWords[];
  readonly level: NeedLevel;
  readonly visibility: NeedVisibility;
  /** A hidden one that the customer came to say. */
  readonly explicitDaysAgo?: number;
  readonly source: NeedSource;
  readonly origin?: NeedOrigin;
  readonly notedDaysAgo: number;
  readonly steps: readonly DemoNeedStep[];
  /** Worth a year as a share of what the customer buys; profit and cost as shares of that worth. */
  readonly worth: number | null;
  readonly profit: number | null;
  readonly cost: number | null;
  readonly capability: number | null;
  readonly declined?: { readonly because: string; readonly toldDaysAgo: number | null };
}

const guess = (daysAgo: number, evidence: string): DemoNeedStep => ({
  to: "hypothesis",
  daysAgo,
  evidence,
});
const said = (daysAgo: number, evidence: string): DemoNeedStep => ({
  to: "validated",
  daysAgo,
  evidence,
});

/** Needs as account managers note them: every state, fresh and forgotten, worth pursuing, to be weighed, to be declined. */
export const demoNeeds: readonly DemoNeed[] = [
  {
    title: "设备故障时一小时内有人到现场",
    description: "夜班停机损失大，客户希望驻厂或就近备勤。",
    others: otherNeeds[0]!,
    level: "business",
    visibility: "explicit",
    source: "complaint",
    origin: "case",
    notedDaysAgo: 150,
    steps: [
      guess(138, "两次夜班停机都等了三小时以上，现场记录可查。"),
      said(120, "设备主管在复盘会上提出，要求写进明年协议。"),
      { to: "solved", daysAgo: 60, evidence: "设立就近备勤点，最近四次到场平均 42 分钟。" },
      { to: "valued", daysAgo: 22, evidence: "客户财务确认一年少停机 31 小时，折合金额已签字。" },
    ],
    worth: 0.06,
    profit: 0.35,
    cost: 0.4,
    capability: 4,
  },
  {
    title: "采购总监需要可以给集团看的降本数据",
    description: "集团考核以总拥有成本为准，目前只有单价对比。",
    others: otherNeeds[1]!,
    level: "personal",
    visibility: "hidden",
    explicitDaysAgo: 52,
    source: "interview",
    notedDaysAgo: 96,
    steps: [
      guess(84, "三次会谈都被问到同行用量，却没有明说用途。"),
      said(52, "采购总监明确说季度述职要用，请我们按产线拆分。"),
    ],
    worth: 0.03,
    profit: 0.2,
    cost: 0.3,
    capability: 4,
  },
  {
    title: "发货前能在线看到生产进度",
    description: "计划员每天打电话问进度。",
    others: otherNeeds[2]!,
    level: "organisation",
    visibility: "hidden",
    source: "survey",
    origin: "survey_response",
    notedDaysAgo: 70,
    steps: [guess(58, "问卷原话与计划员的来电记录互相印证。")],
    worth: 0.012,
    profit: 0.1,
    cost: 0.4,
    capability: 3,
  },
  {
    title: "想把耗材库存交给我们管理",
    description: "仓库面积紧张，盘点经常对不上。",
    others: otherNeeds[3]!,
    level: "business",
    visibility: "hidden",
    source: "visit",
    origin: "interaction",
    notedDaysAgo: 44,
    steps: [],
    worth: null,
    profit: null,
    cost: null,
    capability: null,
  },
  {
    title: "扩产后检测能力跟不上",
    description: "年报披露新增两条产线，检测岗位没有增加。",
    others: otherNeeds[4]!,
    level: "business",
    visibility: "hidden",
    source: "financial_report",
    notedDaysAgo: 12,
    steps: [],
    worth: 0.11,
    profit: 0.5,
    cost: 0.5,
    capability: 3,
  },
  {
    title: "要求账期延长到 180 天",
    description: "客户资金安排紧张，希望我们垫付。",
    others: otherNeeds[5]!,
    level: "organisation",
    visibility: "explicit",
    source: "interview",
    notedDaysAgo: 64,
    steps: [guess(60, "采购在两次报价中都提出。"), said(50, "财务经理当面确认是硬性要求。")],
    worth: 0.02,
    profit: -0.3,
    cost: 0.6,
    capability: 2,
    declined: {
      because: "垫资成本高于该业务全年利润，已说明我们能做到的最长账期。",
      toldDaysAgo: 28,
    },
  },
  {
    title: "希望我们代为报关和仓储",
    description: "出口业务刚起步，没有自己的团队。",
    others: otherNeeds[6]!,
    level: "business",
    visibility: "explicit",
    source: "industry_report",
    notedDaysAgo: 38,
    steps: [guess(30, "同行业三家出口企业都在找一站式服务。")],
    worth: 0.03,
    profit: 0.1,
    cost: 0.5,
    capability: 0,
    declined: { because: "我们没有报关资质，介绍了两家合作方。", toldDaysAgo: null },
  },
  {
    title: "新员工看不懂操作手册",
    description: "人员流动大，培训跟不上。",
    others: otherNeeds[7]!,
    level: "organisation",
    visibility: "explicit",
    source: "complaint",
    origin: "case",
    notedDaysAgo: 110,
    steps: [
      guess(100, "近半年一半的报修是误操作。"),
      said(82, "生产厂长同意以误操作次数为准来衡量。"),
      { to: "solved", daysAgo: 18, evidence: "重写两章手册并现场培训两次，误操作下降一半。" },
    ],
    worth: 0.008,
    profit: 0.3,
    cost: 0.2,
    capability: 5,
  },
  {
    title: "希望关键备件有第二来源证明",
    description: "审计要求单一来源物料说明风险。",
    others: otherNeeds[8]!,
    level: "organisation",
    visibility: "explicit",
    source: "visit",
    notedDaysAgo: 130,
    steps: [
      guess(124, "质量审核清单里有单一来源一项。"),
      said(102, "质量总监要求年内提供，逾期影响准入评分。"),
    ],
    worth: 0.05,
    profit: 0.4,
    cost: 0.3,
    capability: 4,
  },
  {
    title: "希望按用量阶梯定价",
    description: "今年用量翻倍，价格仍按旧合同。",
    others: otherNeeds[9]!,
    level: "business",
    visibility: "explicit",
    source: "interview",
    notedDaysAgo: 26,
    steps: [guess(16, "对方带来了竞争对手的阶梯报价单。")],
    worth: 0.026,
    profit: 0.12,
    cost: 0.8,
    capability: 5,
  },
  {
    title: "董事长关心碳足迹披露",
    description: "下游品牌要求供应链数据。",
    others: otherNeeds[10]!,
    level: "personal",
    visibility: "hidden",
    source: "other",
    notedDaysAgo: 8,
    steps: [],
    worth: null,
    profit: null,
    cost: null,
    capability: 2,
  },
];
