import type { SignalView } from "@mainstay/contract/signal";
import { type decidedOutcomes, rhythmSignalKinds } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { changeSignal, getSignalView, lockSignal } from "./signal-queries.ts";
import { workOnSignal, workOnSignalIn } from "./work-on-signal.ts";

const rhythm = [...rhythmSignalKinds];

type Outcome = (typeof decidedOutcomes)[number];

interface Resolution {
  readonly outcome: Outcome;
  readonly note?: string | undefined;
  /** Margin kept for "saved", gone for "lost"; the signal's stake unless told; none for a false alarm. */
  readonly moneyMinor?: number | undefined;
}

const resolutionOf = (context: Context, { outcome, note }: Resolution) => ({
  status: "resolved" as const,
  outcome,
  outcome_note: note || null,
  resolved_by: context.actor.userId,
  resolved_at: context.now,
  snoozed_until: null,
});

/** What the outcome was worth: what people say, else what was at stake; a false alarm is worth nothing. */
const moneyOf = ({ outcome, moneyMinor }: Resolution, stakeMinor: number): number | null =>
  outcome === "false_alarm" ? null : (moneyMinor ?? stakeMinor);

/**
 * Closes a signal with what came of it (saved, lost or a false alarm) and what that was worth. The answers make each kind's
 * precision.
 */
export const resolveSignal = (
  context: Context,
  signalId: string,
  resolution: Resolution,
): Promise<SignalView> =>
  context.write(async (tx) => {
    const { moneyAtStakeMinor } = await getSignalView(tx, context.actor, signalId);
    return workOnSignalIn(tx, context, signalId, {
      act: "resolve",
      done: "resolved",
      change: {
        ...resolutionOf(context, resolution),
        outcome_money_minor: moneyOf(resolution, moneyAtStakeMinor),
      },
      detail: { outcome: resolution.outcome },
    });
  });

/** The same as part of another act (a rescue's end); does nothing where the signal is gone or resolved already. */
export const settleSignal = async (
  tx: Tx,
  context: Context,
  signalId: string,
  resolution: Resolution & { readonly moneyMinor: number },
): Promise<void> => {
  if (!(await lockSignal(tx, context.tenantId, signalId))) return;
  const before = await getSignalView(tx, context.actor, signalId);
  if (before.status === "resolved") return;
  await changeSignal(tx, context.tenantId, before, {
    ...resolutionOf(context, resolution),
    outcome_money_minor: resolution.moneyMinor,
  });
  await recordAudit(
    tx,
    context,
    "signal.resolved",
    { kind: "signal", id: signalId },
    { accountId: before.account.id, kind: before.kind, outcome: resolution.outcome },
  );
};

/** Takes a resolution back; refused while a newer signal of the kind, or of its rhythm, is open on the account. */
export const reopenSignal = (context: Context, signalId: string) =>
  workOnSignal(context, signalId, {
    act: "reopen",
    done: "reopened",
    change: {
      status: "open",
      outcome: null,
      outcome_note: null,
      outcome_money_minor: null,
      resolved_by: null,
      resolved_at: null,
    },
    check: async (tx) => {
      const { rows } = await sql`
        select 1 from signal g join signal old on old.tenant_id = g.tenant_id and old.account_id = g.account_id
          and (old.kind = g.kind or (old.kind = any(${rhythm}::text[]) and g.kind = any(${rhythm}::text[])))
        where g.tenant_id = ${context.tenantId}::uuid and old.id = ${signalId}::uuid and g.status <> 'resolved'`.execute(
        tx,
      );
      if (rows.length > 0) throw new AppError("signal.not_allowed_now", { status: "resolved" });
    },
  });
