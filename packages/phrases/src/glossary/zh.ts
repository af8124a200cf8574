import type { CaseLevel } from "@mainstay/domain/case/case-kind";
import type { AccountKind } from "@mainstay/domain/account/account-kind";
import type { Grade } from "@mainstay/domain/account/grade";
import type { MainSeat, MemberSeat } from "@mainstay/domain/account-team/team-seat";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { HealthBand } from "@mainstay/domain/health/health-band";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { Segment } from "@mainstay/domain/account/segment";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import type { BehaviourStyle } from "@mainstay/domain/behaviour-style/behaviour-style";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import type { pairLevelNames } from "@mainstay/domain/pair-level/pair-level";
import type { ProjectStatus } from "@mainstay/domain/project/project-status";
import type { Cadence } from "@mainstay/domain/service-policy/cadence";
import type { Stance } from "@mainstay/domain/stance/stance";
import type {
  SignalKind,
  SignalOutcome,
  SignalPlay,
  SignalSeverity,
  SignalStatus,
} from "@mainstay/domain/signal/signal-kind";
import type { TaskStatus } from "@mainstay/domain/task/task-status";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";

import { type PrivacyGlossary, privacyGlossaryZh } from "./privacy-zh.ts";

/** The field's own terms (product.md, glossary): every value of every kind has a word, or this does not compile. */
export type Glossary = PrivacyGlossary & {
  segment: Record<Segment | "none", string>;
  grade: Record<Grade, string>;
  level: Record<RiskLevel, string>;
  stage: Record<LifecycleStage | "none", string>;
  healthBand: Record<HealthBand, string>;
  accountKind: Record<AccountKind, string>;
  signalKind: Record<SignalKind, string>;
  caseLevel: Record<CaseLevel, string>;
  severity: Record<SignalSeverity, string>;
  signalStatus: Record<SignalStatus | "working", string>;
  outcome: Record<SignalOutcome, string>;
  play: Record<SignalPlay, string>;
  taskStatus: Record<TaskStatus, string>;
  interactionKind: Record<InteractionKind, string>;
  obligationKind: Record<ObligationKind, string>;
  cadence: Record<Cadence, string>;
  seat: Record<MainSeat | MemberSeat, string>;
  importKind: Record<ImportKind, string>;
  role: Record<UserRole, string>;
  visibility: Record<Visibility, string>;
  scope: Record<TokenScope, string>;
  stance: Record<Stance | "unknown", string>;
  buyingRole: Record<BuyingRole | "none", string>;
  behaviourStyle: Record<BehaviourStyle, string>;
  pairLevel: Record<(typeof pairLevelNames)[number], string>;
  projectStatus: Record<ProjectStatus, string>;
};

