import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import { refuseUnknown } from "./answer-problems.ts";
import type { App } from "./app.ts";

/** Of the pages of cases and surveys nothing stands inline, not even a style; they talk to us alone. */
const smallPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

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
  app.http.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    const isPage =
      (request.method === "GET" || request.method === "HEAD") &&
      !path.startsWith("/api") &&
      !path.startsWith("/assets/") &&
      !/\.[a-z0-9]{2,5}$/i.test(path);
    if (isPage && hasPages) return entry(reply);
    return refuseUnknown(app, request, reply);
  });
  if (hasPages) app.http.get("/", (_, reply) => entry(reply));
  // Withdrawing a consent, a customer's case, a survey: small pages of their own, for people who do not sign in.
  for (const name of ["w", "c", "s"]) {
    if (!hasPages || !existsSync(join(folder, name, "index.html"))) continue;
    for (const url of [`/${name}`, `/${name}/`])
      app.http.get(url, (_, reply) => {
        if (name !== "w") reply.header("content-security-policy", smallPagePolicy);
        return entry(reply, `${name}/index.html`);
      });
  }
};
