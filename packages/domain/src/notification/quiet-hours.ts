/** Hours in which nobody is to be disturbed. */
export interface QuietHours {
  /** Minutes after midnight in the workspace's zone; null for none. A `to` before `from` lies on the next day. */
  readonly from: number | null;
  readonly to: number | null;
  /** Days that are no workdays are quiet from beginning to end. */
  readonly workdaysOnly: boolean;
}

/**
 * Whether now is quiet: between from (included) and to (excluded), across midnight where to lies before from; the whole
 * day where only workdays are wanted and this is none. From equal to to is no quiet time at all.
 */
export const isQuiet = (
  { from, to, workdaysOnly }: QuietHours,
  now: { readonly minuteOfDay: number; readonly isWorkday: boolean },
): boolean => {
  if (workdaysOnly && !now.isWorkday) return true;
  if (from === null || to === null || from === to) return false;
  const { minuteOfDay } = now;
  return from < to
    ? minuteOfDay >= from && minuteOfDay < to
    : minuteOfDay >= from || minuteOfDay < to;
};
