import { expect, test } from "vitest";
import { findBoundaryFaults } from "./boundary-rules.ts";
import { findVocabularyFaults } from "./vocabulary-rules.ts";

const faultsOf = (path: string, text: string) => findBoundaryFaults({ path, text });

test("imports point one way, by package name and by relative path", () => {
  const web = "packages/web/src/app/shell.tsx";
  expect(faultsOf(web, 'import { x } from "@mainstay/server/app";')).toHaveLength(1);
  expect(faultsOf(web, 'import { x } from "../../../server/src/app.ts";')).toHaveLength(1);
  expect(faultsOf(web, 'const x = import("@mainstay/analytics/a");')).toHaveLength(1);
  expect(faultsOf(web, 'import type { x } from "@mainstay/contract/account";')).toEqual([]);
  const rule = "packages/domain/src/account/grade.ts";
  expect(faultsOf(rule, 'import { x } from "@mainstay/contract/account";')).toHaveLength(1);
});

test("domain and analytics do no input or output, their tests may", () => {
  const text = 'import { readFile } from "node:fs/promises";';
  expect(faultsOf("packages/analytics/src/a.ts", text)).toHaveLength(1);
  expect(faultsOf("packages/analytics/src/a.test.ts", text)).toEqual([]);
});

test("barrels, catch-all names and long files are refused", () => {
  expect(faultsOf("packages/web/src/a.ts", 'export * from "./b.ts";\n')).toHaveLength(1);
  expect(faultsOf("packages/web/src/utils.ts", "export const a = 1;")).toHaveLength(1);
  expect(faultsOf("packages/web/src/myFile.ts", "export const a = 1;")).toHaveLength(1);
  expect(faultsOf("packages/web/src/a.ts", "const a = 1;\n".repeat(401))).toHaveLength(1);
  expect(faultsOf("packages/web/src/a.api.test.ts", "const a = 1;\n")).toEqual([]);
});

test("only the gate mints a tenant id", () => {
  const text = "const id = mintTenantId(body.tenantId);";
  expect(faultsOf("packages/server/src/account/list-accounts.ts", text)).toHaveLength(1);
  expect(faultsOf("packages/server/src/platform/access/open-context.ts", text)).toEqual([]);
});

test("exported names use the business's verbs and nouns", () => {
  const faults = (text: string) => findVocabularyFaults({ path: "packages/server/src/a.ts", text });
  expect(faults("export function processImport() {}")).toHaveLength(1);
  expect(faults("export type Customer = {};")).toHaveLength(1);
  expect(faults("export default 1;")).toHaveLength(1);
  expect(faults("export function importOrders() {}")).toEqual([]);
});
