import { defineJobs } from "../platform/jobs/job-registry.ts";

const day = 86_400_000;

/**
 * Removes what nobody can use any more: ended sessions, old links, keys of repeated requests after two days, what
 * merges kept to be taken back once their thirty days are over.
 */
export const sessionJobs = defineJobs({
  sweep_expired: async (_, context) => {
    const now = context.clock.now();
    const before = (days: number) => new Date(now.getTime() - days * day);
    const { tenantId } = context;
    await context.write(async (tx) => {
      await tx
        .deleteFrom("session")
        .where("tenant_id", "=", tenantId)
        .where("expires_at", "<", now)
        .execute();
      await tx
        .deleteFrom("used_challenge")
        .where("tenant_id", "=", tenantId)
        .where("expires_at", "<", now)
        .execute();
      await tx
        .deleteFrom("one_time_link")
        .where("tenant_id", "=", tenantId)
        .where("expires_at", "<", before(30))
        .execute();
      await tx
        .deleteFrom("idempotency_key")
        .where("tenant_id", "=", tenantId)
        .where("created_at", "<", before(2))
        .execute();
      await tx
        .updateTable("person_merge")
        .set({ before_sealed: null })
        .where("tenant_id", "=", tenantId)
        .where("undo_until", "<", now)
        .where("before_sealed", "is not", null)
        .execute();
    });
  },
});
