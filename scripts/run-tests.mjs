// npm test: checks, unit, database (embedded and installed PostgreSQL), API and browser tests.
// What failed is said again at the end, because a log is read from there (and often kept only there).
// The last line is always "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { runChecks } from "./run-checks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const total = { passed: 0, failed: 0, failures: [] };
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
if (total.failures.length > 0) {
  console.log(`\n── what failed\n\n${total.failures.join("\n\n")}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function part(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { passed, failed, failures, skipped = [] } = work();
  for (const one of skipped) console.log(`skipped: ${one}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  console.log(`── ${name}: ${passed} passed, ${failed} failed${left} (${seconds} s)`);
  return { passed, failed, failures: failures.map((text) => `${name}: ${text}`) };
}

function add({ passed, failed, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
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
  if (!read) return { passed: 0, failed: 1, failures: [`no report (${endOf(result)})`] };
  const failedFiles = read.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
  ).length;
  const found = read.numFailedTests + failedFiles;
  // An error outside every test fails the run and none of its tests.
  const outside = found === 0 && result.status !== 0;
  return {
    passed: read.numPassedTests,
    failed: outside ? 1 : found,
    failures: outside ? [`an error outside every test (${endOf(result)})`] : failedTests(read),
    skipped: skippedTests(read),
  };
}

function endOf({ status, signal }) {
  return signal ? `ended by ${signal}` : `exit code ${status}`;
}

/** File, name and message of each failed test, and of each file that failed before its tests. */
function failedTests(read) {
  return read.testResults
    .filter((file) => file.status === "failed")
    .flatMap((file) => {
      const path = relative(root, file.name);
      const tests = file.assertionResults.filter((t) => t.status === "failed");
      if (tests.length === 0) return [`${path}\n${shorten(file.message)}`];
      return tests.map((t) => `${path} › ${t.fullName}\n${shorten(t.failureMessages.join("\n"))}`);
    });
}

function shorten(text) {
  const lines = stripVTControlCharacters(text ?? "").split("\n");
  return lines
    .slice(0, 30)
    .map((line) => `  ${line.slice(0, 400)}`)
    .join("\n");
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