export const glossaryZh: Glossary = {
  ...privacyGlossaryZh,
  segment: {
    core: "核心价值",
    high_potential: "高潜力",
    maintain: "维持型",
    develop: "待优化",
    none: "未分层",
  },
  grade: { strategic: "战略级", key: "重点级", base: "基础级", none: "未定级" },
  level: { unknown: "资料不足", fine: "正常", watch: "留意", act: "需行动", lost: "可能流失" },
  stage: {
    onboarding: "初步合作",
    stable: "稳定合作",
    deep: "深度绑定",
    symbiosis: "价值共生",
    none: "未进入阶段",
  },
  healthBand: { green: "健康", amber: "留意", red: "危险", insufficient: "资料不足" },
  accountKind: {
    economic: "经济大客户",
    important: "重要客户",
    group: "集团客户",
    strategic: "战略客户",
    channel: "渠道客户",
  },
  signalKind: {
    season_closed: "订货季已过",
    rhythm_broken: "订单节律中断",
    order_amount_shrinking: "订单金额萎缩",
    product_category_lost: "品类流失",
    payment_delay: "付款变慢",
    economic_buyer_unknown: "最高决策者不明",
    economic_buyer_never_met: "最高决策者从未见过",
    single_threaded: "单线联系",
    majority_not_supporting: "关键人多数未支持",
    no_opponent_mapped: "看不见反对者",
    gatekeeper_ignored: "冷落把关人",
    stance_stale: "立场评估过期",
    placeholder_old: "占位人员久未查清",
    cadence_missed: "该拜访未拜访",
    contract_ending: "合同将到期",
    key_contact_left: "关键联系人离任",
    stance_fell: "立场下滑",
    handover_overdue: "交接超时",
    team_incomplete: "客户团队不全",
    requirement_change_unconfirmed: "需求变更未确认",
    satisfaction_dropped: "满意度下滑",
    economic_buyer_dissatisfied: "最高决策者不满意",
    complaint_overdue: "投诉超时",
    complaint_repeated: "投诉重复发生",
    promise_broken: "承诺未兑现",
  },
  caseLevel: { general: "一般", major: "重大", urgent: "紧急" },
  severity: { watch: "留意", act: "需行动", critical: "紧急" },
  signalStatus: {
    working: "待处理",
    open: "未处理",
    acknowledged: "跟进中",
    snoozed: "稍后提醒",
    resolved: "已了结",
  },
  outcome: { saved: "已挽回", lost: "已流失", false_alarm: "误报", cleared: "自行解除" },
  play: {
    call_the_buyer: "致电采购负责人",
    executive_visit: "高层拜访",
    review_the_offer: "复核报价与方案",
    ask_about_the_category: "询问该品类的去向",
    talk_to_finance: "与对方财务对账",
    find_the_economic_buyer: "问清谁是最高决策者",
    meet_the_economic_buyer: "约见最高决策者",
    widen_the_contacts: "拓宽双方对接面",
    win_over_key_people: "争取关键人支持",
    ask_who_is_against: "请教练指出谁会反对",
    call_on_the_gatekeeper: "走访把关人",
    assess_stance_again: "重新评估立场",
    fill_the_placeholder: "查清占位人员是谁",
    visit_now: "尽快安排拜访",
    prepare_renewal: "准备续约",
    hand_over_now: "立即完成交接",
    clarify_what_changed: "当面澄清分歧",
    complete_the_team: "补齐客户团队",
    confirm_the_change: "请客户书面确认变更",
    ask_what_went_wrong: "问清哪里让客户失望",
    speak_with_the_economic_buyer: "当面听最高决策者说",
    solve_the_case: "立即解决申告",
    find_the_cause: "追查根本原因",
    make_the_promise_good: "兑现承诺并当面说明",
  },
  taskStatus: { open: "未完成", done: "已完成", dropped: "已放弃" },
  interactionKind: {
    visit: "拜访",
    call: "电话",
    meeting: "会议",
    meal: "餐叙",
    message: "消息",
    event: "活动",
    executive_meeting: "高管一对一",
  },
  obligationKind: {
    visit: "拜访",
    review: "业务复盘",
    executive_meeting: "高管会晤",
    value_report: "价值报告",
    case_contact: "个案沟通",
  },
  cadence: {
    month: "每月",
    quarter: "每季度",
    half_year: "每半年",
    year: "每年",
    case: "按需",
  },
  seat: {
    manager: "客户经理",
    backup: "备份经理",
    sponsor: "高管赞助人",
    technical_expert: "技术专家",
    delivery: "交付",
    service: "客服",
    finance: "财务",
    legal: "法务",
    product: "产品",
    executive: "高管",
    other: "其他",
  },
  importKind: {
    account: "客户",
    contact: "联系人",
    product: "产品",
    order: "订单",
    invoice: "发票",
    payment: "回款",
    delivery: "交付",
    fact: "人物信息",
  },
  role: {
    manager: "大客户经理",
    director: "大客户部主管",
    sponsor: "高管赞助人",
    service: "服务与后台支持",
    analyst: "分析与财务",
    compliance: "合规与个人信息保护",
    admin: "系统管理员",
  },
  visibility: {
    own: "仅自己负责的客户",
    team: "本部门及下级部门的客户",
    all: "全部客户",
  },
  scope: { read: "读取", write: "写入", import: "导入", admin: "管理", personal: "个人信息" },
  stance: {
    insider: "内线",
    ally: "结盟者",
    supporter: "支持者",
    neutral: "中立者",
    sceptic: "怀疑者",
    misinformed: "误解者",
    backslider: "倒退者",
    opponent: "敌对者",
    unknown: "立场不明",
  },
  buyingRole: {
    economic_buyer: "最高决策者（EB）",
    technical: "技术把关",
    user: "使用者",
    coach: "教练",
    gatekeeper: "把关人",
    none: "无角色",
  },
  behaviourStyle: {
    driver: "力量型",
    expressive: "活泼型",
    amiable: "和平型",
    analytical: "完美型",
  },
  pairLevel: {
    no_contact: "未接触",
    acquainted: "认识",
    gives_time: "约得到",
    trusts: "信任",
    backs_us: "支持",
    allied: "同盟",
  },
  projectStatus: { open: "进行中", won: "赢单", lost: "丢单", stopped: "客户中止" },
};
