import type { ApprovalView, approvals, GiftDetail } from "@mainstay/contract/approval";
import {
  type GiftFacts,
  type GiftHistory,
  giftLimits,
  giftRefusal,
  giftRoute,
} from "@mainstay/domain/approval/gift-route";
import { sql } from "kysely";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { lockPerson } from "../person/lock-person.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getApprovalView } from "./approval-view.ts";
import { beyondSight } from "./beyond-sight.ts";
import { type ApprovalRequest, allowByRule, requestApproval } from "./request-approval.ts";

type GiftDraft = z.output<NonNullable<typeof approvals.askGift.body>>;

/**
 * Asks to give something to a customer, or to one of their people. What is never given is refused; a small gift is allowed at
 * once and kept; otherwise value, kind and what the same recipient had before decide who approves (facts.md § 2).
 */
export const askGift = (context: Context, draft: GiftDraft): Promise<ApprovalView> =>
  context.write(async (tx) => {
    const { tenantId, workspace } = context;
    const { accountId } = draft;
    const personId = draft.personId ?? null;
    if (!(await findAccount(tx, tenantId, accountId))) throw new AppError("account.not_found");
    if (personId !== null) {
      await demandPersonAt(tx, tenantId, accountId, personId);
      await lockPerson(tx, tenantId, personId);
    }
    const gift: GiftFacts = { ...draft, form: draft.form ?? null, isToPerson: personId !== null };
    const refusal = giftRefusal(gift);
    if (refusal !== null) throw new AppError(`approval.${refusal}`);
    // One recipient at a time, so that two small gifts at once are not both the first.
    const recipient = `gift:${tenantId}:${personId ?? accountId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${recipient}, 0))`.execute(tx);
    const before = await beyondSight(tx, () => historyOf(tx, tenantId, { ...draft, personId }));
    const { approverRole, why } = giftRoute(gift, before);
    const money = (minor: number) => ({ minor, currency: workspace.baseCurrency });
    const { giftKind, costCentre, givenOn, isGivenOpenly, isPublicSector, isBidOpen } = draft;
    const detail: GiftDetail = {
      giftKind,
      costCentre,
      givenOn,
      isGivenOpenly,
      isPublicSector,
      isBidOpen,
    };
    const request: ApprovalRequest = {
      kind: "gift",
      subjectKind: "gift",
      subjectId: null,
      accountId,
      personId,
      reason: {
        code: "approval.gift",
        params: {
          giftKind,
          value: money(draft.valueMinor),
          why,
          count: before.count,
          total: money(before.totalMinor),
        },
      },
      note: draft.purpose,
      detail: { ...detail },
      amountMinor: draft.valueMinor,
      approverRole: approverRole ?? "director",
    };
    const id =
      approverRole === null
        ? await allowByRule(tx, context, request)
        : await requestApproval(tx, context, request);
    return getApprovalView(tx, context, id);
  });

/**
 * Gifts to the same recipient that are approved or wait, by the day they are given: within twelve months before or after it, so
 * that entering them in another order does not help.
 */
const historyOf = async (
  tx: Tx,
  tenantId: string,
  { personId, accountId, givenOn }: { personId: string | null; accountId: string; givenOn: string },
): Promise<GiftHistory> => {
  const recipient =
    personId === null
      ? sql`account_id = ${accountId}::uuid and person_id is null`
      : sql`person_id = ${personId}::uuid`;
  const { rows } = await sql<GiftHistory>`
    select count(*)::int as count, coalesce(sum(amount_minor), 0)::bigint as "totalMinor",
      coalesce(sum(amount_minor) filter (
        where abs((detail ->> 'givenOn')::date - ${givenOn}::date) <= ${giftLimits.splitDays}::int), 0)::bigint as "recentMinor"
    from approval where tenant_id = ${tenantId}::uuid and kind = 'gift' and status in ('approved', 'pending') and ${recipient}
      and (detail ->> 'givenOn')::date > ${givenOn}::date - interval '12 months'
      and (detail ->> 'givenOn')::date < ${givenOn}::date + interval '12 months'`.execute(tx);
  const found = rows[0];
  return {
    count: Number(found?.count ?? 0),
    totalMinor: Number(found?.totalMinor ?? 0),
    recentMinor: Number(found?.recentMinor ?? 0),
  };
};

/** The recipient has or had a job at the account; `person.not_found` otherwise. */
const demandPersonAt = async (tx: Tx, tenantId: string, accountId: string, personId: string) => {
  const job = await tx
    .selectFrom("position")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("person_id", "=", personId)
    .limit(1)
    .executeTakeFirst();
  if (!job) throw new AppError("person.not_found");
};
