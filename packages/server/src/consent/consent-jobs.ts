import { sql } from "kysely";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { endConsent } from "./end-consent.ts";

interface ExpiredConsent {
  id: string;
  person_id: string;
  scope: string[];
}

/** Ended by time and not yet dealt with: neither withdrawn meanwhile nor with a receipt. */
const isDue = (context: JobContext) => sql`
  c.tenant_id = ${context.tenantId}::uuid and c.withdrawn_at is null and c.expires_at <= ${context.clock.now()}
  and not exists (select 1 from deletion_receipt r where r.tenant_id = c.tenant_id and r.consent_id = c.id
    and r.reason = 'consent_expired' and r.counts ? 'consent')`;

const nextExpired = async (context: JobContext): Promise<ExpiredConsent[]> => {
  const { rows } = await context.read((db) =>
    sql<ExpiredConsent>`
      select c.id, c.person_id, c.scope from consent c where ${isDue(context)}
      order by c.expires_at limit 200`.execute(db),
  );
  return rows;
};

/** Every night: what rests on consents that have run out is deleted, each with its receipt; loose files go. */
export const consentJobs = defineJobs({
  end_expired_consents: async (_, context) => {
    for (;;) {
      const expired = await nextExpired(context);
      for (const consent of expired) {
        if (context.abort.aborted) return;
        await context.write(async (tx) => {
          await sql`select 1 from consent c where c.tenant_id = ${context.tenantId}::uuid
            and c.id = ${consent.id}::uuid for update`.execute(tx);
          // Asked again once it is ours: another worker or the person may have been faster.
          const { rows } = await sql`
            select 1 from consent c where c.id = ${consent.id}::uuid and ${isDue(context)}`.execute(
            tx,
          );
          if (rows.length === 0) return;
          await endConsent(tx, context, consent, "consent_expired");
        });
      }
      if (expired.length === 0) break;
    }
    await context.write((tx) =>
      sql`
        delete from stored_file f where f.tenant_id = ${context.tenantId}::uuid
          and f.stored_at < ${context.clock.now()}::timestamptz - interval '1 day'
          and not exists (select 1 from consent c where c.tenant_id = f.tenant_id and c.evidence_file_id = f.id)
          and not exists (select 1 from person_photo p where p.tenant_id = f.tenant_id and p.file_id = f.id)
          and not exists (select 1 from requirement_change_version v where v.tenant_id = f.tenant_id and v.paper_file_id = f.id)
          and not exists (select 1 from requirement_change_confirmation k where k.tenant_id = f.tenant_id
            and k.paper_file_id = f.id)
          and not exists (select 1 from case_attachment t where t.tenant_id = f.tenant_id and t.file_id = f.id)
          and not exists (select 1 from evidence_file e where e.tenant_id = f.tenant_id and e.file_id = f.id)`.execute(
        tx,
      ),
    );
  },
});
