// Mainstay as `npm start` serves it, only with a clock that a test moves: CLOCK_OFFSET_FILE holds milliseconds to add.
import { readFileSync } from "node:fs";
import { runStart } from "../../packages/server/src/cli/start.ts";

const offsetMs = (): number => Number(readFileSync(process.env["CLOCK_OFFSET_FILE"] ?? "", "utf8"));
const clock = { now: () => new Date(Date.now() + offsetMs()) };

process.exit(await runStart([], clock));
