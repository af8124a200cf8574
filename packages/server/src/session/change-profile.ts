import type { SessionView } from "@mainstay/contract/session";
import type { Locale } from "@mainstay/phrases/locale";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { saveProfile } from "../user/user-queries.ts";
import { readSessionView } from "./session-view.ts";

/** Changes one's own name and language. */
export const changeProfile = async (
  gate: Gate,
  context: Context,
  input: { name?: string | undefined; locale?: Locale | null | undefined },
): Promise<SessionView> => {
  const { tenantId, actor } = context;
  const view = await context.write(async (tx) => {
    await saveProfile(tx, tenantId, actor.userId, input);
    await announceAccessChange(tx, tenantId, actor.userId);
    await recordAudit(
      tx,
      context,
      "user.profile_changed",
      { kind: "user", id: actor.userId },
      { ...input },
    );
    return readSessionView(
      tx,
      tenantId,
      actor.userId,
      context.now,
      context.sessionMethod,
      actor.scopes,
    );
  });
  gate.forget(tenantId, actor.userId);
  return view;
};
