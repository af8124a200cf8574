import { findBoundaryFaults } from "./boundary-rules.ts";
import { listSourceFiles } from "./list-source-files.ts";

// Import directions, no barrels, no catch-all names, at most 400 lines a file, one mint of tenant ids.
const faults = listSourceFiles().flatMap(findBoundaryFaults);
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
