// npm start: build the web when its sources changed, then run the server; plain Node.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWebIfChanged } from "./build-web.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Mainstay needs Node 20.19 or newer (24 recommended); this is ${process.versions.node}.`,
  );
  process.exit(1);
}
const buildFailure = buildWebIfChanged();
if (buildFailure !== 0) process.exit(buildFailure);
const server = spawn(
  process.execPath,
  [
    "--max-semi-space-size=8",
    "--import",
    "tsx",
    join(root, "packages/server/src/main.ts"),
    ...process.argv.slice(2),
  ],
  // The channel tells the server when this process is gone, however it went.
  { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] },
);
// A killed npm tells nobody; its death shows in whose child this process is.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    server.kill("SIGTERM");
  }, 500);
}
// A terminal's Ctrl-C reaches the server by itself; these are for signals sent to this process alone.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) server.kill(signal);
  });
}
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
