import type { PlaybookStep } from "./playbook-step.ts";

type Waiting = Pick<PlaybookStep, "key" | "after">;

/**
 * The steps so that each stands behind the one it waits for, else in the order given; or the keys of steps that wait
 * for each other in a circle. A step that waits for one that is not there counts as waiting for nothing.
 */
export const orderSteps = <Step extends Waiting>(
  steps: readonly Step[],
): { ordered: Step[] } | { cycle: string[] } => {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const settled = new Set<string>();
  const ordered: Step[] = [];
  for (const step of steps) {
    const chain: Step[] = [];
    let next: Step | undefined = step;
    while (next && !settled.has(next.key)) {
      const at = chain.findIndex(({ key }) => key === next?.key);
      if (at >= 0) return { cycle: chain.slice(at).map(({ key }) => key) };
      chain.push(next);
      next = next.after === null ? undefined : byKey.get(next.after);
    }
    for (const one of chain.toReversed()) {
      settled.add(one.key);
      ordered.push(one);
    }
  }
  return { ordered };
};
