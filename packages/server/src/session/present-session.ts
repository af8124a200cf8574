import type { SessionRow } from "@mainstay/contract/session";
import type { SessionMethod } from "../platform/access/identity.ts";
import type { listSessions } from "./session-queries.ts";

type Row = Awaited<ReturnType<typeof listSessions>>[number];

/** One place somebody is signed in from; `currentId` is the session that asks. */
export const presentSession = (row: Row, currentId: string): SessionRow => ({
  id: row.id,
  method: row.method as SessionMethod,
  userAgent: row.user_agent,
  ip: row.ip,
  createdAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  isCurrent: row.id === currentId,
});
