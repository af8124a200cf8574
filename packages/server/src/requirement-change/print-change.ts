import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { paperPdf } from "../platform/paper/paper-pdf.ts";
import { changePaper } from "./change-paper.ts";
import { getChange } from "./change-queries.ts";

/** The paper of a version: byte for byte what went out, or a draft marked as such; the print is recorded. */
export const printChange = async (
  context: Context,
  changeId: string,
  number: number,
  outlet: Outlet,
): Promise<void> => {
  const { tenantId, workspace } = context;
  const { change, sent } = await context.write(async (tx) => {
    const found = await getChange(tx, context, changeId);
    const { rows } = await sql<{ content: Buffer }>`
      select f.content from requirement_change_version v
      join stored_file f on f.tenant_id = v.tenant_id and f.id = v.paper_file_id
      where v.tenant_id = ${tenantId}::uuid and v.change_id = ${changeId}::uuid and v.number = ${number}`.execute(
      tx,
    );
    await recordAudit(
      tx,
      context,
      "requirement_change.printed",
      { kind: "requirement_change", id: changeId },
      { accountId: found.account.id, number },
    );
    return { change: found, sent: rows[0]?.content };
  });
  const version = change.versions.find((one) => one.number === number);
  if (!version) throw new AppError("requirement_change.version_not_found");
  const pdf = sent ?? (await paperPdf(changePaper(change, version, workspace, true)));
  outlet.begin({ fileName: `${change.title} v${number}.pdf` });
  await outlet.write(pdf);
};
