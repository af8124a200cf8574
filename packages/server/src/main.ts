import { runStart } from "./cli/start.ts";

// A job that did not leave in time must not keep the process alive.
process.exit(await runStart(process.argv.slice(2)));
