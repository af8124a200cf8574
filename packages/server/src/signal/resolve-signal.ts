import { type decidedOutcomes, rhythmSignalKinds } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnSignal } from "./work-on-signal.ts";

const rhythm = [...rhythmSignalKinds];

/** Closes a signal with what came of it: saved, lost or a false alarm. The answers make each kind's precision. */
export const resolveSignal = (
  context: Context,
  signalId: string,
  outcome: (typeof decidedOutcomes)[number],
  note: string | undefined,
) =>
  workOnSignal(context, signalId, {
    act: "resolve",
    done: "resolved",
    change: {
      status: "resolved",
      outcome,
      outcome_note: note || null,
      resolved_by: context.actor.userId,
      resolved_at: context.now,
      snoozed_until: null,
    },
    detail: { outcome },
  });

/** Takes a resolution back; refused while a newer signal of the kind, or of its rhythm, is open on the account. */
export const reopenSignal = (context: Context, signalId: string) =>
  workOnSignal(context, signalId, {
    act: "reopen",
    done: "reopened",
    change: {
      status: "open",
      outcome: null,
      outcome_note: null,
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
