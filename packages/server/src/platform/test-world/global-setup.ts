import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./test-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Vitest calls this once before the tests that need a database, and what it returns after them. */
export default async function setUp(project: TestProject) {
  const { server, stop } = await startTestServer();
  project.provide("testServer", server);
  return stop;
}
