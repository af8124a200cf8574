import type { BuyingRole } from "../buying-role/buying-role.ts";

/** Someone of theirs, as far as pairing cares. Influence null: not assessed. */
export interface TheirPerson {
  readonly personId: string;
  readonly role: BuyingRole | null;
  readonly influence: number | null;
}

/** Someone of ours who can stand beside an executive of theirs. */
export interface OurExecutive {
  readonly userId: string;
  readonly isSponsor: boolean;
}

export interface SuggestedPairing {
  readonly personId: string;
  /** Null: nobody of ours is named yet. */
  readonly userId: string | null;
}

/** From this influence on a person counts as an executive for pairing, whatever their role. */
const executiveInfluence = 5;

/** Their executives: who decides, and whose word decides most. */
export const isTheirExecutive = ({ role, influence }: TheirPerson): boolean =>
  role === "economic_buyer" || (influence ?? 0) >= executiveInfluence;

/**
 * 高层对口 The executives of theirs whom no executive of ours is paired with, each with who of ours should be: who carries
 * the fewest pairings, the account's sponsor first among equals. In the order given.
 */
export const missingExecutivePairings = (
  theirs: readonly TheirPerson[],
  ours: readonly OurExecutive[],
  pairs: readonly {
    readonly personId: string;
    readonly userId: string;
    readonly isExecutivePairing: boolean;
  }[],
): SuggestedPairing[] => {
  const paired = pairs.filter(({ isExecutivePairing }) => isExecutivePairing);
  const load = new Map(
    ours.map(({ userId }) => [userId, paired.filter((pair) => pair.userId === userId).length]),
  );
  return theirs
    .filter(
      (person) =>
        isTheirExecutive(person) && !paired.some(({ personId }) => personId === person.personId),
    )
    .map(({ personId }) => {
      const [first] = ours.toSorted(
        (a, b) =>
          (load.get(a.userId) ?? 0) - (load.get(b.userId) ?? 0) ||
          Number(b.isSponsor) - Number(a.isSponsor) ||
          a.userId.localeCompare(b.userId),
      );
      if (first) load.set(first.userId, (load.get(first.userId) ?? 0) + 1);
      return { personId, userId: first?.userId ?? null };
    });
};
