/** 纪念日 What a customer's people are remembered on (capabilities R11). */
export const commemorativeKinds = [
  "birthday",
  "work_anniversary",
  "cooperation_anniversary",
  "festival",
] as const;
export type CommemorativeKind = (typeof commemorativeKinds)[number];

/** A job or a contract is remembered from its first full year; the years people make something of. */
export const roundYears = [1, 3, 5, 10, 15, 20, 25, 30, 40, 50] as const;

export const isRoundAnniversary = (years: number): boolean =>
  (roundYears as readonly number[]).includes(years);
