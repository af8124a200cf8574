/**
 * True when putting `newSuperiorId` above `positionId` would close a circle of superiors: they are the same job, or the
 * new superior already stands somewhere below. Shapes: `superiorOf` gives the job a job reports to, or null/undefined at the
 * top. Any circle that is already in the data ends the climb, so that it always comes to an end.
 */
export const wouldMakeCycle = (
  superiorOf: (positionId: string) => string | null | undefined,
  positionId: string,
  newSuperiorId: string,
): boolean => {
  const climbed = new Set<string>();
  let at: string | null | undefined = newSuperiorId;
  while (at) {
    if (at === positionId) return true;
    if (climbed.has(at)) return false;
    climbed.add(at);
    at = superiorOf(at);
  }
  return false;
};
