import { readFileSync } from "node:fs";

const manifest = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");

/** The version of Mainstay that runs. */
export const productVersion: string = (JSON.parse(manifest) as { version: string }).version;
