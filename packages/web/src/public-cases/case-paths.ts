// Only paths, not the contract itself: its checks would be most of these pages' weight. A test compares them.
export const linkLookPath = "/public-links/look";
export const confirmLookPath = "/public-cases/confirmation/look";
export const confirmPath = "/public-cases/confirmation";
export const filingLookPath = "/public-cases/filing/look";
export const filingPath = "/public-cases/filing";
export const trackLookPath = "/public-cases/tracking/look";
export const trackWordsPath = "/public-cases/tracking/words";
export const trackFilesPath = "/public-cases/tracking/files";
