import type { AuditFilter } from "@mainstay/contract/audit";
import { auditActWords, auditVoice } from "@mainstay/phrases/audit/audit-words";
import iconv from "iconv-lite";
import { csvLine, utf8Mark } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordRead } from "../platform/audit/record-read.ts";
import { sql } from "kysely";
import type { Outlet } from "../platform/http/serve-download.ts";
import { listAudit } from "./audit-queries.ts";

const pageLength = 1_000;

/** Writes the acts that fit the filter as CSV, newest first, page by page; the export itself is recorded before. */
export const exportAudit = async (
  context: Context,
  wanted: AuditFilter & { encoding: "utf-8" | "gbk" },
  outlet: Outlet,
): Promise<void> => {
  const { encoding, ...filter } = wanted;
  const { tenantId, locale, workspace } = context;
  const voice = auditVoice(locale);
  const isGbk = encoding === "gbk";
  const encode = (text: string) => (isGbk ? iconv.encode(text, "gbk") : text);
  await recordRead(context, "audit.exported", { kind: "audit", id: null }, { filter });
  await context.read(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const mediaType = `text/csv; charset=${encoding}`;
    outlet.begin({ fileName: `audit-${context.today}.csv`, mediaType });
    const columns = ["at", "actor", "act", "account", "person", "subjectKind"] as const;
    const heads = [...columns, "subjectId", "detail", "requestId"] as const;
    const header = csvLine(heads.map((name) => String(voice.t(`audit.column.${name}`))));
    await outlet.write(encode((isGbk ? "" : utf8Mark) + header));
    const system = String(voice.t("audit.column.system"));
    for (let after: { key: string; id: string } | null = null; ; ) {
      const rows = await listAudit(db, tenantId, workspace.timeZone, filter, after, pageLength);
      const lines = rows.map((row) =>
        csvLine([
          row.at,
          row.actor_user_id === null ? system : row.actor_name,
          auditActWords(locale, row.act),
          row.account_name,
          row.person_name,
          row.subject_kind,
          row.subject_id,
          JSON.stringify(row.detail),
          row.request_id,
        ]),
      );
      await outlet.write(encode(lines.join("")));
      const last = rows.at(-1);
      if (!last || rows.length < pageLength) return;
      after = { key: last.at, id: last.id };
    }
  });
};
