import { defineConfig } from "vitest/config";

const shared = {
  isolate: false,
  pool: "threads",
  // Only for what hangs: a crowded machine is slow, not wrong.
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const;
const databaseSetup = ["packages/server/src/platform/test-world/global-setup.ts"];
const apiTests = ["packages/server/src/**/*.api.test.ts"];

// Projects: unit and web need no database; database and api get a private cluster; browser is end to end.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: [
            "packages/{domain,analytics,contract,phrases}/src/**/*.test.ts",
            "packages/*/backtest/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
        },
      },
      {
        test: {
          ...shared,
          name: "web",
          environment: "happy-dom",
          include: ["packages/web/src/**/*.test.{ts,tsx}"],
        },
      },
      {
        test: {
          ...shared,
          name: "database",
          globalSetup: databaseSetup,
          include: ["packages/server/src/**/*.test.ts"],
          exclude: apiTests,
        },
      },
      { test: { ...shared, name: "api", globalSetup: databaseSetup, include: apiTests } },
      {
        test: {
          ...shared,
          name: "browser",
          isolate: true,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          include: ["e2e/**/*.test.ts"],
        },
      },
    ],
  },
});
