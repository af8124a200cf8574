import { sql } from "kysely";
import { hearChannels, type Listener } from "../db/hear-channels.ts";
import type { Tx } from "../db/database-handles.ts";
import type { Log } from "../log/create-log.ts";
import type { Gate } from "./gate.ts";

export const accessChannel = "mainstay_access";

/** Tells every process, when the transaction commits, that rights in this tenant (of this user) changed. */
export const announceAccessChange = async (
  tx: Tx,
  tenantId: string,
  userId?: string,
): Promise<void> => {
  await sql`select pg_notify(${accessChannel}, ${`${tenantId} ${userId ?? ""}`})`.execute(tx);
};

/** How the gate hears of other processes' changes. While nobody tells it the gate remembers nothing. */
export const accessListener = (gate: Gate): Listener => ({
  channel: accessChannel,
  hear: (payload) => {
    const [tenantId = "", userId] = payload.split(" ");
    gate.forget(tenantId, userId || undefined);
  },
  onUp: () => gate.setRemembering(true),
  onDown: () => gate.setRemembering(false),
});

/** Hears of other processes' changes on a connection of its own. Returns how to stop. */
export const hearAccessNews = (gate: Gate, url: string, log: Log): (() => Promise<void>) =>
  hearChannels(url, log, [accessListener(gate)]);
