import { audits } from "@mainstay/contract/audit";
import type { App } from "../platform/http/app.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { isAuditInstant, listAudit } from "./audit-queries.ts";

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
        actor:
          row.actor_user_id === null ? null : { id: row.actor_user_id, name: row.actor_name ?? "" },
        act: row.act,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        detail: row.detail as Record<string, unknown>,
        requestId: row.request_id,
      })),
      nextCursor:
        rows.length > limit && last ? writeCursor("audit:at", { key: last.at, id: last.id }) : null,
    };
  });
};
