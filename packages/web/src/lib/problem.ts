import type { ErrorCode } from "@mainstay/contract/error/error-codes";

/** One field of the input that was refused, and why. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A refusal of the server, or of the way to it, with everything a reader or an engineer needs. */
export class AppProblem extends Error {
  override readonly name = "AppProblem";
  constructor(
    readonly code: ErrorCode | "network.unreachable" | "answer.unreadable",
    readonly status: number,
    /** What happened, in the reader's language, as the server says it; empty when the server did not answer. */
    readonly words: string,
    readonly requestId: string | null,
    readonly fields: readonly FieldProblem[] = [],
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(words || code);
  }
}

export const isProblem = (error: unknown, code?: AppProblem["code"]): error is AppProblem =>
  error instanceof AppProblem && (code === undefined || error.code === code);
