import { directedTieKinds, type TieKind } from "./tie-kind.ts";

/** True for lines that run from one person to the other: influence and matrix lines. */
export const isDirected = (kind: TieKind): boolean =>
  (directedTieKinds as readonly TieKind[]).includes(kind);

/**
 * True for lines that say something about the person rather than about the organisation: class P, not drawn to somebody who
 * objects to profiling or whose data is restricted. Only the matrix line is business.
 */
export const isPersonalTie = (kind: TieKind): boolean => kind !== "matrix_line";

/**
 * The ends as they are kept: a line without direction always with the smaller id first, so that it cannot be drawn a second
 * time the other way round.
 */
export const keptEnds = (
  kind: TieKind,
  fromPersonId: string,
  toPersonId: string,
): readonly [fromPersonId: string, toPersonId: string] =>
  isDirected(kind) || fromPersonId < toPersonId
    ? [fromPersonId, toPersonId]
    : [toPersonId, fromPersonId];
