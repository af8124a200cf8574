import type { ObligationView } from "@mainstay/contract/obligation";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { dutyPeriodOf } from "@mainstay/domain/service-policy/duty-period";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  changeObligation,
  getObligationView,
  lockObligation,
  type ObligationChange,
} from "./obligation-queries.ts";

interface Work {
  act: keyof ObligationView["can"];
  /** The audit's word for it, below `obligation.`. */
  done: "fulfilled" | "moved" | "dropped" | "reopened";
  change: (before: ObligationView) => ObligationChange;
  detail?: (before: ObligationView) => Record<string, unknown>;
  check?: (tx: Tx, before: ObligationView) => Promise<void> | void;
}

/** Find and lock, may I, the version the caller saw, is it allowed, save, record; signals and health follow. */
const workOnObligation = (
  context: Context,
  obligationId: string,
  work: Work,
): Promise<ObligationView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await lockObligation(tx, tenantId, obligationId);
    const before = await getObligationView(tx, context, obligationId);
    demandVersion(context, before.version);
    if (!before.can[work.act])
      throw new AppError("obligation.not_allowed_now", { status: before.status });
    await work.check?.(tx, before);
    await changeObligation(tx, tenantId, before, work.change(before), context.now);
    await recordAudit(
      tx,
      context,
      `obligation.${work.done}`,
      { kind: "obligation", id: obligationId },
      { accountId: before.account.id, kind: before.kind, ...work.detail?.(before) },
    );
    await enqueueCycleRound(tx, tenantId, before.account.id);
    return getObligationView(tx, context, obligationId);
  });

/** Done by a person's word: what a contact cannot prove, and late deeds too; never before its period or after today. */
export const fulfilObligation = (
  context: Context,
  obligationId: string,
  { fulfilledOn, note }: { fulfilledOn: string; note: string },
): Promise<ObligationView> =>
  workOnObligation(context, obligationId, {
    act: "fulfil",
    done: "fulfilled",
    check: (_, { periodFrom }) => {
      if (fulfilledOn > context.today)
        throw new AppError("obligation.fulfilled_in_future", { today: context.today });
      if (fulfilledOn < periodFrom)
        throw new AppError("obligation.fulfilled_before_period", { from: periodFrom });
    },
    change: () => ({
      status: "fulfilled",
      fulfilled_on: fulfilledOn,
      fulfilled_by: context.actor.userId,
      fulfilment_note: note,
    }),
    detail: () => ({ fulfilledOn }),
  });

/** The last day an obligation may be moved to: the end of the period after its own. */
const latestDueDay = ({ every, periodTo }: ObligationView): string => {
  const next = dutyPeriodOf(every, (dayNumberFromIso(periodTo) ?? 0) + 1);
  return next ? isoFromDayNumber(next.to) : periodTo;
};

/** Moves the due day as agreed with a person who has or had a job at the account; every move stays on record. */
export const moveObligation = (
  context: Context,
  obligationId: string,
  { dueOn, agreedWithPersonId, note }: { dueOn: string; agreedWithPersonId: string; note: string },
): Promise<ObligationView> =>
  workOnObligation(context, obligationId, {
    act: "move",
    done: "moved",
    check: async (tx, before) => {
      if (dueOn === before.dueOn) throw new AppError("obligation.move_same_day");
      if (dueOn < context.today)
        throw new AppError("obligation.move_in_past", { today: context.today });
      const latest = latestDueDay(before);
      if (dueOn > latest) throw new AppError("obligation.move_too_far", { latest });
      await demandPersonOfAccount(tx, context.tenantId, before.account.id, agreedWithPersonId);
      await tx
        .insertInto("obligation_move")
        .values({
          tenant_id: context.tenantId,
          id: newId(),
          obligation_id: obligationId,
          from_due_on: before.dueOn,
          to_due_on: dueOn,
          agreed_with_person_id: agreedWithPersonId,
          note,
          moved_by: context.actor.userId,
          moved_at: context.now,
        })
        .execute();
    },
    change: ({ moves }) => ({ due_on: dueOn, moves: moves + 1 }),
    detail: (before) => ({ from: before.dueOn, to: dueOn }),
  });

const demandPersonOfAccount = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  personId: string,
): Promise<void> => {
  const found = await tx
    .selectFrom("position")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("person_id", "=", personId)
    .limit(1)
    .executeTakeFirst();
  if (!found) throw new AppError("person.not_found");
};

/** Not owed this time, for a reason that stays on record; the next period is owed as before. */
export const dropObligation = (
  context: Context,
  obligationId: string,
  because: string,
): Promise<ObligationView> =>
  workOnObligation(context, obligationId, {
    act: "drop",
    done: "dropped",
    change: () => ({ status: "dropped", dropped_because: because }),
  });

/** Takes back a word given or a drop; what a contact has met follows the contact instead. */
export const reopenObligation = (context: Context, obligationId: string): Promise<ObligationView> =>
  workOnObligation(context, obligationId, {
    act: "reopen",
    done: "reopened",
    change: () => ({
      status: "open",
      fulfilled_on: null,
      fulfilled_by: null,
      fulfilment_note: null,
      dropped_because: null,
    }),
  });
