import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** A person with this address in a job of today. */
export interface SenderJob {
  readonly accountId: string;
  readonly accountName: string;
  readonly personId: string;
  readonly personName: string;
  readonly isRestricted: boolean;
}

/** Every present job that names a mail address, in the reader's sight. */
export const findSenderJobs = async (
  db: Db,
  tenantId: TenantId,
  address: string,
  today: string,
): Promise<SenderJob[]> => {
  if (address === "") return [];
  const { rows } = await sql<SenderJob>`
    select j.account_id as "accountId", a.name as "accountName", j.person_id as "personId", p.name as "personName",
      p.restricted_at is not null as "isRestricted"
    from position j
    join account a on a.tenant_id = j.tenant_id and a.id = j.account_id
    join person p on p.tenant_id = j.tenant_id and p.id = j.person_id
    where j.tenant_id = ${tenantId}::uuid and lower(j.work_email) = ${address.toLowerCase()}
      and (j.starts_on is null or j.starts_on <= ${today}::date) and (j.ends_on is null or j.ends_on >= ${today}::date)
    order by a.name, p.name limit 50`.execute(db);
  return rows;
};
