const storageKey = "mainstay.recentAccounts";
const most = 20;

const recall = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
};

/** Ids of accounts looked at lately on this device, so that their people can be named in a quick log. */
export const noteRecentAccount = (accountId: string): void => {
  const recent = [accountId, ...recall().filter((id) => id !== accountId)].slice(0, most);
  try {
    localStorage.setItem(storageKey, JSON.stringify(recent));
  } catch {
    // Without storage only one's own accounts are offered.
  }
};

/** The query of the directory; in one order, so that looking at an account again asks nothing new. */
export const recentQuery = (): { recent?: string[] } => {
  const recent = recall().sort();
  return recent.length === 0 ? {} : { recent };
};

export const forgetRecentAccounts = (): void => {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
};
