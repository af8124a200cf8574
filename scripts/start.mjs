// npm start: build the web when its sources changed, then run the server; plain Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Mainstay needs Node 20.19 or newer (24 recommended); this is ${process.versions.node}.`,
  );
  process.exit(1);
}
buildWebIfChanged();
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
  setInterval(() => {
    if (process.ppid !== parent) server.kill("SIGTERM");
  }, 500).unref();
}
// A terminal's Ctrl-C reaches the server by itself; these are for signals sent to this process alone.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) server.kill(signal);
  });
}
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

function buildWebIfChanged() {
  const web = join(root, "packages", "web");
  if (!existsSync(join(web, "index.html"))) return;
  const stampFile = join(root, ".cache", "web-build");
  const hash = createHash("sha256");
  for (const folder of ["web", "contract/src", "phrases/src", "domain/src"]) {
    hashFolder(join(root, "packages", folder), hash);
  }
  hash.update(readFileSync(join(root, "package-lock.json")));
  const wanted = hash.digest("hex");
  const built = existsSync(join(web, "dist", "index.html"));
  if (built && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.log("Building the web …");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: web,
    stdio: "inherit",
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(stampFile, wanted);
}

function hashFolder(folder, hash) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (["node_modules", "dist"].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashFolder(path, hash);
    else if (!/\.test\.tsx?$/.test(entry.name)) hash.update(path).update(readFileSync(path));
  }
}
