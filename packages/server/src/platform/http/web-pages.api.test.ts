import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildApp } from "../../app.ts";
import { testWorld } from "../test-world/test-world.ts";
import type { App } from "./app.ts";
import { testConfig } from "./test-app.ts";

let app: App;
let folder: string;
beforeAll(async () => {
  const { database } = await testWorld();
  folder = mkdtempSync(join(tmpdir(), "mainstay-web-"));
  const webFolder = join(folder, "dist");
  mkdirSync(join(webFolder, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.json"), "{}");
  writeFileSync(join(webFolder, "index.html"), "<title>砥柱</title>");
  writeFileSync(join(webFolder, "assets", "main-abc123.js"), "start()");
  writeFileSync(join(webFolder, "assets", "main-abc123.js.br"), brotliCompressSync("start()"));
  for (const name of ["w", "c", "s"]) {
    mkdirSync(join(webFolder, name));
    writeFileSync(join(webFolder, name, "index.html"), `<title>small ${name}</title>`);
  }
  app = await buildApp({ database, config: testConfig(), webFolder });
});
afterAll(async () => {
  await app.http.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.http.inject({ method: "GET", url, headers });

test("every address inside the application gets the fresh entry page", async () => {
  for (const url of ["/", "/accounts", "/accounts/123?tab=orders", "/set-up"]) {
    const answer = await get(url);
    expect(answer.statusCode, url).toBe(200);
    expect(answer.body).toContain("砥柱");
    expect(answer.headers["cache-control"]).toBe("no-cache");
  }
});

test("the small pages for people who do not sign in stand apart, nothing inline in those of cases and surveys", async () => {
  for (const name of ["w", "c", "s"]) {
    for (const url of [`/${name}`, `/${name}/`]) {
      const answer = await get(url);
      expect(answer.body, url).toContain(`small ${name}`);
      const policy = String(answer.headers["content-security-policy"]);
      expect(policy.includes("unsafe-inline"), url).toBe(name === "w");
    }
  }
  expect((await get("/cases")).body).toContain("砥柱");
});

test("a file with a hash in its name is kept for a year and sent as it was compressed at build time", async () => {
  const answer = await get("/assets/main-abc123.js", { "accept-encoding": "br" });
  expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(answer.headers["content-encoding"]).toBe("br");
  expect((await get("/assets/main-abc123.js")).body).toBe("start()");
});

test("missing files and unknown API addresses are refused, never answered with the page", async () => {
  for (const url of ["/assets/gone-1.js", "/gone.png", "/api/v1/gone", "/api/gone"]) {
    const answer = await get(url);
    expect(answer.statusCode, url).toBe(404);
    expect(answer.json().code).toBe("request.not_found");
  }
});

test("nothing outside the folder is reachable", async () => {
  for (const url of [
    "/../secret.json",
    "/%2e%2e/secret.json",
    "/..%2fsecret.json",
    "/..%5csecret.json",
  ]) {
    const answer = await get(url);
    expect(answer.statusCode, url).toBe(404);
    expect(answer.body).not.toBe("{}");
  }
});

test("operators see life, readiness and counters without any tenant's data", async () => {
  expect((await get("/healthz")).json()).toEqual({ status: "ok" });
  expect((await get("/readyz")).json()).toEqual({ status: "ready" });
  const metrics = (await get("/metrics")).body;
  expect(metrics).toContain("mainstay_http_request_seconds_count");
  expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test("the interface describes itself, for programs and people, from our own files", async () => {
  const description = (await get("/api/v1/openapi.json")).json();
  expect(description.openapi).toBe("3.1.0");
  expect(description.paths["/session"].post.security).toEqual([]);
  expect(description.components.schemas.Problem.required).toContain("requestId");
  const page = (await get("/api/docs")).body;
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? "");
  expect(files.length).toBeGreaterThan(3);
  for (const url of files) {
    expect(url).toMatch(/^\/api\/docs\//);
    expect((await get(url)).statusCode, url).toBe(200);
  }
  expect(page).not.toMatch(/<script>|<style>| on\w+=/);
});
