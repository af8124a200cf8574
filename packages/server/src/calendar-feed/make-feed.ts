import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import { hashSecret, newSecret, writeDotted } from "../platform/access/credential.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { endFeed } from "./feed-queries.ts";

/** Makes the private address of one's own calendar, shown once; the one before stops working at once. */
export const makeFeed = (context: Context) => {
  demandSession(context);
  return context.write(async (tx) => {
    const { tenantId, actor, now, origin } = context;
    await endFeed(tx, tenantId, actor.userId, now);
    const secret = newSecret();
    const id = newId();
    await tx
      .insertInto("calendar_feed")
      .values({
        tenant_id: tenantId,
        id,
        user_id: actor.userId,
        token_hash: hashSecret(secret),
        created_at: now,
      })
      .execute();
    await recordAudit(tx, context, "calendar_feed.made", { kind: "calendar_feed", id });
    return {
      feed: { createdAt: now.toISOString(), lastUsedAt: null },
      url: `${origin}${apiPrefix}/calendar-feeds/${writeDotted(tenantId, secret)}.ics`,
    };
  });
};

/** Ends one's own feed at once. */
export const revokeFeed = (context: Context): Promise<void> => {
  demandSession(context);
  return context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const id = await endFeed(tx, tenantId, actor.userId, now);
    if (id === null) throw new AppError("calendar_feed.not_found");
    await recordAudit(tx, context, "calendar_feed.revoked", { kind: "calendar_feed", id });
  });
};
