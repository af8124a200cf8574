import { glossaryZh } from "../glossary/zh.ts";
import type { ReasonWords } from "./reason-words.ts";

const seat = { manager: "客户经理", backup: "备份经理", sponsor: "高管赞助人" } as const;

const demand = (because: string): string => {
  if (because === "programme") return "大客户计划要求";
  if (because === "strategic") return "战略级客户要求";
  return "服务政策要求";
};

const offer: Readonly<Record<string, string>> = {
  upgrade: "升级",
  price_lock: "锁价",
  extra_service: "增值服务",
  executive_visit: "高管拜访",
  discount: "折扣",
};

const gift = {
  gift: "礼品",
  meal: "宴请",
  travel: "差旅考察",
  course: "培训课程",
  event: "活动",
  donation: "捐赠",
} as const;

/** 审批事由、客户团队提示与评分依据。 */
export const teamReasonsZh: ReasonWords<"approval" | "team" | "score"> = {
  "approval.segment_move": (p) =>
    p.from === null
      ? `申请把分层定为“${glossaryZh.segment[p.to]}”。`
      : `申请把分层由“${glossaryZh.segment[p.from]}”调整为“${glossaryZh.segment[p.to]}”。`,
  "approval.programme_entry": (p, say) =>
    `提名加入大客户计划：加权评分 ${say.number(p.score)} 分${p.grade === null ? "" : `，${glossaryZh.grade[p.grade]}`}；现有 ${say.number(p.members)} 家，名额 ${say.number(p.cap)} 家。`,
  "approval.programme_beyond_cap": (p, say) =>
    `超出名额的例外提名：加权评分 ${say.number(p.score)} 分；现有 ${say.number(p.members)} 家，名额只有 ${say.number(p.cap)} 家。`,
  "approval.programme_exit": (p, say) =>
    p.since === null
      ? `申请退出大客户计划：当前评分 ${say.number(p.score)} 分。`
      : `申请退出大客户计划：自 ${say.day(p.since)} 起在列，当前评分 ${say.number(p.score)} 分。`,
  "approval.rescue_offer": (p, say) =>
    p.stake === null
      ? `挽回方案“${offer[p.offer] ?? "其他"}”待批。`
      : `挽回方案“${offer[p.offer] ?? "其他"}”待批，利害金额 ${say.money(p.stake)}。`,
  "approval.discount": (p, say) =>
    [
      p.percent === null ? "申请给予折扣" : `申请给予 ${say.number(p.percent)}% 的折扣`,
      p.cost === null ? "" : `，成本 ${say.money(p.cost)}`,
    ].join("") + "。",
  "approval.gift": (p, say) => {
    const head = `申请赠送${gift[p.giftKind]}，价值 ${say.money(p.value)}`;
    const past =
      p.count === 0
        ? "近 12 个月此前没有赠送"
        : `近 12 个月此前 ${say.number(p.count)} 次，共 ${say.money(p.total)}`;
    const why = {
      within_limit: "在自主限额之内",
      above_own_limit: "超过自主限额",
      above_line_limit: "超过主管限额",
      public_sector: "收受方属于公共部门",
      kind: "该类赠送一律由合规审批",
      count: "次数或累计金额已到上限",
    }[p.why];
    return `${head}；${past}；${why}。`;
  },
  "approval.export": (p, say) =>
    `申请导出${p.what === "accounts" ? "客户" : p.what === "cases" ? "申告" : "人员"}：共 ${say.number(p.rows)} 行，超过免审批的 ${say.number(p.limit)} 行；批准后 24 小时内可用一次。`,
  "approval.sensitive_access": (p, say) =>
    `申请查看一位人员的敏感信息，批准后 ${say.number(p.days)} 天内有效。`,
  "team.seat_missing": (p) => `缺${seat[p.seat]}：${demand(p.because)}。`,
  "team.holder_left": (p) => `${seat[p.seat]}的账号已停用，这个位置实际上空着。`,
  "team.no_backup": () => "没有备份经理：客户经理一旦缺席就无人接手。",
  "team.same_person": () => "客户经理和备份经理是同一个人，等于没有后备。",
  "team.bus_factor": (p, say) =>
    p.busFactor === 0
      ? `我方近期没有一人与对方保持往来，而对方有 ${say.number(p.threads)} 人曾有往来。`
      : `我方近期只有 ${say.number(p.busFactor)} 人与对方保持往来，此人一走就断线。`,
  "team.manager_overloaded": (p, say) =>
    `客户经理名下有 ${say.number(p.accounts)} 家大客户，超过建议的 ${say.number(p.limit)} 家。`,
  "score.value": (p, say) =>
    `近 12 个月营收在 ${say.number(p.accounts)} 家客户中排第 ${say.number(p.rank)}。`,
  "score.potential": (p, say) => `潜力得分 ${say.share(p.potential)}。`,
  "score.growth": (p, say) =>
    `近 12 个月营收比上年${p.growth < 0 ? "下降" : "增长"} ${say.share(Math.abs(p.growth))}。`,
  "score.relationship": (p, say) => `关键决策人的覆盖为 ${say.share(p.coverage)}。`,
};
