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
const total = { passed: 0, failed: 0, failures: [], unsteady: [] };
/** More files than this do not fail by chance. */
const triedAgainAtMost = 3;
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
if (total.unsteady.length > 0) {
  console.log(
    `\n── unsteady: failed, and passed when tried once more\n\n${total.unsteady.join("\n\n")}`,
  );
}
if (total.failures.length > 0) {
  console.log(`\n── what failed\n\n${total.failures.join("\n\n")}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function part(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { passed, failed, failures, skipped = [], unsteady = [] } = work();
  for (const one of skipped) console.log(`skipped: ${one}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  console.log(`── ${name}: ${passed} passed, ${failed} failed${left} (${seconds} s)`);
  const said = (one) => `${name}: ${typeof one === "string" ? one : textOf(one)}`;
  return { passed, failed, failures: failures.map(said), unsteady: unsteady.map(said) };
}

function add({ passed, failed, failures, unsteady }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
  total.unsteady.push(...unsteady);
}

/**
 * Run some projects. What failed in a few files is tried once more, alone: docs/decisions/0036-a-second-try.md says why. What passes
 * then counts as passed and is named as unsteady; a run that dies without a report counts as one failure.
 */
function runVitest(projects, wrapper = [], env = process.env) {
  const first = runOnce(projects, [], wrapper, env);
  const files = [...new Set(first.failures.map(({ path }) => path).filter(Boolean))];
  // An error of no file is one of a worker that went down, and then a file is left without an end; else nobody knows whose it is.
  const isUnknown = first.failures.some(({ path }) => path === null) && !first.isCut;
  if (files.length === 0 || files.length > triedAgainAtMost || isUnknown) return first;
  console.log(`\n── once more, alone: ${files.join(", ")}\n`);
  const second = runOnce(projects, files, wrapper, env);
  const steady = first.files.filter(({ path }) => !files.includes(path));
  return {
    ...second,
    passed: sumOf(steady) + second.passed,
    skipped: [...steady.flatMap(({ skipped }) => skipped), ...second.skipped],
    unsteady: second.failures.length === 0 ? first.failures.map(textOf) : [],
  };
}

/** One run, of these files alone where some are named. */
function runOnce(projects, files, wrapper, env) {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-outcome-"));
  const outcome = join(folder, "outcome.json");
  const [program, ...args] = [
    ...wrapper,
    ...vitest,
    ...files,
    ...projects.flatMap((name) => ["--project", name]),
    "--reporter=default",
    `--reporter=${join(root, "scripts", "outcome-reporter.mjs")}`,
  ];
  const { status, signal } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...env, TEST_OUTCOME: outcome },
  });
  const read = existsSync(outcome) ? JSON.parse(readFileSync(outcome, "utf8")) : null;
  rmSync(folder, { recursive: true });
  const found = (read?.files ?? []).map((file) => ({ ...file, path: relative(root, file.path) }));
  const failures = [
    ...found.flatMap(({ path, failures }) => failures.map((one) => ({ path, ...one }))),
    ...(read?.errors ?? []).map(({ path, message }) => ({
      path: path && relative(root, path),
      name: "an error outside every test",
      message,
    })),
  ];
  if (failures.length === 0 && status !== 0) {
    const end = signal ? `ended by ${signal}` : `exit code ${status}`;
    failures.push({ path: null, name: read ? "no test failed" : "no outcome", message: end });
  }
  const skipped = found.flatMap((file) => file.skipped);
  const isCut = found.some((file) => !file.isEnded);
  return { files: found, passed: sumOf(found), failed: failures.length, failures, skipped, isCut };
}

function sumOf(files) {
  return files.reduce((sum, { passed }) => sum + passed, 0);
}

function textOf({ path, name, message }) {
  const lines = stripVTControlCharacters(message).split("\n").slice(0, 30);
  const head = [path, name].filter(Boolean).join(" › ");
  return [head, ...lines.map((line) => `  ${line.slice(0, 400)}`)].join("\n");
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
