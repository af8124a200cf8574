// Runs every check and prints the failing ones fully. Each counts as one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const script = (name, ...args) => [
  process.execPath,
  "--import",
  "tsx",
  join(root, "scripts", name),
  ...args,
];

const checks = [
  ["types", ["npx", "--no-install", "tsc", "-p", ".", "--noEmit"]],
  [
    "lint",
    ["npx", "--no-install", "oxlint", "--deny-warnings", "packages", "scripts", "e2e", "bench"],
  ],
  ["format", ["npx", "--no-install", "biome", "format", "."]],
  ["unused code", ["npx", "--no-install", "knip", "--no-progress"], "knip.json"],
  ["boundaries", script("check-boundaries.ts"), "scripts/check-boundaries.ts"],
  ["vocabulary", script("check-vocabulary.ts"), "scripts/check-vocabulary.ts"],
  ["phrases", script("check-phrases.ts"), "scripts/check-phrases.ts"],
  ["generated files", [process.execPath, join(root, "scripts", "generate.mjs"), "--check"]],
  ["web build", [process.execPath, join(root, "scripts", "build-web.mjs")]],
];

/** Run all checks; returns how many passed and failed, and what the failing ones printed. */
export function runChecks() {
  const count = { passed: 0, failed: 0, failures: [] };
  for (const [name, [program, ...args], needs] of checks) {
    if (needs && !existsSync(join(root, needs))) {
      console.log(`skip  ${name} (${needs} is not there)`);
      continue;
    }
    const started = Date.now();
    const result = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
    const fine = result.status === 0;
    count[fine ? "passed" : "failed"]++;
    console.log(
      `${fine ? "ok   " : "FAIL "} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
    if (fine) continue;
    const said = `${result.stdout}${result.stderr}${result.error ?? ""}`;
    console.log(said);
    count.failures.push(`${name}\n${said.trim().split("\n").slice(-30).join("\n")}`);
  }
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = runChecks();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
