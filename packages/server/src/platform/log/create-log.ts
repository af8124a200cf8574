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

/** One JSON line a fact, to standard output unless told. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options = { level, base: null, redact: { paths: redactedPaths, censor: "[redacted]" } };
  return destination ? pino(options, destination) : pino(options);
};
