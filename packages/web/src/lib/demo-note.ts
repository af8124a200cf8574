const key = "mainstay.demoAskedAt";
const patienceMs = 3 * 60_000;

/** Set-up has asked for the demo portfolio; it is generated in the background. */
export const noteDemoComing = (): void => sessionStorage.setItem(key, String(Date.now()));

/** True for a few minutes after the demo portfolio was asked for. */
export const isDemoComing = (): boolean =>
  Date.now() - Number(sessionStorage.getItem(key) ?? 0) < patienceMs;
