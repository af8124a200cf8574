import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { deleteSession, deleteSessionsOf } from "./session-queries.ts";

/** Ends one of one's own sessions; an id of somebody else's, or of none, ends nothing. */
export const endSession = async (gate: Gate, context: Context, id: string): Promise<void> => {
  demandSession(context);
  const { tenantId, actor } = context;
  await context.write(async (tx) => {
    if (!(await deleteSession(tx, tenantId, actor.userId, id))) return;
    await announceAccessChange(tx, tenantId, actor.userId);
    await recordAudit(tx, context, "session.ended", { kind: "session", id });
  });
  gate.forget(tenantId, actor.userId);
};

/** Ends all of one's sessions but the present one. */
export const endOtherSessions = async (gate: Gate, context: Context): Promise<void> => {
  demandSession(context);
  const { tenantId, actor } = context;
  await context.write(async (tx) => {
    await deleteSessionsOf(tx, tenantId, actor.userId, context.credentialId);
    await announceAccessChange(tx, tenantId, actor.userId);
    await recordAudit(tx, context, "session.others_ended", { kind: "user", id: actor.userId });
  });
  gate.forget(tenantId, actor.userId);
};
