import type { MembershipView } from "@mainstay/contract/programme";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import type { Grade } from "@mainstay/domain/account/grade";
import { weightedScore } from "@mainstay/domain/programme/scorecard";
import { lockAccount } from "../account/account-queries.ts";
import type { ApprovalEffect } from "../approval/approval-effect.ts";
import { beyondSight } from "../approval/beyond-sight.ts";
import { requestApproval } from "../approval/request-approval.ts";
import { enterAsCore } from "../lifecycle/enter-as-core.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { countActive, getMembershipView, lockProgramme } from "./membership-queries.ts";
import { findProgrammeRule } from "./rule-queries.ts";
import { fillScorecard, type GivenScore } from "./score-account.ts";

interface Nomination {
  readonly accountId: string;
  readonly scores: readonly GivenScore[];
  readonly because: string;
  readonly exception?: { because: string; approverUserId: string } | null | undefined;
}

/**
 * Nominates an account one sees for the programme; a director decides. Beyond the cap (`programme.full`) only as an exception,
 * with its reason and an approver by name. One nomination or membership an account at a time (`programme.already_there`).
 */
export const nominateAccount = (
  context: Context,
  { accountId, scores, because, exception }: Nomination,
): Promise<MembershipView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    await lockProgramme(tx, tenantId);
    if (!(await lockAccount(tx, tenantId, accountId))) throw new AppError("account.not_found");
    const rule = await findProgrammeRule(tx, tenantId);
    const card = await fillScorecard(tx, tenantId, accountId, rule, scores);
    const score = weightedScore(rule.criteria, card);
    const members = await beyondSight(tx, () => countActive(tx, tenantId));
    const isFull = members >= rule.cap;
    if (isFull && !exception) throw new AppError("programme.full", { cap: rule.cap });
    const standing = await tx
      .selectFrom("account_standing")
      .select("grade")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    const id = newId();
    await tx
      .insertInto("programme_membership")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        status: "nominated",
        rule_version: rule.version,
        scorecard: JSON.stringify(card),
        score,
        because,
        exception_because: isFull && exception ? exception.because : null,
        nominated_by: actor.userId,
        nominated_at: now,
      })
      .execute();
    const counts = { score: Math.round(score), members, cap: rule.cap };
    const grade = (standing?.grade ?? null) as Grade | null;
    await requestApproval(tx, context, {
      kind: "programme_entry",
      subjectKind: "programme_membership",
      subjectId: id,
      accountId,
      reason: isFull
        ? { code: "approval.programme_beyond_cap", params: counts }
        : { code: "approval.programme_entry", params: { ...counts, grade } },
      note: isFull && exception ? `${because}\n${exception.because}` : because,
      approverRole: "director",
      approverUserId: isFull && exception ? exception.approverUserId : null,
    });
    const subject = { kind: "programme_membership", id };
    await recordAudit(tx, context, "programme.nominated", subject, { accountId, score, isFull });
    return getMembershipView(tx, context, id);
  });

const reviewEveryMonths = 12;

/** Approved, the account is a member from today and looked at again in a year; refused, it is kept with the reason. */
export const programmeEntryEffect: ApprovalEffect = async (tx, context, approval, decision) => {
  const { tenantId, actor, now, today } = context;
  if (approval.subject_id === null) return;
  await lockProgramme(tx, tenantId);
  const membership = await tx
    .selectFrom("programme_membership")
    .select(["status", "account_id", "exception_because", "version"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", approval.subject_id)
    .forUpdate()
    .executeTakeFirst();
  if (!membership || membership.status !== "nominated")
    throw new AppError("programme.not_allowed_now");
  const isIn = decision === "approved";
  if (isIn && membership.exception_because === null) {
    const { cap } = await findProgrammeRule(tx, tenantId);
    if ((await countActive(tx, tenantId)) >= cap) throw new AppError("programme.full", { cap });
  }
  await tx
    .updateTable("programme_membership")
    .set({
      status: isIn ? "active" : decision,
      decided_by: actor.userId,
      decided_at: now,
      decision_note: approval.decision_note,
      ...(isIn && {
        active_since_on: today,
        review_due_on: monthsAfter(today, reviewEveryMonths),
      }),
      updated_at: now,
      version: membership.version + 1,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", approval.subject_id)
    .execute();
  const subject = { kind: "programme_membership", id: approval.subject_id };
  const what = { accountId: membership.account_id };
  if (isIn) {
    await recordAudit(tx, context, "programme.joined", subject, what);
    await enterAsCore(tx, context, membership.account_id, "programme_entry");
  } else if (decision === "refused")
    await recordAudit(tx, context, "programme.refused", subject, what);
  else await recordAudit(tx, context, "programme.nomination_withdrawn", subject, what);
};
