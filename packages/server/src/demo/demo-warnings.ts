import type {
  RescueOfferKind,
  RescueOfferStatus,
  RescueStatus,
} from "@mainstay/domain/rescue/rescue-kind";
import type { SignalKind, SignalSeverity } from "@mainstay/domain/signal/signal-kind";

/** Contracts of the first key accounts: days from today to their end; the shortest ones are already warned of. */
export const demoContractEnds = [26, 78, 161, 240, 330, -9, 420, 510] as const;

/** How warnings of missed duties ended; each is placed on a duty of the demo that really was missed. */
export const pastCadence = [
  { outcome: "saved", money: 150_000, note: "补访后客户恢复正常下单" },
  { outcome: "false_alarm", money: 0, note: "当月已在展会见过面，没有登记" },
  { outcome: "saved", money: 90_000, note: "补做季度复盘，关闭三项问题" },
  { outcome: "lost", money: 60_000, note: "两个月没有人去，订单转给了别家" },
] as const;

/** A warning of the past year as people ended it. `at` counts key accounts; days are ago; money in whole units. */
export interface PastWarning {
  readonly at: number;
  readonly kind: SignalKind;
  readonly severity: SignalSeverity;
  readonly seenDaysAgo: number;
  readonly endedDaysAgo: number;
  readonly outcome: "saved" | "lost" | "false_alarm";
  readonly money: number;
  readonly note: string;
}

const past = (
  at: number,
  kind: SignalKind,
  severity: SignalSeverity,
  days: readonly [seen: number, ended: number],
  outcome: PastWarning["outcome"],
  money: number,
  note: string,
): PastWarning => ({
  at,
  kind,
  severity,
  seenDaysAgo: days[0],
  endedDaysAgo: days[1],
  outcome,
  money,
  note,
});

/** Old enough, or followed by newer facts, so that people's word does not stand in the way of a new warning. */
export const pastWarnings: readonly PastWarning[] = [
  past(8, "contract_ending", "critical", [341, 300], "saved", 860_000, "提前两个月谈妥，续签两年"),
  past(9, "contract_ending", "act", [322, 281], "saved", 420_000, "价格锁定一年，客户同意续签"),
  past(10, "contract_ending", "act", [305, 262], "lost", 310_000, "总部统一招标，未能入围"),
  past(11, "contract_ending", "watch", [286, 270], "false_alarm", 0, "合同为自动续期，录入时漏了"),
  past(
    15,
    "key_contact_left",
    "act",
    [315, 284],
    "saved",
    540_000,
    "由老联系人引荐，两周内见到继任者",
  ),
  past(16, "key_contact_left", "critical", [290, 240], "lost", 380_000, "继任者带来了原来的供应商"),
  past(17, "stance_fell", "act", [150, 120], "saved", 260_000, "澄清交付误会，重新取得支持"),
  past(18, "handover_overdue", "act", [260, 258], "saved", 70_000, "当天补齐交接清单"),
  past(
    19,
    "rhythm_broken",
    "critical",
    [334, 301],
    "saved",
    480_000,
    "停机检修推迟，检修后补下订单",
  ),
  past(20, "rhythm_broken", "act", [311, 280], "false_alarm", 0, "客户并单采购，频次改为两月一次"),
  past(21, "order_amount_shrinking", "act", [299, 245], "lost", 220_000, "部分产品改由集团自产"),
];

export interface DemoOffer {
  readonly kind: RescueOfferKind;
  readonly terms: string;
  readonly cost: number;
  readonly status: RescueOfferStatus;
  readonly madeDaysAgo: number | null;
  readonly answeredDaysAgo: number | null;
  readonly note: string | null;
}

export interface DemoRescue {
  readonly at: number;
  readonly goal: string;
  readonly stake: number;
  readonly openedDaysAgo: number;
  readonly closedDaysAgo: number | null;
  readonly status: RescueStatus;
  readonly shareKept: number | null;
  readonly note: string | null;
  readonly offers: readonly DemoOffer[];
}

const offer = (
  kind: RescueOfferKind,
  terms: string,
  cost: number,
  status: RescueOfferStatus,
  days: readonly [made: number | null, answered: number | null] = [null, null],
  note: string | null = null,
): DemoOffer => ({
  kind,
  terms,
  cost,
  status,
  madeDaysAgo: days[0],
  answeredDaysAgo: days[1],
  note,
});

/** Three rescues that are over and one that runs, on the account whose contract ends first. */
export const demoRescues: readonly DemoRescue[] = [
  {
    at: 0,
    goal: "续签年度框架协议，保住主力产品份额",
    stake: 1_280_000,
    openedDaysAgo: 16,
    closedDaysAgo: null,
    status: "running",
    shareKept: null,
    note: null,
    offers: [
      offer("executive_visit", "周总拜访对方总经理，当面谈续约", 3_000, "made", [4, null]),
      offer("price_lock", "主力产品锁价十二个月", 86_000, "waiting"),
      offer("extra_service", "驻厂技术支持每月两天", 8_000, "ready"),
    ],
  },
  {
    at: 8,
    goal: "在总部招标前锁定两年供货",
    stake: 860_000,
    openedDaysAgo: 338,
    closedDaysAgo: 300,
    status: "saved",
    shareKept: 1,
    note: "高管拜访打开了局面，锁价促成签字",
    offers: [
      offer(
        "executive_visit",
        "高管一对一，说明扩产计划",
        4_000,
        "accepted",
        [330, 329],
        "对方总经理当场表示愿意续签",
      ),
      offer("price_lock", "两年锁价，随铜价联动", 62_000, "accepted", [318, 309], "采购部同意"),
      offer("discount", "首批订单优惠三个点", 38_000, "declined", [326, 320], "客户更在意交期"),
    ],
  },
  {
    at: 19,
    goal: "查清停单原因，恢复每月订单",
    stake: 480_000,
    openedDaysAgo: 329,
    closedDaysAgo: 301,
    status: "partly",
    shareKept: 0.7,
    note: "恢复了七成，其余改由集团调拨",
    offers: [
      offer("extra_service", "检修期间免费寄存备件", 12_000, "accepted", [322, 315], "设备部认可"),
      offer("upgrade", "旧型号换新，折价两成", 45_000, "declined", [312, 306], "预算今年已用完"),
    ],
  },
  {
    at: 10,
    goal: "争取入围总部集中采购",
    stake: 310_000,
    openedDaysAgo: 296,
    closedDaysAgo: 262,
    status: "lost",
    shareKept: 0,
    note: "起步太晚，评标标准已定",
    offers: [
      offer(
        "discount",
        "投标价下调五个点",
        28_000,
        "accepted",
        [284, 276],
        "收下报价，但未改变排名",
      ),
    ],
  },
];

/** Who left lately: at which key account, how, and how often we had met in their last year. */
export const demoLeavers = [
  { at: 3, name: "孟祥瑞", title: "采购总监", role: "technical", leftDaysAgo: 12, meetings: 7 },
  { at: 6, name: "冯晓慧", title: "质量经理", role: null, leftDaysAgo: 33, meetings: 9 },
] as const;
