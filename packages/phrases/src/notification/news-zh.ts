import { glossaryZh } from "../glossary/zh.ts";
import type { NewsWords } from "./news-words.ts";

const approval = {
  segment_move: "分层调整",
  programme_entry: "加入大客户计划",
  programme_exit: "退出大客户计划",
  rescue_offer: "挽回方案",
  discount: "折扣",
  gift: "礼品",
  export: "导出",
  sensitive_access: "查看敏感信息",
} as const;
const decision = {
  pending: "待审批",
  approved: "已批准",
  refused: "已驳回",
  withdrawn: "已撤回",
  lapsed: "已过期",
} as const;

const caseKind = { complaint: "投诉", fault: "故障", request: "请求", question: "咨询" } as const;
const level = { general: "", major: "重大", urgent: "紧急" } as const;
const clock = { reply: "首次回复", feedback: "首次反馈", solve: "解决" } as const;
const because = {
  half_gone: "时限已过半",
  reopened: "客户再次不满意",
  overdue: "时限已过",
  still_overdue: "超时后仍未处理",
  by_hand: "同事请求升级",
} as const;

/** 每种通知的一句话：只有词表里的词、日期和数目。 */
export const newsZh: NewsWords = {
  signal_raised: (p) =>
    `新预警：${glossaryZh.signalKind[p.signalKind] ?? "预警信号"}（${glossaryZh.severity[p.severity] ?? "留意"}）`,
  signal_assigned: (p) =>
    `有预警交给您处理：${glossaryZh.signalKind[p.signalKind] ?? "预警信号"}（${glossaryZh.severity[p.severity] ?? "留意"}）`,
  task_assigned: (p, say) => (p.dueOn ? `有任务交给您，${say.day(p.dueOn)}前完成` : "有任务交给您"),
  task_due: (p, say) => (p.dueOn ? `任务今天到期（${say.day(p.dueOn)}）` : "任务今天到期"),
  obligation_due: (p, say) =>
    `${glossaryZh.obligationKind[p.obligationKind] ?? "服务义务"}即将到期${p.dueOn ? `：${say.day(p.dueOn)}` : ""}`,
  obligation_overdue: (p, say) =>
    `${glossaryZh.obligationKind[p.obligationKind] ?? "服务义务"}已逾期${p.dueOn ? `，应于 ${say.day(p.dueOn)}完成` : ""}`,
  handover_started: (p) =>
    p.side === "theirs" ? "客户联系人变动，24 小时内完成交接" : "我方负责人变动，24 小时内完成交接",
  handover_overdue: (p) =>
    p.side === "theirs" ? "客户联系人交接已超过 24 小时" : "我方负责人交接已超过 24 小时",
  approval_asked: (p, say) =>
    `有审批等待决定：${approval[p.approvalKind] ?? "审批"}${p.dueOn ? `，${say.day(p.dueOn)}前` : ""}`,
  approval_decided: (p) =>
    `您的申请${decision[p.status] ?? "有了结果"}：${approval[p.approvalKind] ?? "审批"}`,
  approval_reminder: (p, say) =>
    `提醒：审批仍未决定，${approval[p.approvalKind] ?? "审批"}${p.dueOn ? `，${say.day(p.dueOn)}前` : ""}`,
  requirement_change_confirmed: () => "需求变更已获双方确认",
  case_assigned: (p) => `有${level[p.level] ?? ""}${caseKind[p.caseKind] ?? "申告"}由您处理`,
  case_transfer_offered: (p) =>
    `有${level[p.level] ?? ""}${caseKind[p.caseKind] ?? "申告"}想转交给您，请接受或退回`,
  case_transfer_answered: (p) =>
    `您转交的${caseKind[p.caseKind] ?? "申告"}${p.answer === "accepted" ? "已被接手" : "被退回"}`,
  case_overdue: (p) =>
    `${level[p.level] ?? ""}${caseKind[p.caseKind] ?? "申告"}已超时：${clock[p.clock] ?? "时限"}`,
  case_escalated: (p) =>
    `${level[p.level] ?? ""}${caseKind[p.caseKind] ?? "申告"}已升级到您：${because[p.because] ?? "需要您过问"}`,
  case_customer_wrote: (p) =>
    `客户补充了${level[p.level] ?? ""}${caseKind[p.caseKind] ?? "申告"}的内容`,
  case_reopened: (p) =>
    `客户对处理结果不满意，${level[p.level] ?? ""}${caseKind[p.caseKind] ?? "申告"}已重新打开`,
  case_closed: (p) => `客户已确认，${caseKind[p.caseKind] ?? "申告"}已关闭`,
  inspection_given: (p) => `抽查抽中，${p.calls ?? 0} 位客户由您回访`,
  promise_given: (p, say) => `有承诺由您负责兑现${p.dueOn ? `，${say.day(p.dueOn)}前` : ""}`,
  promise_due: (p, say) => `对客户的承诺即将到期${p.dueOn ? `：${say.day(p.dueOn)}` : ""}`,
  promise_late: (p, say) =>
    `对客户的承诺过期未兑现${p.dueOn ? `，应于 ${say.day(p.dueOn)}做到` : ""}`,
  feedback_loop_opened: (p, say) =>
    `有不满意的答复由您联系客户${p.dueOn ? `，${say.day(p.dueOn)}前` : ""}`,
  feedback_loop_overdue: (p, say) =>
    `不满意的客户逾期未联系${p.dueOn ? `，应于 ${say.day(p.dueOn)}前` : ""}`,
  feedback_loop_drop_asked: () => "有人申请放弃一个闭环，需要另一人复核",
  day_ahead: (p, say) => {
    const parts = [
      p.overdue > 0 ? `${say.number(p.overdue)} 项已逾期` : "",
      p.tasks > 0 ? `${say.number(p.tasks)} 个任务今天到期` : "",
      p.obligations > 0 ? `${say.number(p.obligations)} 项服务义务今天到期` : "",
      p.visits > 0 ? `${say.number(p.visits)} 个日程` : "",
    ].filter((part) => part !== "");
    return parts.length === 0 ? "今天没有到期事项" : `今天：${parts.join("，")}`;
  },
};
