import type { IsoDay } from "../calendar/day-number.ts";

/** Somebody is away from `fromOn` to `toOn`, both included; meanwhile `delegateUserId` decides for them. */
export interface Absence {
  readonly userId: string;
  readonly delegateUserId: string;
  readonly fromOn: IsoDay;
  readonly toOn: IsoDay;
}

/** Who is away on a day, and who was named for them; of several absences of one person the later begun counts. */
export const awayOn = (absences: readonly Absence[], day: IsoDay): ReadonlyMap<string, string> => {
  const running = absences
    .filter(({ fromOn, toOn }) => fromOn <= day && day <= toOn)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0));
  return new Map(running.map(({ userId, delegateUserId }) => [userId, delegateUserId]));
};

/**
 * Who decides in somebody's place: themselves while they are there, else the next person along the delegations who is
 * there and may decide. Null when the delegations run in a circle or end at somebody who may not.
 */
export const standInOf = (
  userId: string,
  away: ReadonlyMap<string, string>,
  mayDecide: (userId: string) => boolean,
): string | null => {
  const met = new Set<string>([userId]);
  let present = userId;
  for (let next = away.get(present); next !== undefined; next = away.get(present)) {
    if (met.has(next)) return null;
    met.add(next);
    present = next;
  }
  return mayDecide(present) ? present : null;
};
