const underWay = new Set<Promise<unknown>>();
let settled = 0;

/** How many acts (all that is not just reading) this page has brought to an end. */
export const actsSettled = (): number => settled;

/** Counts an act while it is under way and once it has come back, whatever came of it. */
export const countAct = async <T>(work: Promise<T>): Promise<T> => {
  underWay.add(work);
  try {
    return await work;
  } finally {
    underWay.delete(work);
    settled++;
  }
};

/**
 * Whether an act that ran beside a refused request may have given this browser another session, as turning on the second factor
 * does; waits for those still under way. `begun` is `actsSettled` from before the request, `own` how many acts it was itself.
 */
export const isSessionPerhapsNew = async (begun: number, own: number): Promise<boolean> => {
  const waiting = [...underWay];
  await Promise.allSettled(waiting);
  return waiting.length > 0 || settled - own > begun;
};
