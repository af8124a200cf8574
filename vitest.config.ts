import { defineConfig } from "vitest/config";

const shared = {
  isolate: false,
  pool: "threads",
  // Only for what hangs: a crowded machine is slow, not wrong.
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const;
const databaseSetup = ["packages/server/src/platform/test-world/global-setup.ts"];
/** Left out of a second run on another server; docs/decisions/0035-two-servers-one-suite.md says why. */
const sameOnEveryServer = [
  // Ask no server, or start an embedded one of their own.
  "**/cli/{analyze,fit}.test.ts",
  "**/files/open-table.test.ts",
  "**/postgres/start-embedded-postgres.test.ts",
  // Ask in great numbers what the tests beside them ask of the server in small.
  "**/redaction*.api.test.ts",
  "**/import-retail.api.test.ts",
];
const leftOut = process.env["IS_SECOND_SERVER"] === "yes" ? sameOnEveryServer : [];
const apiTests = ["packages/server/src/**/*.api.test.ts"];

// Projects: unit and web need no database; database and api get a private cluster; browser is end to end, two journeys at a time.
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
          exclude: [...apiTests, ...leftOut],
        },
      },
      {
        test: {
          ...shared,
          name: "api",
          globalSetup: databaseSetup,
          include: apiTests,
          exclude: leftOut,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          isolate: true,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 60_000 } },
          globalSetup: ["e2e/harness/build-pages.ts"],
          include: ["e2e/**/*.test.ts"],
        },
      },
    ],
  },
});
