import type { Clock } from "../clock/clock.ts";
import { AppError } from "./app-error.ts";

/** Counts acts by key; refuses with the seconds to wait. */
export interface RateLimit {
  take(key: string): void;
}

const keysAtMost = 50_000;

/**
 * A bucket of `perMinute` acts for each key that refills evenly; 0 means no limit. Kept in this process: several
 * processes allow as many times more. When too many keys are known the fullest, hence idle, are forgotten.
 */
export const createRateLimit = (perMinute: number, clock: Clock): RateLimit => {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;
  const dropIdle = (now: number) => {
    for (const [key, bucket] of buckets) {
      if (bucket.left + (now - bucket.at) * perMs >= perMinute) buckets.delete(key);
    }
    if (buckets.size >= keysAtMost) buckets.clear();
  };
  return {
    take(key) {
      if (perMinute === 0) return;
      const now = clock.now().getTime();
      let bucket = buckets.get(key);
      if (!bucket) {
        if (buckets.size >= keysAtMost) dropIdle(now);
        bucket = { left: perMinute, at: now };
        buckets.set(key, bucket);
      }
      bucket.left = Math.min(perMinute, bucket.left + (now - bucket.at) * perMs);
      bucket.at = now;
      if (bucket.left < 1) {
        const seconds = Math.ceil((1 - bucket.left) / perMs / 1000);
        throw new AppError("request.too_many", { seconds });
      }
      bucket.left -= 1;
    },
  };
};
