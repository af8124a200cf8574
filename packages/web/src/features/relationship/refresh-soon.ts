import { queryClient } from "../../lib/query.ts";

/** Answers that carry measures. Named by id: the frame of every screen must not load their contracts. */
export const measuredAnswers = [
  "accountPage.get",
  "relationships.get",
  "relationships.weeks",
  "relationships.movers",
  "today.get",
];

/** Acts of these nouns move measures. */
export const measuredActs = [
  "assessments.",
  "decisionChains.",
  "interactions.",
  "pairLevels.",
  "people.",
  "personMerges.",
  "projects.",
  "relationshipMaps.",
  "ties.",
];

const looksAfterMs = [1_200, 3_000, 7_000];

/**
 * After an act that moves the measures: they are reckoned by a job moments later, so the open answers that carry them are
 * asked for again a few times within seconds. Gives back how to stop watching.
 */
export const watchMeasuredActs = (): (() => void) => {
  let waiting: ReturnType<typeof setTimeout>[] = [];
  const stopWaiting = () => {
    for (const timer of waiting) clearTimeout(timer);
    waiting = [];
  };
  const unsubscribe = queryClient.getMutationCache().subscribe(({ type, mutation }) => {
    if (type !== "updated" || mutation.state.status !== "success") return;
    const act = String(mutation.options.mutationKey?.[0] ?? "");
    if (!measuredActs.some((noun) => act.startsWith(noun))) return;
    stopWaiting();
    waiting = looksAfterMs.map((wait) =>
      setTimeout(() => {
        for (const id of measuredAnswers) void queryClient.invalidateQueries({ queryKey: [id] });
      }, wait),
    );
  });
  return () => {
    stopWaiting();
    unsubscribe();
  };
};
