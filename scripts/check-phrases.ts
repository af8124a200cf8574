// The words of the product: both languages say everything, with the same places to fill in, each in its own script;
// and no screen carries words of its own. Run: npx tsx scripts/check-phrases.ts
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { en } from "../packages/phrases/src/en.ts";
import { errorWordsEn } from "../packages/phrases/src/error/en.ts";
import { errorWordsZh } from "../packages/phrases/src/error/zh.ts";
import { zh } from "../packages/phrases/src/zh.ts";
import { findPhraseFaults, findStrayWords, flattenPhrases } from "./phrase-rules.ts";

const web = fileURLToPath(new URL("../packages/web/src", import.meta.url));
const faults = [
  ...findPhraseFaults(flattenPhrases(zh), flattenPhrases(en)),
  ...findPhraseFaults(
    flattenPhrases({ error: errorWordsZh }),
    flattenPhrases({ error: errorWordsEn }),
  ),
];
for (const name of readdirSync(web, { recursive: true, encoding: "utf8" })) {
  if (!/\.tsx?$/.test(name) || /\.(?:test|d)\.tsx?$/.test(name)) continue;
  for (const stray of findStrayWords(readFileSync(join(web, name), "utf8")))
    faults.push(
      `packages/web/src/${name}:${stray.line} says ${JSON.stringify(stray.words)} itself`,
    );
}
for (const fault of faults) console.error(fault);
console.log(`phrases: ${Object.keys(flattenPhrases(zh)).length} keys, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
