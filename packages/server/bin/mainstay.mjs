#!/usr/bin/env node
// Runs the TypeScript sources as they are, from any working directory, and forwards the exit code.
import { register } from "tsx/esm/api";

register();
const { runMainstay } = await import("../src/cli.ts");
process.exitCode = await runMainstay(process.argv.slice(2));
