// npm run generate: schema.sql, schema.gen.ts and openapi.json from their sources; --check compares only.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = fileURLToPath(new URL(".", import.meta.url));
let failed = false;
for (const writer of ["write-schema.ts", "write-openapi.ts"]) {
  const file = join(scripts, writer);
  if (!existsSync(file)) continue;
  const args = ["--import", "tsx", file, ...process.argv.slice(2)];
  const result = spawnSync(process.execPath, args, { cwd: join(scripts, ".."), stdio: "inherit" });
  failed ||= result.status !== 0;
}
process.exit(failed ? 1 : 0);
