import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/mainstay.mjs", import.meta.url));

export type BinaryRun = { exitCode: number; stdout: string; stderr: string };

/** Runs the real binary from another working directory, as a user would; for tests. */
export const runBinary = (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<BinaryRun> =>
  new Promise((resolve) => {
    const environment = { ...process.env, LANG: "C.UTF-8", LC_ALL: "", LC_MESSAGES: "", ...env };
    execFile(
      process.execPath,
      [bin, ...args],
      { cwd: "/", env: environment, maxBuffer: 1 << 28 },
      (error, stdout, stderr) =>
        resolve({ exitCode: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
