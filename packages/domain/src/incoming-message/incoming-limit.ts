/** A larger message is not read, only listed. */
export const messageBytesAtMost = 10 * 1024 * 1024;

/** So much of a message's text is kept; mail of people is shorter. */
export const messageWordsAtMost = 50_000;

/** Files of one message. */
export const messageFilesAtMost = 10;

/** More messages an hour from one sender open nothing more: a machine, or a loop that hides. */
export const messagesPerHourOfSender = 20;

/** Answers the product itself sends to one address a day. */
export const answersPerDayOfAddress = 3;

/** Days a message is kept after it was sorted; what it said stands in the case by then. */
export const messageKeptDays = 30;

/** Days by which an answer to an old message still finds its case. */
export const traceKeptDays = 400;
