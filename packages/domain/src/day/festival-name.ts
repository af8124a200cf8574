/** Festivals on which business partners greet each other. 清明 and days of mourning are left out on purpose. */
export const festivals = [
  "new_year",
  "spring_festival",
  "lantern_festival",
  "womens_day",
  "labour_day",
  "dragon_boat",
  "teachers_day",
  "mid_autumn",
  "national_day",
  "winter_solstice",
] as const;
export type Festival = (typeof festivals)[number];
