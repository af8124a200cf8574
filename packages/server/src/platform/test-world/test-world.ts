import { inject } from "vitest";
import { type Database, openDatabase } from "../db/open-database.ts";
import { cloneTemplate } from "./test-server.ts";

/** A migrated database of its own for this test worker, with the application's pool on it. */
export type TestWorld = {
  database: Database;
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
};

const key = Symbol.for("mainstay.testWorld");
const shelf = globalThis as { [key]?: Promise<TestWorld> };

/**
 * The worker's database, cloned from the template at first use and shared by its test files: give
 * every test its own tenant with `makeTenant` instead of cleaning up.
 */
export function testWorld(): Promise<TestWorld> {
  shelf[key] ??= openWorld();
  return shelf[key];
}

/** A world nobody shares, for tests that need the whole database to themselves; close it yourself. */
export function privateWorld(): Promise<TestWorld & { close: () => Promise<void> }> {
  return openWorld();
}

async function openWorld() {
  const { adminUrl, ownerUrl, appUrl, drop } = await cloneTemplate(inject("testServer"));
  const database = openDatabase({ appUrl, maxConnections: 6 });
  const close = async () => {
    await database.end();
    await drop();
  };
  return { database, adminUrl, ownerUrl, appUrl, close };
}
