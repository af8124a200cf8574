import { lockOutMs } from "@mainstay/domain/user/lock-out";

const atMost = 10_000;

/**
 * Failures for mail addresses that nobody has. They are locked out like real ones, or the lock itself would tell who
 * is a user.
 */
export const createUnknownFailures = () => {
  const known = new Map<string, { count: number; lockedUntil: number }>();
  return {
    lockedUntil: (email: string): number => known.get(email)?.lockedUntil ?? 0,
    count(email: string, now: number): void {
      if (known.size >= atMost) known.clear();
      const count = (known.get(email)?.count ?? 0) + 1;
      known.set(email, { count, lockedUntil: now + lockOutMs(count) });
    },
  };
};
export type UnknownFailures = ReturnType<typeof createUnknownFailures>;
