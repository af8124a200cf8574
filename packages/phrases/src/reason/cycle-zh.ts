import { glossaryZh } from "../glossary/zh.ts";
import type { ReasonWords } from "./reason-words.ts";

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
};
