import type { AccountFilter } from "@mainstay/contract/account";
import type { Actor } from "@mainstay/domain/access/actor";

const keptMs = 3_000;
const mostKept = 5_000;

interface Kept {
  total: number;
  untilMs: number;
}

/**
 * Counting 10⁶ rows takes longer than showing fifty of them. A total is remembered for three seconds a filter and
 * reader's view, and forgotten at once when this process writes accounts of the tenant; another process's write can
 * make a total three seconds old, never a row.
 */
export const createTotals = <Filter extends object>(
  /** Whose view a filter counts in; readers with the same answer share the total. */
  viewOf: (actor: Actor, filter: Filter) => string,
) => {
  const byTenant = new Map<string, Map<string, Kept>>();
  const keyOf = (actor: Actor, filter: Filter) =>
    `${viewOf(actor, filter)} ${JSON.stringify(filter)}`;
  return {
    /** The remembered total, else what `count` finds. */
    get: async (actor: Actor, filter: Filter, count: () => Promise<number>): Promise<number> => {
      const kept = byTenant.get(actor.tenantId) ?? new Map<string, Kept>();
      byTenant.set(actor.tenantId, kept);
      const key = keyOf(actor, filter);
      const known = kept.get(key);
      if (known && known.untilMs > Date.now()) return known.total;
      if (kept.size >= mostKept) kept.clear();
      const total = await count();
      kept.set(key, { total, untilMs: Date.now() + keptMs });
      return total;
    },
    forget: (tenantId: string) => void byTenant.delete(tenantId),
  };
};

export const accountTotals = createTotals<AccountFilter>((actor, filter) =>
  actor.visibility === "all" && filter.managerUserId !== "me" ? "all" : actor.userId,
);
