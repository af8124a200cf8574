import { sql } from "kysely";
import { copyInto } from "../platform/db/copy-into.ts";
import type { CopyValue } from "../platform/db/copy-text.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { standingColumns } from "./standing-columns.ts";

const written = standingColumns.filter(
  (column) => column !== "tenant_id" && column !== "account_id",
);

/**
 * Writes a slice of standings: history rows for what changed or where a month began, proposals of moved segments (a first
 * segment is published at once), then the standings themselves. Running it again changes nothing.
 */
export const saveStandings = async (
  tx: Tx,
  tenantId: string,
  runId: string | null,
  policyVersion: number,
  rows: readonly CopyValue[][],
): Promise<void> => {
  await sql`create temp table judged (like account_standing including defaults) on commit drop`.execute(
    tx,
  );
  await copyInto(tx, "judged", standingColumns, rows);
  await forgetDeclined(tx);
  await sql`
    insert into account_evaluation (tenant_id, account_id, as_of, run_id, segment, proposed_segment, grade, level, value_score,
      potential_score, p_lost, revenue_12m_minor, value_at_risk_minor)
    select j.tenant_id, j.account_id, j.as_of, ${runId}::uuid, j.segment, j.proposed_segment, j.grade, j.level,
      j.value_score, j.potential_score, j.p_lost, j.revenue_12m_minor, j.value_at_risk_minor
    from judged j join account_standing s on s.tenant_id = j.tenant_id and s.account_id = j.account_id
    where j.tenant_id = ${tenantId}::uuid and j.order_days > 0 and (s.as_of is null
      or (s.segment, s.proposed_segment, s.grade, s.level) is distinct from (j.segment, j.proposed_segment, j.grade, j.level)
      or date_trunc('month', s.as_of) <> date_trunc('month', j.as_of))
    on conflict (tenant_id, account_id, as_of) do update set run_id = excluded.run_id, segment = excluded.segment,
      proposed_segment = excluded.proposed_segment, grade = excluded.grade, level = excluded.level,
      value_score = excluded.value_score, potential_score = excluded.potential_score, p_lost = excluded.p_lost,
      revenue_12m_minor = excluded.revenue_12m_minor, value_at_risk_minor = excluded.value_at_risk_minor`.execute(
    tx,
  );
  await keepProposals(tx, tenantId, policyVersion);
  const changes = sql.join(written.map((column) => sql`${sql.ref(column)} = j.${sql.ref(column)}`));
  await sql`
    update account_standing s set ${changes}, evaluated_at = now() from judged j
    where s.tenant_id = ${tenantId}::uuid and s.account_id = j.account_id`.execute(tx);
};

/** A move that a person declined is not proposed again for half a year. */
const declinedLately = sql`exists (select 1 from segment_move d where d.tenant_id = j.tenant_id and d.account_id = j.account_id
  and d.to_segment = j.proposed_segment and d.status = 'declined' and d.decided_at > j.as_of - interval '182 days')`;

const forgetDeclined = (tx: Tx) =>
  sql`update judged j set proposed_segment = null
    where j.proposed_segment is not null and ${declinedLately}`.execute(tx);

/** A proposal that is asked for no more is withdrawn; a new or changed one takes the place of the old. */
const keepProposals = async (tx: Tx, tenantId: string, policyVersion: number): Promise<void> => {
  await sql`
    delete from segment_move m using judged j
    where m.tenant_id = ${tenantId}::uuid and m.account_id = j.account_id and m.status = 'proposed'
      and j.proposed_segment is distinct from m.to_segment`.execute(tx);
  await sql`
    insert into segment_move (tenant_id, id, account_id, from_segment, to_segment, status, reason, policy_version)
    select j.tenant_id, gen_random_uuid(), j.account_id, j.segment, j.proposed_segment, 'proposed',
      coalesce(j.detail->'segmentReasons'->0, '{}'), ${policyVersion}
    from judged j
    where j.proposed_segment is not null
    on conflict (tenant_id, account_id) where status = 'proposed' do nothing`.execute(tx);
  await sql`
    insert into segment_move (tenant_id, id, account_id, from_segment, to_segment, status, reason, policy_version, decided_at)
    select j.tenant_id, gen_random_uuid(), j.account_id, null, j.segment, 'published',
      coalesce(j.detail->'segmentReasons'->0, '{}'), ${policyVersion}, now()
    from judged j join account_standing s on s.tenant_id = j.tenant_id and s.account_id = j.account_id
    where s.segment is null and j.segment is not null`.execute(tx);
};
