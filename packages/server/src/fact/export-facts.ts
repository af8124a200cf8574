import type { FactView } from "@mainstay/contract/fact";
import { factFileWords } from "@mainstay/phrases/fact/fact-file-words";
import { factValueWords } from "@mainstay/phrases/fact/fact-value-words";
import { sql } from "kysely";
import { csvLine, harmlessCell, utf8Mark } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordRead } from "../platform/audit/record-read.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { writeWorkbook } from "../platform/files/write-workbook.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";

const mostRows = 20_000;

interface ExportRow extends Pick<FactView, "kind" | "class" | "value" | "basis" | "purpose"> {
  person: string;
  account: string | null;
  source: string;
  verified_on: string;
  expires_on: string;
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Writes the facts the actor sees, of everybody or of the people of one account, for a spreadsheet. Sensitive facts are
 * named as held, their values never leave. Recorded before the first byte, with how many of each class.
 */
export const exportFacts = async (
  context: Context,
  wanted: { readonly accountId?: string | undefined; readonly format: "csv" | "xlsx" },
  outlet: Outlet,
): Promise<void> => {
  const rows = await context.read((db) => listFacts(db, context, wanted.accountId ?? null));
  if (rows.length > mostRows) throw new AppError("account.export_too_large", { limit: mostRows });
  const count = (of: FactView["class"]) => rows.filter((row) => row.class === of).length;
  const detail = { ...wanted, rows: rows.length, B: count("B"), P: count("P"), S: count("S") };
  await recordRead(context, "fact.exported", { kind: "fact", id: null }, detail);
  const words = factFileWords(context.locale);
  const header = Object.values(words.column);
  const lines = rows.map((row) => [
    row.person,
    row.account,
    words.kind[row.kind],
    words.class[row.class],
    row.value === null ? words.held : factValueWords(row.value, context.locale),
    words.basis[row.basis],
    row.purpose,
    row.source,
    row.verified_on,
    row.expires_on,
  ]);
  const fileName = `facts-${context.today}.${wanted.format}`;
  if (wanted.format === "xlsx") {
    const tame = lines.map((line) => line.map((cell) => cell && harmlessCell(cell)));
    const bytes = await writeWorkbook("facts", header, tame);
    outlet.begin({ fileName, mediaType: workbookType });
    await outlet.write(bytes);
    return;
  }
  outlet.begin({ fileName, mediaType: "text/csv; charset=utf-8" });
  await outlet.write(utf8Mark + csvLine(header) + lines.map(csvLine).join(""));
};

const listFacts = async (
  db: Db,
  { tenantId, today }: Context,
  accountId: string | null,
): Promise<ExportRow[]> => {
  const job = sql`position j join account a on a.tenant_id = j.tenant_id and a.id = j.account_id
    where j.tenant_id = f.tenant_id and j.person_id = f.person_id and (j.ends_on is null or j.ends_on > ${today}::date)`;
  const atAccount = accountId
    ? sql`and exists (select 1 from ${job} and j.account_id = ${accountId}::uuid)`
    : sql``;
  const { rows } = await sql<ExportRow>`
    select p.name as person, (select a.name from ${job} order by a.name limit 1) as account, f.kind, f.class, f.value,
      f.basis, f.purpose, f.source, f.verified_on, f.expires_on
    from fact f join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
    where f.tenant_id = ${tenantId}::uuid and f.expires_on >= ${today}::date and p.restricted_at is null ${atAccount}
    order by p.pinyin, p.id, f.kind limit ${mostRows + 1}`.execute(db);
  return rows;
};
