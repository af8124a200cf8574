/** Longest words of one answer, in characters. */
export const answerWordsAtMost = 4000;

/** Answers one sheet may carry: every question, every row of every matrix. */
export const answersAtMost = 400;

/** Somebody who answers a whole sheet faster than this a question is taken for a program, in seconds. */
export const leastSecondsAQuestion = 0.7;

/** Answers one walk-in link takes in all; the next one is told that it is full. */
export const walkInAnswersAtMost = 20_000;

/** Of them those that look like a program's; further ones are refused, so that a flood ends by itself. */
export const walkInSuspectsAtMost = 2000;

/** For how many days an answer stands for what its account thinks (formulas § 7). */
export const voiceValidDays = 200;
