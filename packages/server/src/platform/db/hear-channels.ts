import pg from "pg";
import type { Log } from "../log/create-log.ts";

/** Somebody who hears what other processes say by NOTIFY. */
export interface Listener {
  readonly channel: string;
  readonly hear: (payload: string) => void;
  /** The connection is there; what was said before it came is not repeated. */
  readonly onUp: () => void;
  readonly onDown: () => void;
}

/**
 * Hears several channels on one connection of its own, not through the pool, and connects again when it is lost. Returns how
 * to stop.
 */
export const hearChannels = (
  url: string,
  log: Log,
  listeners: readonly Listener[],
): (() => Promise<void>) => {
  let isStopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const again = () => {
    for (const { onDown } of listeners) onDown();
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
    fresh.on("notification", ({ channel, payload = "" }) => {
      for (const one of listeners) if (one.channel === channel) one.hear(payload);
    });
    try {
      await fresh.connect();
      for (const { channel } of listeners) {
        await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      }
      if (!isStopped) for (const { onUp } of listeners) onUp();
    } catch (error) {
      log.warn({ err: error }, "cannot hear other processes; asking again in a second");
      await fresh.end().catch(() => {});
      again();
    }
  };
  void listen();
  return async () => {
    isStopped = true;
    for (const { onDown } of listeners) onDown();
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => {});
  };
};
