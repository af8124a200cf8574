import type { FastifyReply, FastifyRequest } from "fastify";
import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import type { App } from "./app.ts";
import { AppError } from "./app-error.ts";
import { callerLocale } from "./caller-locale.ts";
import { asAppError, problemOf } from "./problem-of.ts";

const withLimit = (error: AppError, request: FastifyRequest): AppError => {
  if (error.code !== "request.too_large") return error;
  const bytes = request.routeOptions?.bodyLimit ?? 1024 * 1024;
  return new AppError(error.code, { limit: `${Math.floor(bytes / 1024)} KB` });
};

/** Sends a refusal as problem+json. */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: AppError,
): FastifyReply => {
  const problem = problemOf(error, callerLocale(request, request.identity), request.id);
  const { seconds } = error.params;
  if (typeof seconds === "number") reply.header("retry-after", String(seconds));
  return reply
    .code(problem.status)
    .type("application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify(problem));
};

/** One place turns whatever was thrown into a refusal, and logs what is our own fault. */
export const answerProblems = (app: App): void => {
  app.http.setErrorHandler((thrown, request, reply) => {
    const error = withLimit(asAppError(thrown), request);
    if (error.status >= 500) {
      app.log.error(
        { err: thrown, requestId: request.id, route: request.routeOptions?.url },
        "request failed",
      );
    }
    return sendProblem(request, reply, error);
  });
};

/** What no route serves: 405 where the path exists with other methods, else 404. */
export const refuseUnknown = (app: App, request: FastifyRequest, reply: FastifyReply) => {
  const path = request.url.split("?")[0] ?? "";
  const methods = app.served
    .filter((endpoint) => patternOf(`${apiPrefix}${endpoint.path}`).test(path))
    .map((endpoint) => endpoint.method);
  if (methods.length === 0) return sendProblem(request, reply, new AppError("request.not_found"));
  reply.header("allow", [...new Set(methods)].join(", "));
  return sendProblem(
    request,
    reply,
    new AppError("request.method_unknown", { method: request.method }),
  );
};

const patterns = new Map<string, RegExp>();
const patternOf = (path: string): RegExp => {
  const known = patterns.get(path);
  if (known) return known;
  const made = new RegExp(`^${path.replace(/:[A-Za-z]+/g, "[^/]+")}$`);
  patterns.set(path, made);
  return made;
};
