import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

export interface PauseAsked {
  readonly eventId: string;
  readonly at: Date;
  readonly words: string;
  readonly until: Date;
  readonly askedBy: string | null;
}

/**
 * The newest asking to stop a case's clocks that still waits for the customer: it lies in the future and the case was not
 * paused since. An asking is a public row of the timeline whose detail says until when.
 */
export const findPauseAsked = async (
  db: Db,
  tenantId: TenantId,
  caseId: string,
  now: Date,
): Promise<PauseAsked | null> => {
  const { rows } = await sql<PauseAsked>`
    select e.id as "eventId", e.at, e.words, (e.detail ->> 'pauseAskedUntil')::timestamptz as until, e.by_user_id as "askedBy"
    from case_event e where e.tenant_id = ${tenantId}::uuid and e.case_id = ${caseId}::uuid and e.kind = 'noted'
      and e.is_public and e.detail ? 'pauseAskedUntil' and (e.detail ->> 'pauseAskedUntil')::timestamptz > ${now}
      and not exists (select 1 from case_event p where p.tenant_id = e.tenant_id and p.case_id = e.case_id
        and p.kind = 'paused' and p.at >= e.at)
    order by e.at desc limit 1`.execute(db);
  return rows[0] ?? null;
};
