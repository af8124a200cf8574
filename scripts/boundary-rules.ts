import { posix } from "node:path";

/** A source file as the boundary rules see it; `path` is relative to the repository, with slashes. */
export type SourceFile = { path: string; text: string };

const mayImport: Record<string, string[]> = {
  domain: [],
  analytics: ["domain"],
  contract: ["domain"],
  phrases: ["contract", "domain"],
  server: ["domain", "analytics", "contract", "phrases"],
  web: ["domain", "contract", "phrases"],
};
const bannedNames = /^(utils?|helpers?|types|common|manager|base|index)$/;
const lineLimit = 400;
const pureRooms = ["domain", "analytics"];
/** Only the gate, sign-in, set-up, jobs' entry and test worlds may turn text into a tenant id. */
const tenantMints =
  /^packages\/(domain\/src\/tenant\/|server\/src\/(platform\/(access|db|test-world|jobs)\/|session\/sign-in\.ts|passkey\/relying-party\.ts|second-factor\/sign-in-with-code\.ts|single-sign-on\/(start|complete)-single-sign-on\.ts|setup\/installation\.ts|import\/import-test-bench\.ts))/;

/** What is wrong with one file, each as a sentence; empty when all is well. */
export function findBoundaryFaults(file: SourceFile): string[] {
  if (/\.gen\.tsx?$/.test(file.path)) return [];
  return [...nameFaults(file), ...sizeFaults(file), ...importFaults(file), ...mintFaults(file)];
}

function nameFaults({ path }: SourceFile): string[] {
  const name = posix.basename(path).replace(/(\.[a-z]+)*\.(tsx?|mjs)$/, "");
  if (bannedNames.test(name)) return [`${path}: say what it holds instead of "${name}"`];
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  return kebab.test(name) ? [] : [`${path}: file names are kebab-case`];
}

function sizeFaults({ path, text }: SourceFile): string[] {
  const lines = text.split("\n").length;
  return lines > lineLimit ? [`${path}: ${lines} lines; the ceiling is ${lineLimit}`] : [];
}

function importFaults(file: SourceFile): string[] {
  const own = packageOf(file.path);
  const faults: string[] = [];
  if (isBarrel(file.text)) faults.push(`${file.path}: only hands on what others export (a barrel)`);
  for (const target of importedNames(file.text)) {
    const other = targetPackage(file.path, target);
    if (own && other && other !== own && !mayImport[own]?.includes(other)) {
      faults.push(`${file.path}: ${own} must not import ${other} (${target})`);
    }
    const isTest = /\.test\.tsx?$/.test(file.path) || !file.path.includes("/src/");
    if (own && pureRooms.includes(own) && target.startsWith("node:") && !isTest) {
      faults.push(`${file.path}: ${own} is pure; ${target} is input or output`);
    }
  }
  return faults;
}

function mintFaults({ path, text }: SourceFile): string[] {
  if (!/\bmintTenantId\b/.test(text) || tenantMints.test(path) || /\.test\.tsx?$/.test(path)) {
    return [];
  }
  return path.startsWith("packages/") ? [`${path}: only the gate mints a tenant id`] : [];
}

function importedNames(text: string): string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)"([^"\n]+)"/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

function isBarrel(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim();
  return code !== "" && code.replace(/export\s+[^;]*?\s+from\s+"[^"]+";?/g, "").trim() === "";
}

const packageOf = (path: string) => /^packages\/([a-z]+)\//.exec(path)?.[1] ?? null;

function targetPackage(path: string, target: string): string | null {
  if (target.startsWith(".")) return packageOf(posix.join(posix.dirname(path), target));
  return /^@mainstay\/([a-z]+)/.exec(target)?.[1] ?? null;
}
