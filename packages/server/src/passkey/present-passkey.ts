import type { PasskeyView } from "@mainstay/contract/passkey";
import type { PasskeyRow } from "./passkey-queries.ts";

export const presentPasskey = (row: PasskeyRow): PasskeyView => ({
  id: row.id,
  name: row.name,
  isSynced: row.is_synced,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});
