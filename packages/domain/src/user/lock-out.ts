export const failuresBeforeLock = 5;
const firstLockMs = 60_000;
const longestLockMs = 3_600_000;

/**
 * How long sign-in stays closed after this many failures in a row: nothing up to the fourth, a minute at the fifth,
 * then twice as long each time, an hour at most.
 */
export const lockOutMs = (failures: number): number => {
  if (failures < failuresBeforeLock) return 0;
  return Math.min(longestLockMs, firstLockMs * 2 ** Math.min(30, failures - failuresBeforeLock));
};
