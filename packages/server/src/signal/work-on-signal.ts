import type { SignalView } from "@mainstay/contract/signal";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { changeSignal, getSignalView, lockSignal, type SignalChange } from "./signal-queries.ts";

type Act = keyof SignalView["can"];

interface Work {
  act: Act;
  /** The audit's word for it, below `signal.`. */
  done: "acknowledged" | "assigned" | "resolved" | "reopened" | "snoozed" | "woken";
  change: SignalChange;
  detail?: Record<string, unknown>;
  check?: (tx: Tx) => Promise<void>;
}

/** The act itself, inside a transaction of the caller's. */
export const workOnSignalIn = async (
  tx: Tx,
  context: Context,
  signalId: string,
  { act, done, change, detail, check }: Work,
): Promise<SignalView> => {
  if (!(await lockSignal(tx, context.tenantId, signalId))) throw new AppError("signal.not_found");
  const before = await getSignalView(tx, context.actor, signalId);
  demandVersion(context, before.version);
  if (!before.can[act]) throw new AppError("signal.not_allowed_now", { status: before.status });
  await check?.(tx);
  await changeSignal(tx, context.tenantId, before, change);
  const subject = { kind: "signal", id: signalId };
  await recordAudit(tx, context, `signal.${done}`, subject, {
    accountId: before.account.id,
    kind: before.kind,
    ...detail,
  });
  return getSignalView(tx, context.actor, signalId);
};

/**
 * What every act on a signal has in common: find and lock it, ask whether it is allowed in its present state, demand the
 * version the caller saw, save, record.
 */
export const workOnSignal = (context: Context, signalId: string, work: Work): Promise<SignalView> =>
  context.write((tx) => workOnSignalIn(tx, context, signalId, work));
