import { keptEnds } from "./tie-rules.ts";

/** What a fact says about where somebody studied or comes from. */
export interface BackgroundFact {
  readonly personId: string;
  readonly kind: "school" | "hometown";
  readonly words: string;
}

export interface SuggestedTie {
  readonly kind: "schoolmate" | "fellow_townsman";
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly shared: string;
}

const tieKindOf = { school: "schoolmate", hometown: "fellow_townsman" } as const;

/** Beyond this many people one school or town says little about any two of them. */
const largestCircle = 12;

/** Two spellings of one place or school: width, case, spaces and punctuation do not count. */
const sameWords = (words: string): string =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, "");

/**
 * Ties that agreeing facts speak for: two people with the same school, or from the same town. A circle larger than twelve is
 * left out, and so is what `isDrawn` already knows. Same order whatever the order of the facts.
 */
export const suggestBackgroundTies = (
  facts: readonly BackgroundFact[],
  isDrawn: (tie: Omit<SuggestedTie, "shared">) => boolean,
): SuggestedTie[] => {
  const circles = new Map<string, BackgroundFact[]>();
  for (const fact of facts) {
    const key = sameWords(fact.words);
    if (key === "") continue;
    const circle = circles.get(`${fact.kind}:${key}`);
    if (circle) circle.push(fact);
    else circles.set(`${fact.kind}:${key}`, [fact]);
  }
  const found = new Map<string, SuggestedTie>();
  for (const circle of circles.values()) {
    const byPerson = new Map(circle.map((fact) => [fact.personId, fact]));
    if (byPerson.size > largestCircle) continue;
    const people = [...byPerson.values()].toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
    for (const [index, one] of people.entries())
      for (const other of people.slice(index + 1)) {
        const kind = tieKindOf[one.kind];
        const [fromPersonId, toPersonId] = keptEnds(kind, one.personId, other.personId);
        if (isDrawn({ kind, fromPersonId, toPersonId })) continue;
        const shared = [one.words, other.words].toSorted()[0] ?? "";
        found.set(`${kind}:${fromPersonId}:${toPersonId}`, {
          kind,
          fromPersonId,
          toPersonId,
          shared,
        });
      }
  }
  return [...found.keys()].toSorted().flatMap((key) => found.get(key) ?? []);
};
