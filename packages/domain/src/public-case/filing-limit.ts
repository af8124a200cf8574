/** How much a customer may write into a public page at once; whoever has more to say attaches it. */
export const filingWordsAtMost = 5_000;

/** Files of one filing, and the bytes of each. */
export const filingFilesAtMost = 3;
export const filingFileBytesAtMost = 5 * 1024 * 1024;

/** How long a filing link may live at most, in days. */
export const filingLinkDaysAtMost = 365;

/** A filing by one link: so many an hour; more is no customer. */
export const filingsPerHourOfLink = 20;

/** Words added by one tracking link: so many a day. */
export const wordsPerDayOfCase = 30;
