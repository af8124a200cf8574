import { en } from "../packages/phrases/src/en.ts";
import { laterEn } from "../packages/phrases/src/later-en.ts";
import { laterZh } from "../packages/phrases/src/later-zh.ts";
import { zh } from "../packages/phrases/src/zh.ts";
import { listSourceFiles } from "./list-source-files.ts";
import { findPhraseFaults, findStrayWords } from "./phrase-rules.ts";

// Both languages say the same things with the same places to fill, and pages hold no words of their own.
const faults = [
  ...findPhraseFaults({ ...zh, ...laterZh }, { ...en, ...laterEn }),
  ...listSourceFiles().flatMap(findStrayWords),
];
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
