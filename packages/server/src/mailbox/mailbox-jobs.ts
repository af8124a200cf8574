import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import type { VisitMailbox } from "../platform/outside/open-mailbox.ts";
import { outsideWorld } from "../platform/outside/outside-world.ts";
import { listWorkspaces } from "../setup/installation.ts";
import { enqueueMailbox } from "./enqueue-mailbox.ts";
import { findMailbox } from "./mailbox-queries.ts";
import { readNewMail } from "./read-mailbox.ts";

const longestWaitMinutes = 60;

/** Looks into the mailbox and orders the next look: at once while there is more, later and later while it fails. */
export const makeMailboxJobs = (visitMailbox: VisitMailbox) =>
  defineJobs({
    read_mailbox: async (_, context: JobContext) => {
      const { tenantId, clock } = context;
      const outcome = await readNewMail({ ...context, visitMailbox });
      if (outcome.kind === "off") return;
      await context.write(async (tx) => {
        const mailbox = await findMailbox(tx, tenantId);
        if (!mailbox?.isEnabled) return;
        const hasMore = outcome.kind === "read" && outcome.hasMore;
        const slowed = mailbox.everyMinutes * 2 ** Math.min(mailbox.failures, 6);
        const wait = Math.max(mailbox.everyMinutes, Math.min(slowed, longestWaitMinutes));
        const minutes = hasMore ? 0 : wait;
        await enqueueMailbox(tx, tenantId, new Date(clock.now().getTime() + minutes * 60_000));
      });
    },
  });

export const mailboxJobs = makeMailboxJobs(
  outsideWorld.visitMailbox ?? (async () => ({ kind: "failed", reason: "unused" })),
);

/** Orders looks that are overdue by an hour, in case an order was lost with a process. */
export const orderMailboxRounds = async (database: Database, now: Date): Promise<number> => {
  let ordered = 0;
  for (const { tenantId, isSetUp } of await withoutTenant(database, listWorkspaces)) {
    if (isSetUp && (await orderLook(database, tenantId, now))) ordered += 1;
  }
  return ordered;
};

const orderLook = (database: Database, tenantId: TenantId, now: Date): Promise<boolean> =>
  withTenant(database, systemScope(tenantId), async (tx) => {
    const { rows } =
      await sql`select 1 from mailbox where tenant_id = ${tenantId}::uuid and is_enabled
      and coalesce(last_looked_at, '-infinity') < ${now}::timestamptz - make_interval(mins => every_minutes + 60)`.execute(
        tx,
      );
    if (rows.length === 0) return false;
    await enqueueMailbox(tx, tenantId);
    return true;
  });
