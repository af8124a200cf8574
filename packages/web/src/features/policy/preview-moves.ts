import type { AccountMatrix } from "@mainstay/contract/account";
import type { Segment } from "@mainstay/domain/account/segment";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { proposeSegment } from "@mainstay/domain/evaluation/propose-segment";

export type MatrixPoint = AccountMatrix["points"][number];
export type CutLines = Pick<
  EvaluationSettings,
  "coreTopShare" | "coreYearFloor" | "potentialCut" | "maintainValueCut"
>;

export interface PreviewedMove {
  readonly point: MatrixPoint;
  readonly to: Segment;
}

/** The segment a point would get from these cut lines, by the very rule of the evaluation. */
export const segmentBy = (point: MatrixPoint, cuts: CutLines): Segment =>
  proposeSegment(point, cuts);

/** Which drawn accounts would change segment under these cut lines, the largest first. */
export const previewMoves = (points: readonly MatrixPoint[], draft: CutLines): PreviewedMove[] =>
  points
    .flatMap((point) => {
      const to = segmentBy(point, draft);
      return to === point.segment ? [] : [{ point, to }];
    })
    .sort((a, b) => b.point.revenue12mMinor - a.point.revenue12mMinor);

export interface MoveSum {
  readonly from: Segment | null;
  readonly to: Segment;
  readonly accounts: number;
  readonly revenue12mMinor: number;
}

/** Moves by from → to, with their number and revenue, the weightiest first. */
export const sumMoves = (moves: readonly PreviewedMove[]): MoveSum[] => {
  const sums = new Map<string, MoveSum>();
  for (const { point, to } of moves) {
    const key = `${point.segment}>${to}`;
    const before = sums.get(key);
    sums.set(key, {
      from: point.segment,
      to,
      accounts: (before?.accounts ?? 0) + 1,
      revenue12mMinor: (before?.revenue12mMinor ?? 0) + point.revenue12mMinor,
    });
  }
  return [...sums.values()].sort((a, b) => b.revenue12mMinor - a.revenue12mMinor);
};
