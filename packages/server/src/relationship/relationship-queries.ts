import type { AccountRow } from "@mainstay/contract/account";
import type { Mover, RelationshipSummary, RelationshipWeek } from "@mainstay/contract/relationship";
import { supportTrend } from "@mainstay/domain/relationship/support-trend";
import type { RelationshipSignalKind } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import { isVeiled, judgeWithoutRelationship } from "../health/veil-health.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** The index as the session may see it: whoever may not see profiles only where it rests on three people or more. */
const inSight = (column: string) => sql`index_in_sight(${sql.ref(column)}, r.known_people)`;

interface SummaryRecord {
  as_of: string;
  members: number;
  support_index: number | null;
  coverage: number | null;
  known_share: number | null;
  thread_count: number;
  bus_factor: number;
  support_index_before: number | null;
  coverage_before: number | null;
  red_flags: RelationshipSignalKind[];
  person_id: string | null;
  person_name: string | null;
  step: "contact" | "stance" | null;
  gain: number | null;
  through_name: string | null;
}

const unmeasured: RelationshipSummary = {
  members: 0,
  supportIndex: null,
  coverage: null,
  knownShare: null,
  threadCount: 0,
  busFactor: 0,
  asOf: null,
  supportIndexBefore: null,
  coverageBefore: null,
  trend: null,
  redFlags: [],
  judgement: { code: "relationship.no_chain", params: {} },
  next: null,
};

/** The sentence on top: the figures, or what is missing before there can be any. */
const judge = (record: SummaryRecord): RelationshipSummary["judgement"] => {
  const { members, support_index: supportIndex, coverage, known_share: knownShare } = record;
  if (coverage === null || knownShare === null)
    return { code: "relationship.no_chain", params: {} };
  const threads = record.thread_count;
  if (supportIndex === null && knownShare > 0)
    return { code: "relationship.standing_hidden", params: { members, coverage, threads } };
  return knownShare === 0
    ? { code: "relationship.standing_unknown", params: { members, coverage, threads } }
    : {
        code: "relationship.standing",
        params: { members, supportIndex, knownShare, coverage, threads },
      };
};

const toSummary = (record: SummaryRecord): RelationshipSummary => ({
  members: record.members,
  supportIndex: record.support_index,
  coverage: record.coverage,
  knownShare: record.known_share,
  threadCount: record.thread_count,
  busFactor: record.bus_factor,
  asOf: record.as_of,
  supportIndexBefore: record.support_index_before,
  coverageBefore: record.coverage_before,
  trend: supportTrend(record.support_index, record.support_index_before),
  redFlags: record.red_flags,
  judgement: judge(record),
  next:
    record.person_id !== null && record.person_name !== null && record.gain !== null
      ? {
          personId: record.person_id,
          name: record.person_name,
          reason: {
            code: `relationship.next_${record.step}`,
            params: { person: record.person_name, gain: record.gain, through: record.through_name },
          },
        }
      : null,
});

/**
 * The present measures of an account or one of its projects, as the last round wrote them; empty ones before the first. The
 * next best person comes only to who may see profiles: row security keeps it from the others.
 */
export const readRelationshipSummary = async (
  db: Db,
  tenantId: string,
  accountId: string,
  projectId: string | null = null,
): Promise<RelationshipSummary> => {
  const { rows } = await sql<SummaryRecord>`
    select r.as_of, r.members, ${inSight("r.support_index")} as support_index, r.coverage, r.known_share, r.thread_count, r.bus_factor,
      ${inSight("r.support_index_before")} as support_index_before,
      r.coverage_before, r.red_flags, p.id as person_id, p.name as person_name, n.step, n.gain, u.name as through_name
    from account_relationship r
    left join relationship_step n on n.tenant_id = r.tenant_id and n.account_id = r.account_id
      and n.project_id is not distinct from r.project_id
    left join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
    left join app_user u on u.tenant_id = n.tenant_id and u.id = n.through_user_id
    where r.tenant_id = ${tenantId}::uuid and r.account_id = ${accountId}::uuid
      and r.project_id is not distinct from ${projectId}::uuid`.execute(db);
  const record = rows[0];
  return record ? toSummary(record) : unmeasured;
};

