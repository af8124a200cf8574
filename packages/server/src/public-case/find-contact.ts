import type { FilingContact } from "@mainstay/contract/public-case";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { findSenderJobs } from "../incoming-message/find-sender.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** The person at the account whom somebody named as contact, told by their mail address; null when nobody or several fit. */
export const findPersonByContact = async (
  tx: Tx,
  tenantId: TenantId,
  accountId: string,
  { email }: FilingContact,
  now: Date,
): Promise<string | null> => {
  const today = await workspaceToday(tx, tenantId, now);
  const jobs = await findSenderJobs(tx, tenantId, email, today);
  const here = new Set(
    jobs
      .filter((job) => job.accountId === accountId && !job.isRestricted)
      .map((job) => job.personId),
  );
  const [personId] = here;
  return here.size === 1 && personId !== undefined ? personId : null;
};
