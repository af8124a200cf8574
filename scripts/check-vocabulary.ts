import { listSourceFiles } from "./list-source-files.ts";
import { findVocabularyFaults } from "./vocabulary-rules.ts";

// The same thing has the same name everywhere; verbs are the business's.
const faults = listSourceFiles().flatMap(findVocabularyFaults);
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
