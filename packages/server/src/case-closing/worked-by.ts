import { type RawBuilder, sql } from "kysely";

/** Who ever handled `service_case c` or wrote a solution for it, as its timeline has it: none of them is a different employee. */
export const workedByOfCase: RawBuilder<string[]> = sql<string[]>`array(
  select distinct w.user_id from case_event e
  cross join lateral (values (case when e.kind = 'solved' then e.by_user_id end), ((e.detail ->> 'fromUserId')::uuid)) w (user_id)
  where e.tenant_id = c.tenant_id and e.case_id = c.id and e.kind in ('solved', 'transfer_accepted', 'assigned')
    and w.user_id is not null)`;
