/** So many characters a value in words may have. */
export const longestFactWords = 500;
/** So many characters the region of a trip may have. */
export const longestRegion = 60;
