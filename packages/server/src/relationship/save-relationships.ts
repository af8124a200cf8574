import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { RelationshipMeasures } from "@mainstay/domain/relationship/measure-relationship";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** The measures of one account or project, ready to be written. */
export interface MeasuredScope {
  readonly accountId: string;
  readonly projectId: string | null;
  readonly measures: RelationshipMeasures;
}

const columns = [
  "tenant_id",
  "id",
  "account_id",
  "project_id",
  "as_of",
  "members",
  "support_index",
  "coverage",
  "known_share",
  "known_people",
  "thread_count",
  "bus_factor",
  "red_flags",
] as const;

const stepColumns = [
  "tenant_id",
  "id",
  "account_id",
  "project_id",
  "person_id",
  "step",
  "gain",
  "effort",
  "through_user_id",
] as const;

/** How long a week without a snapshot may be bridged when looking for the week before. */
const bridgedWeeks = 4;

/**
 * Writes the present measures of a block of accounts and their open projects, with the values of the week before beside
 * them, and whom to turn to next. Whatever is no longer measured (a closed project) is taken away. Writing again changes nothing.
 */
export const saveRelationships = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  measured: readonly MeasuredScope[],
  today: DayNumber,
): Promise<void> => {
  const tenant = sql`${tenantId}::uuid`;
  const ids = sql`any(${[...accountIds]}::uuid[])`;
  const asOf = isoFromDayNumber(today);
  await copyInto(
    tx,
    "account_relationship",
    columns,
    measured.map(({ accountId, projectId, measures }) => [
      tenantId,
      newId(),
      accountId,
      projectId,
      asOf,
      measures.members.length,
      measures.supportIndex,
      measures.coverage,
      measures.knownShare,
      measures.knownPeople,
      measures.threadCount,
      measures.busFactor,
      `{${measures.redFlags.map(({ kind }) => kind).join(",")}}`,
    ]),
    `on conflict on constraint account_relationship_once do update set as_of = excluded.as_of, members = excluded.members,
      support_index = excluded.support_index, coverage = excluded.coverage, known_share = excluded.known_share,
      known_people = excluded.known_people,
      thread_count = excluded.thread_count, bus_factor = excluded.bus_factor, red_flags = excluded.red_flags, computed_at = now()`,
  );
  const lastMonday = mondayOf(today) - 7;
  await sql`
    update account_relationship r set support_index_before = w.support_index, coverage_before = w.coverage
    from account_relationship m left join lateral (
      select s.support_index, s.coverage from relationship_snapshot s
      where s.tenant_id = m.tenant_id and s.account_id = m.account_id and s.project_id is not distinct from m.project_id
        and s.week_on between ${isoFromDayNumber(lastMonday - 7 * bridgedWeeks)}::date and ${isoFromDayNumber(lastMonday)}::date
      order by s.week_on desc limit 1) w on true
    where m.tenant_id = ${tenant} and m.account_id = ${ids} and r.tenant_id = m.tenant_id and r.id = m.id
      and (r.support_index_before, r.coverage_before) is distinct from (w.support_index, w.coverage)`.execute(
    tx,
  );
  const scopes = measured.flatMap(({ projectId }) => (projectId === null ? [] : [projectId]));
  for (const table of ["account_relationship", "relationship_step"] as const)
    await sql`
      delete from ${sql.table(table)} where tenant_id = ${tenant} and account_id = ${ids}
        and project_id is not null and not (project_id = any(${scopes}::uuid[]))`.execute(tx);
  await saveSteps(tx, tenantId, accountIds, measured);
};

/** Whom to turn to next, one row a scope; a scope in which nothing can be won has none. */
const saveSteps = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  measured: readonly MeasuredScope[],
): Promise<void> => {
  const rows = measured.flatMap(({ accountId, projectId, measures: { next } }) =>
    next === null
      ? []
      : [
          [
            tenantId,
            newId(),
            accountId,
            projectId,
            next.personId,
            next.step,
            next.gain,
            next.effort,
            next.throughUserId,
          ],
        ],
  );
  await sql`
    delete from relationship_step where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[])`.execute(
    tx,
  );
  await copyInto(tx, "relationship_step", stepColumns, rows);
};

/**
 * Keeps the measures of the week that began on the Monday of `today`, for every account and open project with a decision
 * chain. The first round of the week writes it; later ones find it there.
 */
export const keepSnapshots = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  today: DayNumber,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into relationship_snapshot (tenant_id, id, account_id, project_id, week_on, members, support_index, coverage,
      known_share, known_people, thread_count, bus_factor)
    select r.tenant_id, gen_random_uuid(), r.account_id, r.project_id, ${isoFromDayNumber(mondayOf(today))}::date, r.members,
      r.support_index, r.coverage, r.known_share, r.known_people, r.thread_count, r.bus_factor
    from account_relationship r
    where r.tenant_id = ${tenantId}::uuid and r.account_id = any(${[...accountIds]}::uuid[]) and r.members > 0
    on conflict on constraint relationship_snapshot_once do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
};
