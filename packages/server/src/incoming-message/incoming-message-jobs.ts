import { messageKeptDays, traceKeptDays } from "@mainstay/domain/incoming-message/incoming-limit";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";

export const incomingMessageJobs = defineJobs({
  forget_sorted_messages: (_, { tenantId, clock, write }) =>
    write((tx) => forgetSortedMessages(tx, tenantId, clock.now())),
});

/**
 * Deletes messages a month after they were sorted, with their files: what was settled stands in the case by then. The hashes of
 * their names stay for a year and more, so that none is taken twice and answers find their case.
 */
export const forgetSortedMessages = async (
  tx: Tx,
  tenantId: TenantId,
  now: Date,
): Promise<void> => {
  await sql`delete from incoming_message where tenant_id = ${tenantId}::uuid
    and sorted_at < ${now}::timestamptz - make_interval(days => ${messageKeptDays})`.execute(tx);
  await sql`delete from incoming_trace where tenant_id = ${tenantId}::uuid
    and seen_at < ${now}::timestamptz - make_interval(days => ${traceKeptDays})`.execute(tx);
};
