import { type ErrorCode, errorCodes } from "@mainstay/contract/error/error-codes";

export type ErrorParams = Readonly<Record<string, unknown>>;

/** The one way a verb refuses: a code that has a status and words in both languages. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
  get status(): number {
    return errorCodes[this.code];
  }
}
