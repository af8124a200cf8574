import type { CaseCause, CaseChannel, CaseKind, CaseLevel } from "@mainstay/domain/case/case-kind";
import type { DemoDepartment } from "./save-demo-departments.ts";

/** How far a case of the demo has come. */
export type DemoCaseStage =
  | "new"
  | "replied"
  | "offered"
  | "transferred"
  | "paused"
  | "overdue"
  | "solved"
  | "closed"
  | "called_back"
  | "rescored"
  | "reopened"
  | "duplicate";

/** A case of the demo. Hours are before the midnight on which the demo's day began. */
export interface DemoCase {
  /** Which of the key accounts. */
  readonly at: number;
  readonly kind: CaseKind;
  readonly level: CaseLevel;
  readonly title: string;
  readonly description: string;
  readonly channel: CaseChannel;
  readonly department: DemoDepartment;
  readonly hoursAgo: number;
  readonly stage: DemoCaseStage;
  readonly cause?: CaseCause;
  readonly solution?: string;
  readonly isGreen?: boolean;
  /** It complains about the account's manager. */
  readonly isAboutManager?: boolean;
}

type Short = [
  at: number,
  kind: CaseKind,
  level: CaseLevel,
  channel: CaseChannel,
  department: DemoDepartment,
  hoursAgo: number,
  stage: DemoCaseStage,
  title: string,
  description: string,
  more?: Partial<DemoCase>,
];

const present: readonly Short[] = [
  [
    0,
    "fault",
    "urgent",
    "phone",
    "support",
    3,
    "replied",
    "三号产线突然停机，主控屏报通信中断",
    "客户生产经理来电：凌晨三号线停机，重启无效，每小时损失约两万元，要求立即派人。",
    { isGreen: true },
  ],
  [
    1,
    "complaint",
    "major",
    "visit",
    "delivery",
    20,
    "new",
    "连续两批货比约定晚到四天",
    "拜访时客户采购经理当面提出：十月、十一月两批都晚到，影响其排产，要求说明原因并给出改进计划。",
  ],
  [
    2,
    "question",
    "general",
    "message",
    "accounts",
    5,
    "new",
    "增值税专用发票的抬头变更怎么办理",
    "客户财务询问公司更名后已开发票如何处理。",
    { isGreen: true },
  ],
  [
    3,
    "fault",
    "general",
    "phone",
    "support",
    30,
    "transferred",
    "传感器读数比现场仪表偏高",
    "两台设备读数偏高约 3%，已排除安装位置问题。",
  ],
  [
    4,
    "complaint",
    "general",
    "phone",
    "accounts",
    28,
    "offered",
    "报价单来回改了三次仍有错误",
    "客户认为商务响应不专业，希望换一位同事跟进。",
  ],
  [
    5,
    "fault",
    "major",
    "email",
    "quality",
    70,
    "paused",
    "密封件三个月内第二次渗漏",
    "客户愿意等年度停机窗口一起更换，期间请保持备件就位。",
  ],
  [
    6,
    "complaint",
    "general",
    "email",
    "delivery",
    150,
    "overdue",
    "送货单数量与实收不符，一周无人答复",
    "短少 12 件，邮件发出后没有收到任何回复。",
  ],
  [
    7,
    "fault",
    "urgent",
    "phone",
    "quality",
    40,
    "overdue",
    "一批轴承热处理开裂，已停用",
    "客户要求 24 小时内给出隔离和补货方案。",
  ],
  [
    8,
    "complaint",
    "major",
    "public_page",
    "support",
    96,
    "reopened",
    "软件升级后报表打不开",
    "第一次处理后客户评价不满意：换一台电脑仍打不开。",
    { cause: "product", solution: "重装报表组件并清理缓存。" },
  ],
  [
    9,
    "request",
    "general",
    "message",
    "support",
    44,
    "solved",
    "申请增加两名操作员的培训",
    "新员工到岗，希望安排一次线上培训。",
    { cause: "documentation", solution: "已于周二完成两小时线上培训，录像和手册已发送。" },
  ],
  [
    10,
    "fault",
    "general",
    "phone",
    "support",
    300,
    "solved",
    "冷却塔风机异响",
    "白天间歇性异响，夜间正常。",
    { cause: "installation", solution: "重新找正并更换减振垫，试运行正常。" },
  ],
  [
    11,
    "complaint",
    "general",
    "survey",
    "delivery",
    130,
    "closed",
    "外包装破损，担心运输途中受潮",
    "季度问卷中提出。",
    { cause: "delivery", solution: "更换防潮包装并补发两箱，后续改走专线。" },
  ],
  [
    12,
    "fault",
    "major",
    "phone",
    "quality",
    240,
    "rescored",
    "阀门内漏，反复调整无效",
    "首次维修后客户打 2 分，要求彻底解决。",
    { cause: "product", solution: "整机更换新批次阀门，并延保一年。" },
  ],
  [
    13,
    "question",
    "general",
    "email",
    "support",
    60,
    "called_back",
    "控制器能否接入客户自有的监控平台",
    "客户信息部询问协议版本。",
    { cause: "documentation", solution: "支持 OPC UA，接口说明和示例已发送。" },
  ],
  [
    14,
    "complaint",
    "major",
    "phone",
    "accounts",
    26,
    "replied",
    "客户经理承诺的返利没有兑现",
    "客户点名投诉其客户经理，要求上级回复。",
    { isAboutManager: true },
  ],
  [
    6,
    "complaint",
    "general",
    "phone",
    "delivery",
    120,
    "duplicate",
    "又来电催问少送的 12 件",
    "与邮件所述为同一件事。",
  ],
  [
    15,
    "request",
    "general",
    "visit",
    "quality",
    18,
    "new",
    "希望提供出厂检验报告的电子版",
    "审厂需要近六个月的检验报告。",
  ],
  [
    0,
    "question",
    "general",
    "message",
    "accounts",
    75,
    "closed",
    "框架合同续签需要哪些材料",
    "法务询问清单。",
    { cause: "documentation", solution: "材料清单和模板已发送，续签会议定在下周。" },
  ],
];

