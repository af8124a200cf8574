import type { SourceFile } from "./boundary-rules.ts";

/** Words for exported names that say nothing, or that name one of our nouns differently. */
const banned: { pattern: RegExp; instead: string }[] = [
  { pattern: /^(handle|process)[A-Z]\w*$/, instead: "a business verb (logInteraction, closeCase)" },
  { pattern: /^(do|perform|manage)[A-Z]\w*$/, instead: "a business verb" },
  { pattern: /^\w*(Helper|Util|Utils|Manager)s?$/, instead: "what it does" },
  { pattern: /^(\w*[a-z])?Customers?$|^customers?$/, instead: "account" },
  { pattern: /^(\w*[a-z])?Clients?Record$/, instead: "account" },
  { pattern: /^(\w*[a-z])?(Alert|Warning)s?Row$/, instead: "signal" },
  { pattern: /^update\w+Status$/, instead: "the verb that changes the status (moveProject)" },
];

const exportedName = /^export\s+(?:async\s+)?(?:function\*?|const|type|interface|class)\s+(\w+)/gm;

/** What is wrong with the exported names of one file, each as a sentence. */
export function findVocabularyFaults({ path, text }: SourceFile): string[] {
  if (!path.startsWith("packages/") || /\.(test|gen)\.tsx?$/.test(path)) return [];
  const faults: string[] = [];
  for (const [, name = ""] of text.matchAll(exportedName)) {
    const rule = banned.find(({ pattern, instead }) => {
      // The literature of the purchase models speaks of customers.
      if (instead === "account" && path.startsWith("packages/analytics/")) return false;
      return pattern.test(name);
    });
    if (rule) faults.push(`${path}: "${name}" — say ${rule.instead}`);
    if (/^export\s+(const\s+)?enum\b/m.test(text)) faults.push(`${path}: no enums; "as const"`);
  }
  if (/^export default /m.test(text) && !allowsDefault(path)) {
    faults.push(`${path}: no default export`);
  }
  return faults;
}

const allowsDefault = (path: string) =>
  /(vite|vitest)\.config\.ts$|\/global-setup\.ts$|\.d\.ts$/.test(path);
