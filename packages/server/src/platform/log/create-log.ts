import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Paths whose values never reach a log line. */
export const redactedPaths = [
  "password",
  "*.password",
  "token",
  "*.token",
  "secret",
  "*.secret",
  "authorization",
  "*.authorization",
  "cookie",
  "*.cookie",
  "headers",
  "*.headers",
  'headers["set-cookie"]',
];

/** Of an error only what explains it; drivers hang whole connections on theirs. */
const describeError = (error: unknown) => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return { type: error.name, message: error.message, code, cause, stack: error.stack };
};

/** One JSON line a fact, to standard output unless told. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const redact = { paths: redactedPaths, censor: "[redacted]" };
  const options = { level, base: null, redact, serializers: { err: describeError } };
  return destination ? pino(options, destination) : pino(options);
};
