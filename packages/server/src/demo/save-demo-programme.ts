import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { shippedProgrammeRule } from "@mainstay/domain/programme/programme-rule";
import { type Scorecard, weightedScore } from "@mainstay/domain/programme/scorecard";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

const words: Readonly<Record<string, readonly string[]>> = {
  value: ["年度框架采购额居前", "近两年采购额稳定", "采购额尚小，多为零星订单"],
  potential: ["新产线明年投产，需求将翻倍", "现有品类还有三成空间", "市场已近饱和"],
  growth: ["连续两年两位数增长", "与上年基本持平", "较上年有所回落"],
  relationship: ["高层与采购、使用部门均有往来", "采购部门往来密切，高层尚缺", "只有一条线"],
  strategic_fit: ["与我方新产品方向一致", "部分产品线契合", "契合度一般"],
  willingness: ["对方主动提出联合开发", "愿意签订年度协议", "仍以比价为主"],
  reference: ["行业前三，具标杆意义", "区域内有影响力", "标杆作用有限"],
};

/** A scorecard by people: the better the nomination, the higher each line; the same every time. */
const cardOf = (quality: 0 | 1 | 2, seed: number): Scorecard =>
  Object.fromEntries(
    shippedProgrammeRule.criteria.map(({ key }, at) => {
      const level = Math.min(2, Math.max(0, quality + ((seed + at) % 3 === 0 ? 1 : 0)));
      return [key, { score: 5 - level * 1.5, because: words[key]?.[level] ?? "", reason: null }];
    }),
  );

interface Person {
  readonly account: string;
  readonly manager: string;
}

const plans = [
  { status: "active", quality: 0, monthsAgo: 26, because: "战略合作三年，年度框架协议已续签" },
  { status: "active", quality: 0, monthsAgo: 19, because: "年采购额居首，联合实验室在建" },
  { status: "active", quality: 1, monthsAgo: 14, because: "由区域重点客户升级，需高层对接" },
  { status: "active", quality: 0, monthsAgo: 11, because: "新基地投产，份额有望过半" },
  { status: "active", quality: 1, monthsAgo: 8, because: "集团统采试点单位" },
  { status: "active", quality: 1, monthsAgo: 5, because: "标杆项目，行业影响大" },
  { status: "active", quality: 1, monthsAgo: 2, because: "竞品合同年底到期，是切换窗口" },
  { status: "nominated", quality: 0, monthsAgo: 0, because: "新任总经理推动供应商整合，我方居前" },
  { status: "nominated", quality: 1, monthsAgo: 0, because: "两条产线同时导入，需要专属团队" },
  { status: "refused", quality: 2, monthsAgo: 3, because: "希望获得专属服务" },
  { status: "exited", quality: 2, monthsAgo: 22, because: "曾为区域最大客户" },
] as const;

/** Seven members (one with its review overdue), two nominations that wait, one refused, one that left. */
export const saveDemoProgramme = async (
  tx: Tx,
  tenantId: TenantId,
  people: readonly Person[],
  { deciderId, sponsorId, day }: { deciderId: string; sponsorId: string; day: DayNumber },
): Promise<void> => {
  const today = isoFromDayNumber(day);
  const rule = shippedProgrammeRule;
  for (const [at, plan] of plans.entries()) {
    const who = people[at];
    if (!who) continue;
    const id = newId();
    const card = cardOf(plan.quality, at);
    const score = weightedScore(rule.criteria, card);
    const since = monthsAfter(today, -plan.monthsAgo);
    const nominatedAt = new Date(`${since}T02:00:00Z`);
    const isDecided = plan.status !== "nominated";
    const wasIn = plan.status === "active" || plan.status === "exited";
    // The oldest member's yearly review is two months late; the others' lie ahead.
    const reviewed = Math.floor(plan.monthsAgo / 12) * 12 - (at === 0 ? 12 : 0);
    await tx
      .insertInto("programme_membership")
      .values({
        tenant_id: tenantId,
        id,
        account_id: who.account,
        status: plan.status,
        rule_version: 0,
        scorecard: JSON.stringify(card),
        score,
        because: plan.because,
        nominated_by: who.manager,
        nominated_at: nominatedAt,
        decided_by: isDecided ? deciderId : null,
        decided_at: isDecided ? nominatedAt : null,
        decision_note:
          plan.status === "refused" ? "采购以比价为主，先按重点客户服务一年再议" : null,
        active_since_on: wasIn ? since : null,
        review_due_on: plan.status === "active" ? monthsAfter(since, reviewed + 12) : null,
        reviewed_on: plan.status === "active" && reviewed > 0 ? monthsAfter(since, reviewed) : null,
        exited_on: plan.status === "exited" ? monthsAfter(today, -1) : null,
        exit_because:
          plan.status === "exited" ? "工厂外迁，采购权收归海外总部，改由区域团队服务" : null,
      })
      .execute();
    if (plan.status === "exited") continue;
    await tx
      .insertInto("approval")
      .values({
        tenant_id: tenantId,
        id: newId(),
        kind: "programme_entry",
        subject_kind: "programme_membership",
        subject_id: id,
        account_id: who.account,
        reason: JSON.stringify({
          code: "approval.programme_entry",
          params: {
            score: Math.round(score),
            members: Math.min(at, 7),
            cap: rule.cap,
            grade: null,
          },
        }),
        note: plan.because,
        requested_by: who.manager,
        requested_at: nominatedAt,
        // The second nomination waits for the sponsor, who is away: whoever stands in decides it.
        approver_user_id: at === 8 ? sponsorId : null,
        approver_role: "director",
        due_on: isDecided ? since : isoFromDayNumber(day + (at === 7 ? -1 : 2)),
        status: wasIn ? "approved" : isDecided ? "refused" : "pending",
        decided_by: isDecided ? deciderId : null,
        decided_for: isDecided ? deciderId : null,
        decided_at: isDecided ? nominatedAt : null,
        decision_note:
          plan.status === "refused" ? "采购以比价为主，先按重点客户服务一年再议" : null,
      })
      .execute();
  }
};
