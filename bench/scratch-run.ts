import { benchImport } from "./import-bench.ts";
console.log(await benchImport());
process.exit(0);
