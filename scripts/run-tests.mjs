// npm test: checks, unit, database (embedded and installed PostgreSQL), API and browser tests.
// The last line is always "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChecks } from "./run-checks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const total = { passed: 0, failed: 0 };
const vitest = [process.execPath, join(root, "node_modules", "vitest", "vitest.mjs"), "run"];
const installed = [
  process.execPath,
  "--import",
  "tsx",
  join(root, "scripts", "with-installed-postgres.ts"),
];

add(part("checks", () => runChecks()));
add(part("unit tests", () => runVitest(["unit", "web"])));
add(
  part("database and API tests on the embedded PostgreSQL", () => runVitest(["database", "api"])),
);
if (hasInstalledPostgres()) {
  const name = "database and API tests on the installed PostgreSQL";
  // Without what is the same on every server: vitest.config.ts names it, docs/decisions/0035 says why.
  const again = { ...process.env, IS_SECOND_SERVER: "yes" };
  add(part(name, () => runVitest(["database", "api"], installed, again)));
} else {
  console.log(
    "\nNo PostgreSQL is installed under /usr/lib/postgresql: the second database run is left out.",
  );
}
add(part("browser tests", () => runVitest(["browser"], [], browserEnvironment())));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function part(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { passed, failed, skipped = [] } = work();
  for (const one of skipped) console.log(`skipped: ${one}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  console.log(`── ${name}: ${passed} passed, ${failed} failed${left} (${seconds} s)`);
  return { passed, failed };
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** Run some projects; a run that dies without a report, or fails outside any test, counts as one failure. */
function runVitest(projects, wrapper = [], env = process.env) {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-report-"));
  const report = join(folder, "report.json");
  const [program, ...args] = [
    ...wrapper,
    ...vitest,
    ...projects.flatMap((name) => ["--project", name]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env,
  });
  const read = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  rmSync(folder, { recursive: true });
  if (!read) return { passed: 0, failed: 1 };
  const failedFiles = read.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
  ).length;
  const found = read.numFailedTests + failedFiles;
  return {
    passed: read.numPassedTests,
    failed: found === 0 && result.status !== 0 ? 1 : found,
    skipped: skippedTests(read),
  };
}

/** Names of the tests that a run left out, which usually say what they need. */
function skippedTests(read) {
  const tests = read.testResults.flatMap((file) => file.assertionResults);
  return tests
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => fullName);
}

function hasInstalledPostgres() {
  const folder = "/usr/lib/postgresql";
  return (
    existsSync(folder) &&
    readdirSync(folder).some((v) => Number(v) >= 15 && existsSync(`${folder}/${v}/bin/initdb`))
  );
}

/** The browser that was fetched, if any. */
function browserEnvironment() {
  const cached = join(root, ".cache", "chromium", "path");
  const env = { ...process.env };
  if (!env.CHROMIUM_PATH && existsSync(cached)) {
    env.CHROMIUM_PATH = readFileSync(cached, "utf8").trim();
  }
  return env;
}
