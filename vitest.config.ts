import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
    maxWorkers: 2,
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "packages/*/backtest/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
