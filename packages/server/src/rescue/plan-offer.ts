import type { RescueView } from "@mainstay/contract/rescue";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { RescueOfferKind } from "@mainstay/domain/rescue/rescue-kind";
import { needsApproval } from "@mainstay/domain/rescue/rescue-policy";
import { requestApproval } from "../approval/request-approval.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { findRulesInForce } from "../signal-rule/rules-in-force.ts";
import { saveRescueTask } from "./add-rescue-task.ts";
import { getRescueView } from "./rescue-view.ts";
import { lockRescue } from "./work-on-rescue.ts";

interface OfferDraft {
  readonly kind: RescueOfferKind;
  readonly terms: string;
  readonly costMinor: number;
  readonly approverUserId?: string | null | undefined;
  readonly visit?: { readonly dueOn: IsoDay; readonly ownerUserId: string | null } | undefined;
}

const askForIt = (
  tx: Tx,
  context: Context,
  rescue: RescueView,
  offerId: string,
  { kind, terms, costMinor, approverUserId }: OfferDraft,
): Promise<string> => {
  const currency = context.workspace.baseCurrency;
  const money = (minor: number) => ({ minor, currency });
  return requestApproval(tx, context, {
    kind: kind === "discount" ? "discount" : "rescue_offer",
    subjectKind: "rescue_offer",
    subjectId: offerId,
    accountId: rescue.account.id,
    reason:
      kind === "discount"
        ? { code: "approval.discount", params: { percent: null, cost: money(costMinor) } }
        : {
            code: "approval.rescue_offer",
            params: { offer: kind, stake: money(rescue.stakeMinor) },
          },
    note: terms,
    amountMinor: costMinor,
    approverUserId: approverUserId ?? null,
    approverRole: "director",
  });
};

/**
 * Plans something to offer the customer. From the rules' cost on it waits for a director's (or the named approver's) word,
 * below it may be made at once. An executive visit brings its task, which the meeting itself meets.
 */
export const planOffer = (
  context: Context,
  rescueId: string,
  draft: OfferDraft,
): Promise<RescueView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const rescue = await lockRescue(tx, context, rescueId, "offer");
    const rules = await findRulesInForce(tx, tenantId);
    const waits = needsApproval(draft.costMinor, rules.rescue.approvalFromMinor);
    const id = newId();
    await tx
      .insertInto("rescue_offer")
      .values({
        tenant_id: tenantId,
        id,
        rescue_id: rescueId,
        account_id: rescue.account.id,
        kind: draft.kind,
        terms: draft.terms,
        cost_minor: draft.costMinor,
        offered_by: actor.userId,
        status: waits ? "waiting" : "ready",
        approval_id: waits ? await askForIt(tx, context, rescue, id, draft) : null,
        created_at: now,
      })
      .execute();
    if (draft.visit)
      await saveRescueTask(tx, context, rescue, {
        title: draft.terms.slice(0, 300),
        dueOn: draft.visit.dueOn,
        ownerUserId: draft.visit.ownerUserId,
        contactKinds: ["executive_meeting"],
        stepKey: id,
      });
    const subject = { kind: "rescue", id: rescueId };
    await recordAudit(tx, context, "rescue.offer_planned", subject, {
      accountId: rescue.account.id,
      offer: draft.kind,
    });
    return getRescueView(tx, actor, rescueId);
  });
