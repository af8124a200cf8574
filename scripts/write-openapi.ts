// Writes openapi.json from the contract; with --check it only says whether the committed file is still true.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeApi } from "../packages/contract/src/openapi/describe-api.ts";

const root = new URL("../", import.meta.url);
const file = fileURLToPath(new URL("openapi.json", root));
const manifest = readFileSync(new URL("packages/server/package.json", root), "utf8");
const { version } = JSON.parse(manifest) as { version: string };
const text = `${JSON.stringify(describeApi(version), null, 1)}\n`;

if (process.argv.includes("--check")) {
  const written = (() => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return "";
    }
  })();
  if (written !== text) {
    console.error("openapi.json does not follow the contract. Run: npm run generate");
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
