import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { storedPath } from "../import/stored-path.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { endFacts } from "./end-facts.ts";

/** An upload about people that nobody took over is forgotten after so many days, its sealed file with it. */
const uploadDays = 7;

export const forgetOldUploads = async (context: JobContext): Promise<void> => {
  const { tenantId } = context;
  const gone = await context.write(async (tx) => {
    const { rows } = await sql<{ id: string; stored_as: string }>`
      delete from import_batch where tenant_id = ${tenantId}::uuid and kind = 'fact' and source = 'file'
        and status in ('uploaded', 'checked', 'failed')
        and updated_at < ${context.clock.now()}::timestamptz - make_interval(days => ${uploadDays})
      returning id, stored_as`.execute(tx);
    const author = { tenantId, actor: null, requestId: null };
    for (const { id } of rows)
      await recordAudit(
        tx,
        author,
        "import.discarded",
        { kind: "import", id },
        { days: uploadDays },
      );
    return rows;
  });
  for (const { stored_as } of gone)
    await rm(storedPath(context.dataDir, stored_as), { force: true });
};

/**
 * Deletes what may no longer be kept: facts and photos past their own end, and those whose consent is over or withdrawn.
 * One receipt a person and reason; a second run finds nothing.
 */
export const endExpiredFacts = (context: JobContext): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const now = context.clock.now();
    const today = await workspaceToday(tx, tenantId, now);
    const author = { tenantId, actor: null, requestId: null };
    const ofConsent = (
      state: ReturnType<typeof sql>,
    ) => sql<boolean>`exists (select 1 from consent c
      where c.tenant_id = f.tenant_id and c.id = f.consent_id and ${state})`;
    const withdrawn = ofConsent(sql`c.withdrawn_at is not null`);
    const lapsed = ofConsent(sql`c.expires_at <= ${now}`);
    const past = sql<boolean>`f.expires_on < ${today}::date`;
    for (const [which, reason] of [
      [withdrawn, "consent_withdrawn"],
      [lapsed, "consent_expired"],
      [past, "expired"],
    ] as const) {
      await endFacts(tx, author, { facts: which, photos: which, reason });
    }
  });
