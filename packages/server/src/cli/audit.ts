import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  type AuditAnchor,
  readAuditAnchors,
  writeAuditAnchor,
} from "@mainstay/domain/audit/audit-anchor";
import { isUuid, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import { auditFindingWords } from "@mainstay/phrases/audit/audit-words";
import type { Locale } from "@mainstay/phrases/locale";
import { findAuditHead } from "../audit/audit-chain-queries.ts";
import { type ChainVerdict, verifyAuditChain } from "../audit/verify-audit-chain.ts";
import { reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";
import { type Database, openDatabase } from "../platform/db/open-database.ts";
import { withoutTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { listWorkspaces } from "../setup/installation.ts";
import { chooseLanguage } from "./choose-language.ts";

const usage = `Usage: mainstay audit verify [--tenant ID] [--from FILE] [--lang zh|en]
       mainstay audit anchor [--tenant ID] [--to FILE]

verify recomputes the chain of hashes over every act and names what was changed, removed or added.
anchor prints the present end of the chain, one line a workspace. Keep it outside this machine: verify --from FILE
then also finds a tail that was cut off, or a chain that was written anew.
Exit codes: 0 intact, 1 not intact or failed, 2 usage.`;

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      tenant: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });

/** `mainstay audit verify|anchor`: was the record of acts tampered with? */
export const runAudit = async (args: string[]): Promise<number> => {
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(args);
  } catch {
    console.error(usage);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [act = ""] = positionals;
  const isFit =
    positionals.length === 1 &&
    (act === "verify" ? values.to === undefined : act === "anchor" && values.from === undefined);
  if (!isFit || (values.tenant !== undefined && !isUuid(values.tenant))) {
    console.error(usage);
    return 2;
  }
  const noted = values.from === undefined ? [] : anchorsIn(values.from);
  if (noted === null) {
    console.error(`${values.from} holds no anchors of “mainstay audit anchor”.`);
    return 2;
  }
  const isWanted = (tenantId: string) => values.tenant === undefined || values.tenant === tenantId;
  const address = await reachConfiguredDatabase();
  const database = openDatabase({ appUrl: address.appUrl, maxConnections: 2 });
  try {
    await migrateDatabase(address.ownerUrl);
    const all = (await withoutTenant(database, listWorkspaces)).map(({ tenantId }) => tenantId);
    const wanted = all.filter(isWanted);
    if (wanted.length === 0) {
      console.error("There is no such workspace.");
      return 1;
    }
    if (act === "anchor") return await anchor(database, wanted, values.to);
    const anchors = noted.filter(({ tenantId }) => isWanted(tenantId));
    const locale = chooseLanguage(values.lang, process.env, []);
    return await verify(database, wanted, anchors, locale);
  } finally {
    await database.end();
    await address.stop();
  }
};

const anchorsIn = (file: string): AuditAnchor[] | null => {
  try {
    const anchors = readAuditAnchors(readFileSync(file, "utf8"));
    return anchors && anchors.length > 0 ? anchors : null;
  } catch {
    return null;
  }
};

const patient = { statementTimeoutMs: 0, isolation: "repeatable read" } as const;

const verify = async (
  database: Database,
  tenants: readonly TenantId[],
  anchors: readonly AuditAnchor[],
  locale: Locale,
): Promise<number> => {
  let isIntact = true;
  for (const tenantId of tenants) {
    const begun = performance.now();
    const verdict = await withTenantReadOnly(
      database,
      systemScope(tenantId),
      (db) => verifyAuditChain(db, tenantId, anchors),
      patient,
    );
    print(verdict, (performance.now() - begun) / 1_000, locale);
    isIntact &&= verdict.isIntact;
  }
  for (const { tenantId } of anchors.filter((one) => !tenants.includes(one.tenantId as TenantId))) {
    console.log(`FAIL  ${tenantId}: the anchor's workspace is not here`);
    isIntact = false;
  }
  return isIntact ? 0 : 1;
};

const print = (verdict: ChainVerdict, seconds: number, locale: Locale): void => {
  const { head, rowsChecked, findings } = verdict;
  const word = verdict.isIntact ? "ok  " : "FAIL";
  const rows = `${rowsChecked} rows in ${seconds.toFixed(1)} s`;
  console.log(`${word}  ${head.tenantId}: ${rows}, head ${head.sequence} ${head.hash}`);
  for (const finding of findings) console.log(`      ${auditFindingWords(locale, finding)}`);
};

const anchor = async (
  database: Database,
  tenants: readonly TenantId[],
  file: string | undefined,
): Promise<number> => {
  const lines: string[] = [];
  for (const tenantId of tenants) {
    const head = await withTenantReadOnly(database, systemScope(tenantId), (db) =>
      findAuditHead(db, tenantId),
    );
    lines.push(writeAuditAnchor(head));
  }
  const text = `${lines.join("\n")}\n`;
  if (file === undefined) process.stdout.write(text);
  else await writeFile(file, text);
  return 0;
};
