import { runStart } from "./cli/start.ts";

process.exitCode = await runStart(process.argv.slice(2));
