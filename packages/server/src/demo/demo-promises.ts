import type { PromiseSource, PromiseStepKind } from "@mainstay/domain/promise/promise-status";
import type { DemoDepartment } from "./save-demo-departments.ts";

/** One thing that became of a promise; days count from today, negative is past. */
export interface DemoPromiseStep {
  readonly kind: Exclude<PromiseStepKind, "given">;
  readonly onDay: number;
  readonly toDue?: number;
  readonly words: string;
}

export interface DemoPromise {
  readonly title: string;
  /** What other accounts were promised instead. */
  readonly otherTitles?: readonly string[];
  readonly department: DemoDepartment;
  /** Days from today to when it was made and was first due. */
  readonly madeOn: number;
  readonly dueOn: number;
  readonly source?: PromiseSource;
  readonly steps: readonly DemoPromiseStep[];
}

const kept = (onDay: number, words: string): DemoPromiseStep => ({ kind: "kept", onDay, words });

/** Promises as they are made to customers: on time, late, sent back, moved, broken, withdrawn, soon due and overdue. */
export const demoPromises: readonly DemoPromise[] = [
  {
    title: "月底前补齐 40 套密封件",
    department: "delivery",
    madeOn: -46,
    dueOn: -30,
    source: "case",
    steps: [kept(-24, "送货单已由仓库签收，比约定晚六天。")],
  },
  {
    title: "每周五发送在制进度表",
    department: "support",
    madeOn: -30,
    dueOn: -9,
    steps: [kept(-10, "计划员回邮件确认已连续收到三期。")],
  },
  {
    title: "出具第三方检测报告",
    department: "quality",
    madeOn: -70,
    dueOn: -40,
    steps: [
      kept(-41, "报告编号已发客户质量部。"),
      { kind: "sent_back", onDay: -36, toDue: -25, words: "缺两项盐雾数据。" },
      kept(-26, "补测后重新出具，客户质量总监签收。"),
    ],
  },
  {
    title: "提交明年框架协议草案",
    department: "accounts",
    madeOn: -35,
    dueOn: -14,
    steps: [kept(-15, "草案已发，采购总监确认收到。")],
  },
  {
    title: "紧急订单 10 天内到厂",
    department: "delivery",
    madeOn: -22,
    dueOn: -12,
    steps: [
      { kind: "moved", onDay: -15, toDue: -8, words: "客户停线检修，同意顺延。" },
      kept(-8, "门卫签收单，上午到厂。"),
    ],
  },
  {
    title: "安排工程师驻厂一周",
    otherTitles: ["派工程师参加新线调试", "给班组做一次保养培训", "上门校准检测台"],
    department: "support",
    madeOn: -9,
    dueOn: 3,
    source: "need",
    steps: [],
  },
  {
    title: "给出二期报价",
    otherTitles: ["给出年度框架折扣方案", "答复付款周期的调整", "提供替代料报价"],
    department: "accounts",
    madeOn: -6,
    dueOn: 8,
    source: "interaction",
    steps: [],
  },
  {
    title: "补发错发的三箱备件",
    otherTitles: ["补齐少送的 12 件轴承", "更换受潮的两托盘纸箱", "补寄缺页的合格证"],
    department: "delivery",
    madeOn: -14,
    dueOn: -4,
    source: "case",
    steps: [],
  },
  {
    title: "8D 报告五个工作日内提交",
    department: "quality",
    madeOn: -60,
    dueOn: -52,
    source: "case",
    steps: [kept(-53, "8D 报告已被客户接受。")],
  },
  {
    title: "旺季每日两班发货",
    department: "delivery",
    madeOn: -58,
    dueOn: -44,
    steps: [
      { kind: "broken", onDay: -43, words: "承运商运力不足，无法安排第二班，已向客户说明。" },
    ],
  },
  {
    title: "为新产线提供样机试用",
    department: "support",
    madeOn: -48,
    dueOn: -20,
    steps: [{ kind: "withdrawn", onDay: -28, words: "客户推迟新产线，双方商定不再需要。" }],
  },
  {
    title: "重新打印整批标签",
    otherTitles: ["换发全部箱唛", "补贴两批货的追溯码"],
    department: "quality",
    madeOn: -20,
    dueOn: -10,
    steps: [
      kept(-11, "已换发整批标签。"),
      { kind: "sent_back", onDay: -5, toDue: 6, words: "条码在客户扫描枪上读不出。" },
    ],
  },
  {
    title: "调整送货窗口到上午",
    department: "delivery",
    madeOn: -130,
    dueOn: -110,
    steps: [kept(-112, "连续两周上午到货，收货员确认。")],
  },
  {
    title: "发票抬头更正并重开",
    department: "accounts",
    madeOn: -210,
    dueOn: -200,
    steps: [kept(-204, "更正后的发票已认证。")],
  },
  {
    title: "远程诊断账号开通",
    otherTitles: ["在制看板账号开通", "接通客户的供应商平台"],
    department: "support",
    madeOn: -17,
    dueOn: 1,
    steps: [{ kind: "moved", onDay: -7, toDue: 12, words: "客户信息安全审核未完，约定顺延。" }],
  },
];
