import type { AccountFilter } from "@mainstay/contract/account";
import { type RawBuilder, sql } from "kysely";
import { searchCondition } from "./account-search-condition.ts";

type Condition = RawBuilder<boolean>;

const oneOf = (column: string, values: readonly string[]): Condition =>
  sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`;

const segmentCondition = (values: readonly string[]): Condition => {
  const named = values.filter((value) => value !== "none");
  if (named.length === values.length) return oneOf("s.segment", named);
  if (named.length === 0) return sql<boolean>`s.segment is null`;
  return sql<boolean>`(s.segment is null or ${oneOf("s.segment", named)})`;
};

const stageCondition = (values: readonly string[]): Condition => {
  const named = values.filter((value) => value !== "none");
  const inStage = oneOf("a.lifecycle_stage", named);
  if (named.length === values.length) return inStage;
  return sql<boolean>`(a.lifecycle_stage is null or ${inStage})`;
};

const managerCondition = (value: string, actorUserId: string): Condition => {
  if (value === "none") return sql<boolean>`a.manager_user_id is null`;
  return sql<boolean>`a.manager_user_id = ${value === "me" ? actorUserId : value}::uuid`;
};

/** The filter of table, matrix, summary and export as SQL over `account_standing s` and `account a`. */
export interface FilterSql {
  readonly onStanding: readonly Condition[];
  readonly onAccount: readonly Condition[];
  /** The words, as a set of ids an index finds (null where none serves) and as a condition on one row. */
  readonly search: ReturnType<typeof searchCondition> | null;
}

export const filterSql = (filter: AccountFilter, actorUserId: string): FilterSql => {
  const onStanding: Condition[] = [];
  const onAccount: Condition[] = [];
  if (filter.segment?.length) onStanding.push(segmentCondition(filter.segment));
  if (filter.grade?.length) onStanding.push(oneOf("s.grade", filter.grade));
  if (filter.level?.length) onStanding.push(oneOf("s.level", filter.level));
  if (filter.health?.length)
    onStanding.push(
      sql<boolean>`s.account_id in (select h.account_id from account_health h
        where h.tenant_id = s.tenant_id and ${oneOf("h.band", filter.health)})`,
    );
  if (filter.hasSignal !== undefined) {
    onStanding.push(
      filter.hasSignal ? sql<boolean>`s.open_signals > 0` : sql<boolean>`s.open_signals = 0`,
    );
  }
  if (filter.hasProposal !== undefined) {
    onStanding.push(
      filter.hasProposal
        ? sql<boolean>`s.proposed_segment is not null`
        : sql<boolean>`s.proposed_segment is null`,
    );
  }
  if (filter.revenueMin !== undefined) {
    onStanding.push(sql<boolean>`s.revenue_12m_minor >= ${filter.revenueMin}`);
  }
  if (filter.revenueMax !== undefined) {
    onStanding.push(sql<boolean>`s.revenue_12m_minor <= ${filter.revenueMax}`);
  }
  if (filter.kind?.length) onAccount.push(sql<boolean>`a.kinds && ${[...filter.kind]}::text[]`);
  if (filter.managerUserId) onAccount.push(managerCondition(filter.managerUserId, actorUserId));
  if (filter.stage?.length) onAccount.push(stageCondition(filter.stage));
  if (filter.industry) onAccount.push(sql<boolean>`a.industry = ${filter.industry}`);
  if (filter.region) onAccount.push(sql<boolean>`a.region = ${filter.region}`);
  if (filter.parentId) onAccount.push(sql<boolean>`a.parent_id = ${filter.parentId}::uuid`);
  return { onStanding, onAccount, search: filter.q ? searchCondition(filter.q) : null };
};

/** All conditions; words by the ids their index finds. */
export const filterConditions = (filter: AccountFilter, actorUserId: string): Condition[] => {
  const { onStanding, onAccount, search } = filterSql(filter, actorUserId);
  const found = search?.found;
  const words = found ? [sql<boolean>`a.id in (select id from ${found} id)`] : [];
  if (search && !found) words.push(search.holds);
  return [...onStanding, ...onAccount, ...words];
};

/** Joins conditions with `and`; `true` for none. */
export const allOf = (conditions: readonly Condition[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
