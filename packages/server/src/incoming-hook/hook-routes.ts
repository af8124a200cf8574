import { createHash } from "node:crypto";
import { incomingHooks, type PushedMail } from "@mainstay/contract/incoming-message";
import { messageBytesAtMost } from "@mainstay/domain/incoming-message/incoming-limit";
import type { FastifyRequest } from "fastify";
import { type IncomingMail, mailOfPush, parseMail } from "../incoming-message/parse-mail.ts";
import { hashSecret } from "../platform/access/credential.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { parseInput } from "../platform/http/parse-input.ts";
import { createRateLimit } from "../platform/http/rate-limit.ts";
import { declaredOnly, sendAnswer } from "../platform/http/send-answer.ts";
import { joinRoute, serve } from "../platform/http/serve.ts";
import { listHooks, makeHook, revokeHook } from "./change-hooks.ts";
import { receiveMail } from "./receive-mail.ts";

/** A mail server sends in bursts; more than this a minute is a flood, and the server tries again later. */
const mailsPerMinuteOfHook = 300;
/** Attachments come as base64 in JSON, a third longer than they are. */
const longestBody = Math.ceil((messageBytesAtMost * 4) / 3) + 64 * 1024;

export const incomingHookRoutes = (app: App): void => {
  serve(app, incomingHooks.list, async (context) => ({
    items: await context.read((db) => listHooks(db, context)),
  }));
  serve(app, incomingHooks.make, (context, { body }) => makeHook(context, body.name));
  serve(app, incomingHooks.revoke, (context, { params }) => revokeHook(context, params.hookId));

  const hookLimit = createRateLimit(mailsPerMinuteOfHook, app.clock);
  app.http.addContentTypeParser("message/rfc822", { parseAs: "buffer" }, (_, body, done) =>
    done(null, body),
  );
  joinRoute(app, incomingHooks.receive, { bodyLimit: longestBody }, async (request, reply) => {
    const { hookKey } = request.params as { hookKey: string };
    hookLimit.take(hashSecret(hookKey).toString("base64"));
    const { mail, sizeBytes, key } = await readPushed(request);
    const pushed = { hookKey, mail, sizeBytes, key };
    const outcome = await receiveMail(app.database, pushed, app.clock.now(), request.id);
    const body = declaredOnly(incomingHooks.receive, { outcome });
    return sendAnswer(incomingHooks.receive, request, reply, 202, body);
  });
};

/** The mail in the body, raw or as JSON; null when nobody can understand it. */
const readPushed = async (
  request: FastifyRequest,
): Promise<{ mail: IncomingMail | null; sizeBytes: number; key: string }> => {
  const { body } = request;
  if (Buffer.isBuffer(body)) {
    if (body.length > messageBytesAtMost) throw tooLarge();
    const key = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    const mail = await parseMail(body).catch(() => null);
    return { mail, sizeBytes: body.length, key };
  }
  const { body: parsed } = parseInput(incomingHooks.receive, request) as { body: PushedMail };
  const sizeBytes = parsed.attachments.reduce(
    (sum, { contentBase64 }) => sum + Math.floor((contentBase64.length * 3) / 4),
    Buffer.byteLength(parsed.text ?? "") + Buffer.byteLength(parsed.html ?? ""),
  );
  if (sizeBytes > messageBytesAtMost) throw tooLarge();
  const mail = mailOfPush(parsed, sizeBytes);
  return { mail, sizeBytes, key: mail.key };
};

const tooLarge = (): AppError =>
  new AppError("request.too_large", { limit: `${messageBytesAtMost / 1024 / 1024} MB` });