/** The measures week by week, oldest first, at most three years. */
export const listRelationshipWeeks = async (
  db: Db,
  tenantId: string,
  accountId: string,
  projectId: string | null,
): Promise<RelationshipWeek[]> => {
  const { rows } = await sql<RelationshipWeek>`
    select week_on as "weekOn", members, index_in_sight(support_index, known_people) as "supportIndex", coverage, known_share as "knownShare",
      thread_count as "threadCount", bus_factor as "busFactor"
    from relationship_snapshot
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and project_id is not distinct from ${projectId}::uuid
    order by week_on desc limit 157`.execute(db);
  return rows.reverse();
};

/** Accounts in sight whose support rose or fell most since the week before, and how many are measured at all. */
export const listMovers = async (
  db: Db,
  tenantId: string,
  limit: number,
): Promise<{ rises: Mover[]; falls: Mover[]; measured: number }> => {
  const own = sql`r.tenant_id = ${tenantId}::uuid and r.project_id is null`;
  const moved = async (direction: "rise" | "fall"): Promise<Mover[]> => {
    const change = sql`(${inSight("r.support_index")} - ${inSight("r.support_index_before")})`;
    const { rows } = await sql<
      Omit<Mover, "account"> & { account_id: string; account_name: string }
    >`
      select a.id as account_id, a.name as account_name, m.name as "managerName", ${inSight("r.support_index")} as "supportIndex",
        ${inSight("r.support_index_before")} as before, ${change} as change, r.known_share as "knownShare", r.coverage
      from account_relationship r
      join account a on a.tenant_id = r.tenant_id and a.id = r.account_id
      left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
      where ${own} and r.support_index_before is not null
        and ${direction === "rise" ? sql`${change} > 0.05` : sql`${change} < -0.05`}
      order by ${change} ${direction === "rise" ? sql`desc` : sql`asc`} limit ${limit}`.execute(db);
    return rows.map(({ account_id, account_name, ...rest }) => ({
      account: { id: account_id, name: account_name },
      ...rest,
    }));
  };
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from account_relationship r where ${own} and r.members > 0`.execute(db);
  return { rises: await moved("rise"), falls: await moved("fall"), measured: rows[0]?.n ?? 0 };
};

/** Support, coverage and health of a few accounts, for the rows of a list. */
export const measuresOfAccounts = async (
  db: Db,
  tenantId: string,
  accounts: readonly { readonly id: string }[],
): Promise<Map<string, Pick<AccountRow, "supportIndex" | "coverage" | "health">>> => {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<{
    account_id: string;
    supportIndex: number | null;
    coverage: number | null;
    health: AccountRow["health"];
    /** What health is judged from, only where this reader must not see what the relationship adds. */
    veiled: Parameters<typeof judgeWithoutRelationship>[0] | null;
  }>`
    select account_id, r.support_index as "supportIndex", r.coverage,
      case when h.band is not null then
        jsonb_build_object('band', h.band, 'score', coalesce(h.score, h.provisional_score)) end as health, h.veiled
    from (select account_id, index_in_sight(support_index, known_people) as support_index, coverage from account_relationship
      where tenant_id = ${tenantId}::uuid and account_id = any(${accounts.map(({ id }) => id)}::uuid[]) and project_id is null) r
    full join (select account_id, band, score, provisional_score, case when ${isVeiled} then
        jsonb_build_object('inputs', inputs, 'vetoes', vetoes, 'adjustment', adjustment) end as veiled from account_health h
      where tenant_id = ${tenantId}::uuid and account_id = any(${accounts.map(({ id }) => id)}::uuid[])) h using (account_id)`.execute(
    db,
  );
  return new Map(
    rows.map(({ account_id, veiled, ...measures }) => {
      if (veiled === null) return [account_id, measures];
      const { band, score, provisionalScore } = judgeWithoutRelationship(veiled);
      return [account_id, { ...measures, health: { band, score: score ?? provisionalScore } }];
    }),
  );
};
