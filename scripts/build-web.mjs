// Builds the web when its sources changed since the last build; plain Node.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Answers the exit code of the build; 0 at once when nothing changed. */
export function buildWebIfChanged() {
  const web = join(root, "packages", "web");
  const stampFile = join(root, ".cache", "web-build");
  const hash = createHash("sha256");
  for (const folder of ["web", "contract/src", "phrases/src", "domain/src"]) {
    hashFolder(join(root, "packages", folder), hash);
  }
  hash.update(readFileSync(join(root, "package-lock.json")));
  const wanted = hash.digest("hex");
  const built = existsSync(join(web, "dist", "index.html"));
  if (built && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return 0;
  console.log("Building the web …");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: web,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (result.status !== 0) return result.status ?? 1;
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(stampFile, wanted);
  return 0;
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

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(buildWebIfChanged());
