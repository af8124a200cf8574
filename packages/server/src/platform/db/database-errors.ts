import pg from "pg";

/** The database cannot be reached or went away. When `outcomeUnknown`, the commit may have happened. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
  readonly outcomeUnknown: boolean;
  constructor(cause: unknown, outcomeUnknown = false) {
    super(`The database is not available: ${messageOf(cause)}`, { cause });
    this.outcomeUnknown = outcomeUnknown;
  }
}

/** A statement ran longer than its limit and was cancelled; nothing of the transaction is kept. */
export class DatabaseTimeout extends Error {
  override name = "DatabaseTimeout";
  constructor(cause: unknown) {
    super("The database took too long to answer.", { cause });
  }
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

const lostConnectionCodes = new Set(
  "57P01 57P02 57P03 57P05 25P03 53300 08000 08001 08003 08004 08006 ECONNREFUSED ECONNRESET ENOENT EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ECONNABORTED".split(
    " ",
  ),
);

const lostConnectionWords =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed/;

/** The name PostgreSQL gives the broken rule, for errors that become a code for the reader. */
export function brokenConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null;
}

export function isLostConnection(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const code = codeOf(error);
  if (code !== undefined) return lostConnectionCodes.has(code);
  return error instanceof Error && lostConnectionWords.test(error.message);
}

/** Two transactions got in each other's way; doing the whole again is right and safe. */
export const isCollision = (error: unknown): boolean =>
  ["40001", "40P01"].includes(codeOf(error) ?? "");

/** What was to be deleted is still named by other rows. */
export const isStillNamed = (error: unknown): boolean => codeOf(error) === "23503";

/** Give connection losses and timeouts their own types; leave every other error as it is. */
export function namedDatabaseError(error: unknown, outcomeUnknown = false): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  if (isLostConnection(error)) return new DatabaseUnavailable(error, outcomeUnknown);
  if (["57014", "55P03"].includes(codeOf(error) ?? "")) return new DatabaseTimeout(error);
  return error;
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}
