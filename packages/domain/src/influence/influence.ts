/** 影响力 How much a person's word decides, 1 (none) … 5 (decides). Not assessed counts as 3 and is marked assumed (formulas § 3). */
export const influences = [1, 2, 3, 4, 5] as const;
export type Influence = (typeof influences)[number];

export const assumedInfluence: Influence = 3;
