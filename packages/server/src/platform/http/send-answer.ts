import { createHash } from "node:crypto";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import type { FastifyReply, FastifyRequest } from "fastify";

/** What leaves: only declared fields. A record that does not fit its contract is our error, never the caller's. */
export const declaredOnly = (endpoint: Endpoint, answer: unknown): unknown => {
  const checked = endpoint.response.safeParse(answer);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Error(
    `${endpoint.id} answers outside its contract at ${issue?.path.join(".")}: ${issue?.message}`,
  );
};

/**
 * Sends the answer with its ETag: the version for a versioned record, else a hash of a GET's text, so that an
 * unchanged list costs 304 and no bytes.
 */
export const sendAnswer = (
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  body: unknown,
): FastifyReply => {
  if (body === undefined || status === 204) {
    return reply.code(204).header("cache-control", "no-store").send();
  }
  const text = JSON.stringify(body);
  reply.code(status).type("application/json; charset=utf-8");
  const { version } = body as { version?: unknown };
  if (endpoint.versioned && typeof version === "number") {
    return reply.header("etag", `"${version}"`).header("cache-control", "no-store").send(text);
  }
  if (endpoint.method !== "GET") return reply.header("cache-control", "no-store").send(text);
  const etag = `W/"${createHash("sha1").update(text).digest("base64url")}"`;
  reply.header("etag", etag).header("cache-control", "private, no-cache");
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.send(text);
};
