import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { glossaryZh } from "../glossary/zh.ts";
import type { ReasonWords } from "./reason-words.ts";
import type { Speaker } from "./speaker.ts";

const scaleZh: Readonly<Record<VoiceScale, string>> = {
  nps: "推荐意愿（0–10 分）",
  csat: "满意度（1–5 分）",
  ces: "省力度（1–7 分）",
};

/** Under two days in hours, else in days. */
const spanZh = (hours: number, say: Speaker): string =>
  hours < 48 ? `${say.number(hours)} 小时` : `${say.number(Math.floor(hours / 24))} 天`;

/** 周期预警的说明。 */
export const cycleReasonsZh: ReasonWords<"cycle"> = {
  "cycle.cadence_missed": (p, say) =>
    p.duties === 1
      ? `${glossaryZh.obligationKind[p.kind]}应在 ${say.day(p.dueOn)} 前完成，已过 ${say.number(p.days)} 天还没有做。`
      : `${say.number(p.duties)} 项服务义务没有按时完成，最早的是${glossaryZh.obligationKind[p.kind]}，应在 ${say.day(p.dueOn)} 前做，已过 ${say.number(p.days)} 天。`,
  "cycle.contract_ending": (p, say) =>
    p.days < 0
      ? `合同已在 ${say.day(p.endsOn)} 到期，过去 ${say.number(-p.days)} 天仍没有续签。`
      : p.days === 0
        ? "合同今天到期。"
        : `合同将在 ${say.day(p.endsOn)} 到期，还有 ${say.number(p.days)} 天。`,
  "cycle.key_contact_left": (p, say) => {
    const who =
      p.person === ""
        ? `${say.number(p.people)} 位关键联系人`
        : p.people === 1
          ? `关键联系人${p.person}`
          : `${p.person}等 ${say.number(p.people)} 位关键联系人`;
    return p.people === 1
      ? `${who}已于 ${say.day(p.endedOn)} 离任，还没有人接过这条关系。`
      : `${who}已离任（最早在 ${say.day(p.endedOn)}），还没有人接过这些关系。`;
  },
  "cycle.stance_fell": (p, say) =>
    `最近的评估中，有 ${say.number(p.people)} 人对我方的态度不如从前（最近一次在 ${say.day(p.lastOn)}）。`,
  "cycle.handover_overdue": (p, say) => {
    const what = p.seat === null ? "对方联系人变动后的交接" : `${glossaryZh.seat[p.seat]}的交接`;
    return p.days === 0
      ? `${what}今天已超时，还没有人接收。`
      : `${what}应在 ${say.day(p.dueOn)} 完成，已超时 ${say.number(p.days)} 天${p.handovers > 1 ? `；另有 ${say.number(p.handovers - 1)} 项也已超时` : ""}。`;
  },
  "cycle.team_incomplete": (p) =>
    `按服务政策应有${p.seats.map((seat) => glossaryZh.seat[seat]).join("、")}，现在空缺。`,
  "cycle.requirement_change_unconfirmed": (p, say) =>
    p.started > 0
      ? `${say.number(p.changes)} 项需求变更没有双方确认，其中 ${say.number(p.started)} 项已经动工，最早的从 ${say.day(p.sinceOn)} 算起已 ${say.number(p.days)} 天。`
      : `${say.number(p.changes)} 项需求变更发出后还没有双方确认，最早的已等 ${say.number(p.days)} 天。`,
  "cycle.satisfaction_dropped": (p, say) =>
    `最近一次${scaleZh[p.scale]}均值 ${say.number(p.to)}（${say.number(p.toAnswers)} 人），上一次是 ${say.number(p.from)}（${say.number(p.fromAnswers)} 人）；最近的答复在 ${say.day(p.answeredOn)}。`,
  "cycle.economic_buyer_dissatisfied": (p, say) =>
    p.people === 1
      ? `最高决策者在 ${say.day(p.answeredOn)} 的${scaleZh[p.scale]}只打了 ${say.number(p.score)} 分，不与他人的分数平均。`
      : `${say.number(p.people)} 位最高决策者不满意；最近一位在 ${say.day(p.answeredOn)} 的${scaleZh[p.scale]}只打了 ${say.number(p.score)} 分。`,
  "cycle.complaint_overdue": (p, say) =>
    `${say.number(p.cases)} 件申告超过承诺时限，其中最重的是${glossaryZh.caseLevel[p.level]}；最早的应在 ${say.day(p.dueOn)} 前办结，已超时 ${spanZh(p.hours, say)}。`,
  "cycle.complaint_repeated": (p, say) =>
    `${say.number(p.withinDays)} 天内有 ${say.number(p.cases)} 件投诉或故障${p.reopened > 0 ? `，其中 ${say.number(p.reopened)} 件解决后又被退回` : ""}。`,
  "cycle.promise_broken": (p, say) => {
    const parts = [
      p.late > 0 ? `${say.number(p.late)} 项承诺过期未兑现` : "",
      p.broken > 0 ? `${say.number(p.broken)} 项承诺已经失信` : "",
    ].filter(Boolean);
    return `${parts.join("，")}；最早的应在 ${say.day(p.dueOn)} 前做到，已过 ${say.number(p.days)} 天。`;
  },
};
