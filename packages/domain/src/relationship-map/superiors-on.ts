import type { IsoDay } from "../calendar/day-number.ts";

/** What a job reported to until a change; oldest change first where several belong to one job. */
export interface PastSuperior {
  readonly positionId: string;
  readonly superiorPositionId: string | null;
  readonly changedOn: IsoDay;
}

interface ReportingJob {
  readonly positionId: string;
  readonly superiorPositionId: string | null;
}

/**
 * Whom each job reported to at the end of a day: what the first change after that day replaced, else what it reports to now.
 * `past` in the order of the changes.
 */
export const superiorsOn = (
  jobs: readonly ReportingJob[],
  past: readonly PastSuperior[],
  day: IsoDay,
): Map<string, string | null> => {
  const superiors = new Map(jobs.map((job) => [job.positionId, job.superiorPositionId]));
  const settled = new Set<string>();
  for (const { positionId, superiorPositionId, changedOn } of past) {
    if (changedOn <= day || settled.has(positionId)) continue;
    settled.add(positionId);
    superiors.set(positionId, superiorPositionId);
  }
  return superiors;
};

/**
 * The nearest superior whose job is held, so that a team does not fall off the map when its head leaves; null when there is
 * none. Circles, which the rules refuse but old data may hold, end the climb.
 */
export const heldSuperior = (
  superiors: ReadonlyMap<string, string | null>,
  isHeld: (positionId: string) => boolean,
  positionId: string,
): string | null => {
  const climbed = new Set([positionId]);
  let at = superiors.get(positionId) ?? null;
  while (at !== null && !climbed.has(at)) {
    if (isHeld(at)) return at;
    climbed.add(at);
    at = superiors.get(at) ?? null;
  }
  return null;
};
