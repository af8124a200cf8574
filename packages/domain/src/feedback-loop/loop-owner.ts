/** Who could carry a loop, nearest first. */
export interface LoopOwnerFacts {
  /** The head of the responsible department, when they see the account. */
  readonly departmentHeadId: string | null;
  readonly managerUserId: string | null;
  readonly backupUserId: string | null;
  readonly sponsorUserId: string | null;
  /** Nobody speaks with the customer about themselves. */
  readonly complainedUserIds: readonly string[];
}

/**
 * Who speaks with the customer: the responsible department's head, else the account's manager, backup or sponsor; never
 * somebody the complaint is about. Null: nobody is left, a director has to give it to somebody.
 */
export const loopOwnerOf = (facts: LoopOwnerFacts): string | null =>
  [facts.departmentHeadId, facts.managerUserId, facts.backupUserId, facts.sponsorUserId].find(
    (userId) => userId !== null && !facts.complainedUserIds.includes(userId),
  ) ?? null;
