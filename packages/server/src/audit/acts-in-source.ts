import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { errorCodes } from "@mainstay/contract/error/error-codes";
import { assessmentTables } from "../decision-chain/assessment-queries.ts";

/** Every act that the source records, with the file that does, and the names under which details are kept. For tests. */
export const actsInSource = () => {
  const acts = new Map<string, string>();
  const details = new Map<string, string>();
  const unread: string[] = [];
  for (const file of sourceFiles(fileURLToPath(new URL("..", import.meta.url)))) {
    const text = readFileSync(file, "utf8");
    for (const { act, detail } of callsIn(text)) {
      const found = actsOf(act, text, () => folderText(file));
      if (found.length === 0 && !file.endsWith("record-read.ts")) unread.push(`${file}: ${act}`);
      for (const one of found) acts.set(one, file);
      for (const name of namesOf(detail, text)) details.set(name, file);
    }
  }
  return { acts, details, unread };
};

const folderText = (file: string) =>
  sourceFiles(join(file, ".."))
    .map((one) => readFileSync(one, "utf8"))
    .join("\n");

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "test-world" ? [] : sourceFiles(path);
    return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : [];
  });

/** The act and the detail of each call, as they are written. */
const callsIn = (text: string) =>
  [...text.matchAll(/\b(recordAudit|recordRead)\(/g)].map((match) => {
    const args = partsOf(text, (match.index ?? 0) + match[0].length);
    const first = match[1] === "recordAudit" ? 2 : 1;
    return { act: args[first] ?? "", detail: args[first + 2] ?? "" };
  });

/** The parts of a list in brackets, from behind the opening bracket to its closing one. */
const partsOf = (text: string, from: number): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let begun = from;
  for (let i = from; i < text.length; i++) {
    const sign = text[i] ?? "";
    if (sign === '"' || sign === "`") i = text.indexOf(sign, i + 1);
    else if ("([{".includes(sign)) depth += 1;
    else if (")]}".includes(sign) && depth > 0) depth -= 1;
    else if (depth === 0 && ",)]}".includes(sign)) {
      parts.push(text.slice(begun, i).trim());
      begun = i + 1;
      if (sign !== ",") return parts;
    }
  }
  return parts;
};

const literals = (text: string) =>
  [...text.matchAll(/"([a-z][a-z_]*\.[a-z][a-z_]*)"/g)].map(([, act]) => act ?? "");

/**
 * Literals in the call itself; for a template the words of the file's `done` union, else those the folder's files give it,
 * or the nouns of the constant that its type names; for a variable the acts of the noun that its type names, of the file
 * or else its folder, or what the file gives it.
 */
const actsOf = (act: string, text: string, folder: () => string): string[] => {
  const own = literals(act);
  if (own.length > 0) return own;
  const noun = /^`([a-z_]+)\.\$\{/.exec(act)?.[1];
  if (noun) {
    const union = /\bdone\??:((?:\s*\|?\s*"[a-z_]+")+)/.exec(text)?.[1];
    const words = union ?? [...folder().matchAll(/\bdone: "[a-z_]+"/g)].join();
    return [...words.matchAll(/"([a-z_]+)"/g)].map(([, word]) => `${noun}.${word}`);
  }
  const word = /^`\$\{\w+\}\.([a-z_]+)`$/.exec(act)?.[1];
  if (word) return Object.keys(assessmentTables).map((one) => `${one}.${word}`);
  const typed = /: `([a-z_]+)\.\$\{string\}`/.exec(text)?.[1];
  if (typed) {
    const found = literals(text).filter(
      (one) => one.startsWith(`${typed}.`) && !(one in errorCodes),
    );
    const given = [...folder().matchAll(/\bact: ([^,}]+)/g)].map(([, value]) => value).join();
    return found.length > 0 ? found : literals(given);
  }
  return [...text.matchAll(/\bact = ([^;]+);/g)].flatMap(([, value]) => literals(value ?? ""));
};

/** The names in a detail written as an object, or in the constant that the detail is. */
const namesOf = (detail: string, text: string): string[] => {
  const constant = /^\w+$/.test(detail)
    ? new RegExp(`\\bconst ${detail}(?:: [^=]+)? = (\\{)`).exec(text)
    : null;
  const from = constant ? constant.index + constant[0].length : null;
  const parts =
    from === null ? (detail.startsWith("{") ? partsOf(detail, 1) : []) : partsOf(text, from);
  return parts.flatMap((part) => /^(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []);
};
