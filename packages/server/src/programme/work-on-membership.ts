import type { MembershipView } from "@mainstay/contract/programme";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { weightedScore } from "@mainstay/domain/programme/scorecard";
import type { ApprovalEffect } from "../approval/approval-effect.ts";
import { requestApproval } from "../approval/request-approval.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getMembershipView, lockProgramme } from "./membership-queries.ts";
import { findProgrammeRule } from "./rule-queries.ts";
import { fillScorecard, type GivenScore } from "./score-account.ts";

/** An active membership in the actor's sight, of the version they saw, theirs to work on. */
const lockActive = async (
  tx: Tx,
  context: Context,
  membershipId: string,
): Promise<MembershipView> => {
  await lockProgramme(tx, context.tenantId);
  const view = await getMembershipView(tx, context, membershipId);
  demandVersion(context, view.version);
  if (view.status !== "active") throw new AppError("programme.not_allowed_now");
  return view;
};

/** The yearly review: scores a member anew by the criteria in force; the next one is due in a year. */
export const reviewMembership = (
  context: Context,
  membershipId: string,
  { scores, note }: { scores: readonly GivenScore[]; note: string },
): Promise<MembershipView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today, now } = context;
    const before = await lockActive(tx, context, membershipId);
    if (!before.can.review) throw new AppError("access.not_permitted");
    const rule = await findProgrammeRule(tx, tenantId);
    const card = await fillScorecard(tx, tenantId, before.account.id, rule, scores);
    const score = weightedScore(rule.criteria, card);
    await tx
      .updateTable("programme_membership")
      .set({
        rule_version: rule.version,
        scorecard: JSON.stringify(card),
        score,
        because: note,
        reviewed_on: today,
        reviewed_by: actor.userId,
        review_due_on: monthsAfter(today, 12),
        updated_at: now,
        version: before.version + 1,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", membershipId)
      .execute();
    const subject = { kind: "programme_membership", id: membershipId };
    const what = { accountId: before.account.id, scoreBefore: before.score, score };
    await recordAudit(tx, context, "programme.reviewed", subject, what);
    return getMembershipView(tx, context, membershipId);
  });

/** Asks that a member leaves the programme, with the reason; it stays one until a director agrees. */
export const askExit = (
  context: Context,
  membershipId: string,
  because: string,
): Promise<MembershipView> =>
  context.write(async (tx) => {
    const before = await lockActive(tx, context, membershipId);
    if (before.approval !== null) throw new AppError("approval.already_asked");
    if (!before.can.askExit) throw new AppError("access.not_permitted");
    await requestApproval(tx, context, {
      kind: "programme_exit",
      subjectKind: "programme_membership",
      subjectId: membershipId,
      accountId: before.account.id,
      reason: {
        code: "approval.programme_exit",
        params: { since: before.activeSinceOn, score: Math.round(before.score) },
      },
      note: because,
      approverRole: "director",
    });
    const subject = { kind: "programme_membership", id: membershipId };
    await recordAudit(tx, context, "programme.exit_asked", subject, {
      accountId: before.account.id,
    });
    return getMembershipView(tx, context, membershipId);
  });

/** Approved, the membership ends today with the reason that was given; otherwise nothing changes. */
export const programmeExitEffect: ApprovalEffect = async (tx, context, approval, decision) => {
  if (decision !== "approved" || approval.subject_id === null) return;
  const { tenantId, actor, now, today } = context;
  await lockProgramme(tx, tenantId);
  const ended = await tx
    .updateTable("programme_membership")
    .set((eb) => ({
      status: "exited",
      exited_on: today,
      exit_because: approval.note,
      decided_by: actor.userId,
      decided_at: now,
      decision_note: approval.decision_note,
      updated_at: now,
      version: eb("version", "+", 1),
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", approval.subject_id)
    .where("status", "=", "active")
    .returning("account_id")
    .executeTakeFirst();
  if (!ended) throw new AppError("programme.not_allowed_now");
  const subject = { kind: "programme_membership", id: approval.subject_id };
  await recordAudit(tx, context, "programme.exited", subject, { accountId: ended.account_id });
};
