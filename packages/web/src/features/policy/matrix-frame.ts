/** Where the picture's field lies within its box, in pixels; the chart and the lines over it share it. */
export const frame = { left: 44, right: 20, top: 34, bottom: 44 } as const;

export const clampShare = (share: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(share * 100) / 100));
