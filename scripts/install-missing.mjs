// Installs what is missing before start and test; plain Node, because nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = join(root, "node_modules", ".installed-for");

installPackages();
if (process.argv.includes("--with-browser")) installBrowser();

function installPackages() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch} ${process.versions.modules}`;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.log("Installing packages (npm install) …");
  run("npm", ["install", "--no-audit", "--no-fund"]);
  writeFileSync(stampFile, wanted);
}

function installBrowser() {
  const cached = join(root, ".cache", "chromium", "path");
  const known = existsSync(cached) && existsSync(readFileSync(cached, "utf8").trim());
  if (process.env.CHROMIUM_PATH || isOnPath("chromium") || known) return;
  if (process.getuid?.() === 0 && isOnPath("apt-get")) {
    console.log("Installing Debian's chromium for the browser tests …");
    run("apt-get", ["update", "-qq"]);
    const packages = ["chromium", "fonts-noto-cjk"];
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      DEBIAN_FRONTEND: "noninteractive",
    });
    if (isOnPath("chromium")) return;
  }
  console.log(
    "No chromium and no right to install one: fetching @sparticuz/chromium into .cache …",
  );
  const folder = join(root, ".cache", "chromium");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private":true,"type":"module"}\n');
  run("npm", [
    "install",
    "--no-audit",
    "--no-fund",
    "--prefix",
    folder,
    "@sparticuz/chromium@147.0.0",
  ]);
  // It unpacks itself into the temporary folder it is told.
  const unpack =
    'import chromium from "@sparticuz/chromium"; console.log(await chromium.executablePath());';
  const unpacked = spawnSync(process.execPath, ["--input-type=module", "-e", unpack], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, TMPDIR: folder },
  });
  const path = unpacked.stdout.trim();
  if (unpacked.status !== 0 || !existsSync(path)) {
    console.error(unpacked.stderr);
    console.error("No browser for the browser tests. Install chromium, or set CHROMIUM_PATH.");
    process.exit(1);
  }
  writeFileSync(cached, path);
}

function isOnPath(program) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}

function run(program, args, env = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (result.status === 0) return;
  console.error(
    `${program} ${args.join(" ")} failed. The machine needs a way to the package registry.`,
  );
  process.exit(1);
}
