import type { FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import { AppError } from "./app-error.ts";
import { sendProblem } from "./answer-problems.ts";

const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/**
 * A JSON body must have arrived within `withinMs`; who dribbles it byte by byte is told so and cut off. Uploads of
 * files have the server's own, longer limit.
 */
export const cutSlowBodies = (app: App, withinMs = 15_000): void => {
  app.http.addHook("onRequest", async (request, reply) => {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
    if (request.headers["content-type"]?.startsWith("multipart/")) return;
    const timer = setTimeout(() => {
      reply.header("connection", "close");
      void sendProblem(request, reply, new AppError("request.too_slow"));
      reply.raw.once("finish", () => request.raw.destroy());
    }, withinMs);
    timer.unref();
    timers.set(request, timer);
  });
  const clear = async (request: FastifyRequest) => clearTimeout(timers.get(request));
  app.http.addHook("preHandler", clear);
  app.http.addHook("onResponse", clear);
  app.http.addHook("onError", clear);
};
