import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import { refuseUnknown } from "./answer-problems.ts";
import type { App } from "./app.ts";

/**
 * Serves the built web pages: files with a hash in their name for a year, the entry page always fresh, and the entry
 * page for every address inside the application.
 */
export const webPages = (app: App, folder: string): void => {
  const hasPages = existsSync(join(folder, "index.html"));
  if (hasPages) {
    void app.http.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes("/assets/");
        reply.header(
          "cache-control",
          isHashed ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  }
  const entry = (reply: FastifyReply, page = "index.html") =>
    reply.header("cache-control", "no-cache").sendFile(page);
  // The page on which a person withdraws a consent is a small one of its own.
  const hasWithdrawal = existsSync(join(folder, "w/index.html"));
  app.http.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    const isPage =
      (request.method === "GET" || request.method === "HEAD") &&
      !path.startsWith("/api") &&
      !path.startsWith("/assets/") &&
      !/\.[a-z0-9]{2,5}$/i.test(path);
    if (hasWithdrawal && isPage && /^\/w\/?$/.test(path)) return entry(reply, "w/index.html");
    if (isPage && hasPages) return entry(reply);
    return refuseUnknown(app, request, reply);
  });
  if (hasPages) app.http.get("/", (_, reply) => entry(reply));
};
