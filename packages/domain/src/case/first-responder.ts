/** Who could answer for a case at an account; only active users stand here. */
export interface ResponderCandidates {
  readonly managerUserId: string | null;
  readonly backupUserId: string | null;
  readonly sponsorUserId: string | null;
  readonly directorIds: readonly string[];
  readonly adminIds: readonly string[];
}

/**
 * 首问责任: who answers for a case that nobody of us took in person (a mail, the public page): the account's manager, else the
 * backup, else a director who sees the account, else its sponsor, at last an administrator; never anybody it complains about.
 * Null when nobody is left.
 */
export const pickFirstResponder = (
  candidates: ResponderCandidates,
  complainedUserIds: readonly string[],
): string | null =>
  [
    candidates.managerUserId,
    candidates.backupUserId,
    ...candidates.directorIds,
    candidates.sponsorUserId,
    ...candidates.adminIds,
  ].find((one) => one !== null && !complainedUserIds.includes(one)) ?? null;
