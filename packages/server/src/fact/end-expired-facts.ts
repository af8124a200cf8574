import { sql } from "kysely";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { endFacts } from "./end-facts.ts";

/**
 * Deletes what may no longer be kept: facts and photos past their own end, and those whose consent is over or withdrawn.
 * One receipt a person and reason; a second run finds nothing.
 */
export const endExpiredFacts = (context: JobContext): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const now = context.clock.now();
    const { rows } = await sql<{ time_zone: string }>`
      select time_zone from tenant where id = ${tenantId}::uuid`.execute(tx);
    const today = calendarDayIn(rows[0]?.time_zone ?? "Asia/Shanghai", now);
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
