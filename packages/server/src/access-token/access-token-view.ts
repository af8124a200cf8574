import type { AccessTokenView } from "@mainstay/contract/access-token";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import type { AccessTokenRow } from "./access-token-queries.ts";

export const presentAccessToken = (row: AccessTokenRow): AccessTokenView => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes as TokenScope[],
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  expiresAt: row.expires_at?.toISOString() ?? null,
});
