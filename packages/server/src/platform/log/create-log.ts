import { pino, type Logger } from "pino";

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

/** One JSON line a fact, to standard output. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, redact: { paths: redactedPaths, censor: "[redacted]" } });
