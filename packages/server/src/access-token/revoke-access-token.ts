import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { revokeToken } from "./access-token-queries.ts";

/** Ends one of one's own tokens; the program's next request is refused. */
export const revokeAccessToken = async (
  gate: Gate,
  context: Context,
  id: string,
): Promise<void> => {
  demandSession(context);
  const { tenantId, actor, now } = context;
  await context.write(async (tx) => {
    if (!(await revokeToken(tx, tenantId, actor.userId, id, now))) {
      throw new AppError("token.not_found");
    }
    await announceAccessChange(tx, tenantId, actor.userId);
    await recordAudit(tx, context, "access_token.revoked", { kind: "access_token", id });
  });
  gate.forget(tenantId, actor.userId);
};
