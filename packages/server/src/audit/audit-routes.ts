import { audits } from "@mainstay/contract/audit";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { named } from "../platform/http/named.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { isAuditInstant, listAudit } from "./audit-queries.ts";
import { findLastVerification } from "./audit-verification-queries.ts";
import { exportAudit } from "./export-audit.ts";

export const auditRoutes = (app: App): void => {
  serve(app, audits.list, async (context, { query }) => {
    const { cursor, limit, ...filter } = query;
    const after = readCursor(cursor, "audit:at");
    if (after && !isAuditInstant(after.key)) throw new AppError("request.cursor_invalid");
    const rows = await context.read((db) =>
      listAudit(db, context.tenantId, context.workspace.timeZone, filter, after, limit + 1),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id,
        at: row.at,
        actor: named(row.actor_user_id, row.actor_name ?? ""),
        act: row.act,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        account: named(row.account_id, row.account_name ?? ""),
        person: named(row.person_id, row.person_name ?? ""),
        detail: row.detail as Record<string, unknown>,
        requestId: row.request_id,
      })),
      nextCursor:
        rows.length > limit && last ? writeCursor("audit:at", { key: last.at, id: last.id }) : null,
    };
  });
  serveDownload(app, audits.export, (context, { query }, outlet) =>
    exportAudit(context, query, outlet),
  );
  serve(app, audits.verification, (context) =>
    context.read(async (db) => ({ last: await findLastVerification(db, context.tenantId) })),
  );
  serve(app, audits.verify, (context) =>
    context.write(async (tx) => {
      const { tenantId } = context;
      await enqueue(tx, "verify_audit", { tenantId }, { jobKey: `verify-audit:${tenantId}` });
      const subject = { kind: "audit", id: null };
      await recordAudit(tx, context, "audit.verification_requested", subject);
    }),
  );
};