/** What has gone by: the same few causes over and over, so that their Pareto has a head and a tail. */
const past: readonly [CaseKind, CaseLevel, DemoDepartment, CaseCause, string, string][] = [
  [
    "complaint",
    "general",
    "delivery",
    "delivery",
    "到货比约定晚两天",
    "调整发运批次，补偿加急运费。",
  ],
  [
    "fault",
    "general",
    "support",
    "installation",
    "现场接线松动导致停机",
    "重新紧固并培训现场人员。",
  ],
  [
    "complaint",
    "general",
    "delivery",
    "delivery",
    "送货未提前预约，门岗拒收",
    "与承运商约定提前一天预约。",
  ],
  ["fault", "major", "quality", "product", "同一批次泵体渗漏", "召回同批次并更换密封。"],
  [
    "question",
    "general",
    "support",
    "documentation",
    "参数表与铭牌不一致",
    "更正参数表并重新下发。",
  ],
  ["complaint", "general", "support", "response", "报修电话无人接听", "增设夜间值班电话。"],
  ["request", "general", "accounts", "billing", "对账单格式需要调整", "按客户模板出具对账单。"],
  ["complaint", "general", "delivery", "delivery", "包装标签缺少批号", "补贴标签，更新包装规范。"],
  ["fault", "urgent", "support", "product", "主控板烧毁，产线停机", "两小时内送达备件并更换。"],
];
const pastCases = 54;

/** The cases of the demo: two dozen of these weeks, in every state, and a year of closed ones. */
export const demoCases = (accounts: number): DemoCase[] => [
  ...present.map(
    ([
      at,
      kind,
      level,
      channel,
      department,
      hoursAgo,
      stage,
      title,
      description,
      more,
    ]): DemoCase => ({
      at: at % accounts,
      kind,
      level,
      channel,
      department,
      hoursAgo,
      stage,
      title,
      description,
      ...more,
    }),
  ),
  ...Array.from({ length: pastCases }, (_, n): DemoCase => {
    const [kind, level, department, cause, title, solution] = past[(n * n + n) % past.length]!;
    return {
      at: (n * 7) % accounts,
      kind,
      level,
      department,
      cause,
      title,
      solution,
      description: "",
      channel: (["phone", "email", "message", "public_page"] as const)[n % 4]!,
      hoursAgo: 24 * (9 + n * 6) + ((n * 5) % 9),
      stage: n % 11 === 3 ? "rescored" : n % 4 === 1 ? "called_back" : "closed",
    };
  }),
];
