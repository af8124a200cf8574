import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "./boundary-rules.ts";

export const repositoryRoot = fileURLToPath(new URL("..", import.meta.url));

const skipped = new Set(["node_modules", "dist", "data", ".cache", ".git", "coverage"]);

/** Every hand-written TypeScript file of the repository. */
export function listSourceFiles(): SourceFile[] {
  const folders = ["packages", "scripts", "e2e", "bench"];
  return folders.filter((folder) => existsSync(join(repositoryRoot, folder))).flatMap(walk);
}

function walk(folder: string): SourceFile[] {
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(path);
    if (!/\.tsx?$/.test(entry.name) || entry.name.startsWith(".")) return [];
    return [{ path, text: readFileSync(join(repositoryRoot, path), "utf8") }];
  });
}
