// What a test run came to, written for run-tests.mjs to the file that TEST_OUTCOME names.
import { writeFileSync } from "node:fs";

/** @public Vitest takes it by the path of this file, and makes it with `new`. */
export default function outcomeReporter() {
  return {
    onTestRunEnd(modules, errors) {
      const outcome = {
        files: modules.map(outcomeOf),
        errors: errors.map((error) => ({
          path: error.VITEST_TEST_PATH ?? null,
          message: messageOf([error]),
        })),
      };
      writeFileSync(process.env.TEST_OUTCOME, JSON.stringify(outcome));
    },
  };
}

function outcomeOf(module) {
  const tests = [...module.children.allTests()];
  const named = (state) => tests.filter((test) => test.result().state === state);
  const failures = named("failed").map((test) => ({
    name: test.fullName,
    message: messageOf(test.result().errors),
  }));
  // A file can also fail before its tests, or go down with its worker and never end.
  if (failures.length === 0 && !["passed", "skipped"].includes(module.state())) {
    const suites = [...module.children.allSuites()];
    const errors = [module, ...suites].flatMap((one) => one.errors());
    failures.push({ name: null, message: messageOf(errors) || `ended as ${module.state()}` });
  }
  return {
    path: module.moduleId,
    isEnded: ["passed", "failed", "skipped"].includes(module.state()),
    passed: named("passed").length,
    skipped: tests
      .filter((test) => !["passed", "failed"].includes(test.result().state))
      .map((test) => test.fullName),
    failures,
  };
}

function messageOf(errors) {
  return errors
    .flatMap((error) => [error, error.cause].filter(Boolean))
    .map((error) => error.stack || error.message || String(error))
    .join("\n");
}
