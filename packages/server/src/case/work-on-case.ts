import type { CaseView } from "@mainstay/contract/case";
import { caseAbilities } from "@mainstay/domain/case/case-policy";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getCaseView } from "./case-view.ts";
import { type CaseRecord, lockCase } from "./lock-case.ts";
import { settleClocks } from "./settle-clocks.ts";

/** What an act did. */
export interface CaseDeed {
  /** The act without its noun, as the audit names it. */
  readonly done: string;
  /** Never what the customer or we wrote. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What changes on the case beside its version. */
  readonly change?: Readonly<Record<string, unknown>>;
  /** Due instants are reckoned anew, or the next look of the clockwork alone; nothing moves unless told. */
  readonly clocks?: "dues" | "next";
  /** Health and signals of the account follow. */
  readonly moves?: boolean;
  /** What follows once it is saved, in the same transaction. */
  readonly after?: () => Promise<void>;
}

/**
 * The frame of every act on a case: find and lock it in the actor's sight, demand the version, ask the policy, do the work,
 * save, settle its clocks, and record.
 */
export const workOnCase = (
  context: Context,
  caseId: string,
  ability: keyof CaseView["can"],
  work: (tx: Tx, record: CaseRecord, view: CaseView) => Promise<CaseDeed>,
): Promise<CaseView> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const record = await lockCase(tx, tenantId, caseId);
    const before = await getCaseView(tx, context, caseId);
    demandVersion(context, record.version);
    if (!before.can[ability]) throw refusal(before, ability);
    const {
      done,
      detail = {},
      change = {},
      clocks,
      moves = false,
      after,
    } = await work(tx, record, before);
    await tx
      .updateTable("service_case")
      .set({ ...change, version: record.version + 1, updated_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", caseId)
      .execute();
    await after?.();
    if (clocks) await settleClocks(tx, tenantId, caseId, { dues: clocks === "dues" });
    await recordAudit(
      tx,
      context,
      `case.${done}`,
      { kind: "case", id: caseId },
      { accountId: record.account_id, ...detail },
    );
    if (moves) await enqueueCycleRound(tx, tenantId, record.account_id);
    return getCaseView(tx, context, caseId);
  });

/** `case.not_allowed_now` when nobody could in this state, else it is this one of us who may not. */
const refusal = (view: CaseView, ability: keyof CaseView["can"]): AppError =>
  new AppError(anybodyCould(view)[ability] ? "access.not_permitted" : "case.not_allowed_now");

/** What a director could do to whom the case was offered. */
const anybodyCould = (view: CaseView) => {
  const somebody = view.transfer?.to.id ?? view.firstResponder.id;
  return caseAbilities(
    {
      userId: somebody,
      tenantId: "",
      role: "director",
      visibility: "all",
      teamUserIds: [],
      factClasses: [],
      scopes: null,
    },
    {
      status: view.status,
      firstResponderId: view.firstResponder.id,
      handlerUserId: view.handler?.id ?? null,
      complainedUserIds: [],
      needsFeedback: view.clocks.some(({ clock, doneAt }) => clock === "feedback" && !doneAt),
      escalationLevel: view.escalationLevel,
      transfer: view.transfer && {
        toUserId: view.transfer.to.id,
        offeredBy: view.transfer.offeredBy?.id ?? null,
      },
      team: { managerUserId: null, backupUserId: null, sponsorUserId: null, expertUserIds: [] },
    },
  );
};
