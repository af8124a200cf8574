/** One plain question with a closed set of answers; the words stand in phrases under these ids. */
export interface GuidedQuestion {
  readonly id: string;
  readonly answers: readonly string[];
}

/** What somebody of ours answered; kept with the assessment as its evidence. */
export interface GuidedAnswer {
  readonly question: string;
  readonly answer: string;
}

export type AnswerFault = {
  readonly kind: "question_unknown" | "answer_unknown" | "answered_twice" | "unanswered";
  readonly question: string;
};

/**
 * The first thing wrong with a set of answers, or null: every question is to be answered exactly once, with one of its own
 * answers. "Not known" is an answer where the question offers it.
 */
export const faultOfAnswers = (
  questions: readonly GuidedQuestion[],
  answers: readonly GuidedAnswer[],
): AnswerFault | null => {
  const seen = new Set<string>();
  for (const { question, answer } of answers) {
    const asked = questions.find(({ id }) => id === question);
    if (!asked) return { kind: "question_unknown", question };
    if (seen.has(question)) return { kind: "answered_twice", question };
    if (!asked.answers.includes(answer)) return { kind: "answer_unknown", question };
    seen.add(question);
  }
  const missing = questions.find(({ id }) => !seen.has(id));
  return missing ? { kind: "unanswered", question: missing.id } : null;
};

/** The answer given to a question, or undefined. */
export const answerTo = (answers: readonly GuidedAnswer[], question: string): string | undefined =>
  answers.find((given) => given.question === question)?.answer;
