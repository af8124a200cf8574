import type { AccountFacts } from "@mainstay/analytics/portfolio/account-facts";
import type { RankedFacts } from "@mainstay/analytics/portfolio/portfolio-model";

/** Up to this many accounts the facts stay in memory; beyond, they are read twice, a block at a time. */
const keptAtMost = 150_000;
const blockLength = 50_000;

const toRank = ({
  orders,
  years,
  daysKnown,
  measure,
  growth,
  clv,
  marginShare,
}: AccountFacts): RankedFacts => ({
  orders,
  years,
  daysKnown,
  measure,
  growth,
  clv,
  marginShare,
});

export interface FactsInBlocks {
  /** What ranking needs of every account, in their order. */
  ranked: () => RankedFacts[];
  /** The facts of the accounts `from` to `to` − 1; asked for in rising order. */
  between: (from: number, to: number) => AccountFacts[];
}

/**
 * The facts of a portfolio of any size in bounded memory: a small one is read once and kept, a large one leaves only what
 * ranking needs and is read again, block by block, when its accounts are judged.
 */
export const factsInBlocks = (
  read: (from: number, to: number) => AccountFacts[],
  total: number,
  limits: { keptAtMost: number; blockLength: number } = { keptAtMost, blockLength },
): FactsInBlocks => {
  let block = { from: 0, facts: [] as AccountFacts[] };
  const blockAt = (from: number): typeof block => {
    const start = total <= limits.keptAtMost ? 0 : from - (from % limits.blockLength);
    const length = total <= limits.keptAtMost ? total : limits.blockLength;
    const isThere = block.facts.length > 0 && block.from === start;
    if (!isThere) block = { from: start, facts: read(start, Math.min(total, start + length)) };
    return block;
  };
  return {
    ranked: () => {
      const ranked: RankedFacts[] = [];
      while (ranked.length < total) {
        for (const facts of blockAt(ranked.length).facts) ranked.push(toRank(facts));
      }
      return ranked;
    },
    between: (from, to) => {
      const found: AccountFacts[] = [];
      while (from + found.length < to) {
        const at = from + found.length;
        const { from: start, facts } = blockAt(at);
        found.push(...facts.slice(at - start, to - start));
      }
      return found;
    },
  };
};
