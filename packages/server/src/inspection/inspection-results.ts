import type { InspectionItem, InspectionResult } from "@mainstay/contract/inspection";
import { wilsonInterval } from "@mainstay/domain/survey/wilson";

const shareOf = (answers: readonly boolean[]): InspectionResult["satisfied"] => {
  const n = answers.length;
  const yes = answers.filter(Boolean).length;
  const interval = wilsonInterval(yes, n);
  return {
    n,
    yes,
    share: n === 0 ? null : yes / n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
};

const resultOf = (
  department: InspectionResult["department"],
  items: readonly InspectionItem[],
): InspectionResult => {
  const answers = items.flatMap(({ calls }) =>
    calls.filter(({ outcome }) => outcome === "reached"),
  );
  const scores = answers.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    department,
    drawn: items.length,
    reached: answers.length,
    satisfied: shareOf(scores.map((score) => score >= 4)),
    recordTrue: shareOf(
      answers.flatMap(({ recordTrue }) => (recordTrue === null ? [] : [recordTrue])),
    ),
    meanScore:
      scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
  };
};

/**
 * What the calls found: of all, then of each department, the largest first. Satisfied is 4 or 5 of those who gave a score; shares
 * carry their number and Wilson's 95 % interval, because a sample of a department is small (formulas § 2).
 */
export const resultsOf = (items: readonly InspectionItem[]): InspectionResult[] => {
  const groups = new Map<string, InspectionItem[]>();
  for (const item of items) {
    const key = item.department?.id ?? "";
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const each = [...groups.values()]
    .map((group) => resultOf(group[0]?.department ?? null, group))
    .toSorted((a, b) => b.drawn - a.drawn);
  return [resultOf(null, items), ...each];
};
