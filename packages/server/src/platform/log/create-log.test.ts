import { expect, test } from "vitest";
import { createLog } from "./create-log.ts";

test("secrets never reach a log line, whatever carries them", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const secret = "s3cret-value";
  log.info({ password: secret, body: { password: secret, token: secret } }, "signed in");
  log.info({ headers: { authorization: secret, cookie: secret } }, "request");
  log.info({ req: { headers: { cookie: secret }, authorization: secret } }, "request");
  expect(lines.length).toBe(3);
  expect(lines.join("")).not.toContain(secret);
  expect(lines.join("")).toContain("[redacted]");
});

test("of an error its words are kept, not what a driver hung on it", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const error = Object.assign(new Error("lost"), {
    code: "57P01",
    client: { host: "db.internal" },
  });
  log.warn({ err: error }, "connection");
  expect(lines[0]).toContain('"code":"57P01"');
  expect(lines[0]).not.toContain("db.internal");
});
