import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "../db/database-handles.ts";
import type { Log } from "../log/create-log.ts";
import type { Gate } from "./gate.ts";

const channel = "mainstay_access";

/** Tells every process, when the transaction commits, that rights in this tenant (of this user) changed. */
export const announceAccessChange = async (
  tx: Tx,
  tenantId: string,
  userId?: string,
): Promise<void> => {
  await sql`select pg_notify(${channel}, ${`${tenantId} ${userId ?? ""}`})`.execute(tx);
};

/**
 * Hears of other processes' changes on a connection of its own. While that connection is away the gate remembers
 * nothing. Returns how to stop.
 */
export const hearAccessNews = (gate: Gate, url: string, log: Log): (() => Promise<void>) => {
  let isStopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const again = () => {
    gate.setRemembering(false);
    if (isStopped || timer) return;
    timer = setTimeout(() => {
      timer = null;
      void listen();
    }, 1_000);
    timer.unref();
  };
  const listen = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    client = fresh;
    fresh.on("error", again);
    fresh.on("end", again);
    fresh.on("notification", ({ payload = "" }) => {
      const [tenantId = "", userId] = payload.split(" ");
      gate.forget(tenantId, userId || undefined);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      if (!isStopped) gate.setRemembering(true);
    } catch (error) {
      log.warn({ err: error }, "cannot hear of access changes; every request is looked up");
      await fresh.end().catch(() => {});
      again();
    }
  };
  void listen();
  return async () => {
    isStopped = true;
    gate.setRemembering(false);
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => {});
  };
};
