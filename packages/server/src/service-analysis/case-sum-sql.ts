import { timeClassCount, timeClassRatio } from "@mainstay/domain/service-analysis/time-class";
import { type RawBuilder, sql } from "kysely";

/** What cases are counted by, one at a time; `case_day_sum.slice`. */
export const caseSlices = ["all", "segment", "department", "product", "level", "cause"] as const;
export type CaseSlice = (typeof caseSlices)[number];

/** Accounts are too many for sums by day: they are counted from the rows. */
export type RowSlice = CaseSlice | "account";

const keyOf: Readonly<Record<RowSlice, RawBuilder<string>>> = {
  all: sql`''`,
  account: sql`c.account_id::text`,
  segment: sql`coalesce(g.segment, '')`,
  department: sql`coalesce(c.department_id::text, '')`,
  product: sql`coalesce(c.product_id::text, '')`,
  level: sql`c.level`,
  cause: sql`coalesce(c.cause, '')`,
};

/** The same classes as `timeClassOf`, of the hours from opening to solution. */
const timeClass = sql`case when c.solved_at is null then null when c.solved_at < c.opened_at + interval '15 minutes' then 0
  else least(${sql.lit(timeClassCount - 1)}, 1 + floor(ln(extract(epoch from c.solved_at - c.opened_at)::float8 / 900)
    / ln(${sql.lit(timeClassRatio)}::float8)))::int end`;

const inClass = (index: number) => sql`count(*) filter (where x.class = ${sql.lit(index)})::int`;

const withSegment = sql`left join case_segment g on g.tenant_id = c.tenant_id and g.case_id = c.id`;

/** Sums of cases by day, slice, key and kind, worked out from the rows that meet a condition on `service_case c`. */
export const sumsOfRows = (
  condition: RawBuilder<unknown>,
  slices: readonly RowSlice[],
  timeZone: string,
): RawBuilder<unknown> => sql`
  select x.slice, x.key, x.kind, x.on_date, count(*)::int as cases,
    count(x.replied_at)::int as replied, count(*) filter (where x.replied_at <= x.reply_due_at)::int as replied_in_time,
    count(x.solved_at)::int as solved, count(*) filter (where x.solved_at <= x.solve_due_at)::int as solved_in_time,
    count(*) filter (where x.reopened > 0)::int as reopened, count(x.score)::int as scored,
    count(*) filter (where x.score >= 4)::int as satisfied, count(*) filter (where x.status = 'closed')::int as confirmed,
    count(*) filter (where x.status = 'solved')::int as unconfirmed,
    array[${sql.join(Array.from({ length: timeClassCount }, (_, index) => inClass(index)))}] as time_classes
  from (select s.slice, s.key, c.kind, (c.opened_at at time zone ${timeZone})::date as on_date, c.replied_at, c.reply_due_at,
      c.solved_at, c.solve_due_at, c.reopened, c.score, c.status, ${timeClass} as class
    from service_case c ${slices.includes("segment") ? withSegment : sql``}
    cross join lateral (values ${sql.join(slices.map((slice) => sql`(${sql.lit(slice)}, ${keyOf[slice]})`))}) as s (slice, key)
    where c.status <> 'duplicate' and ${condition}) x
  group by x.slice, x.key, x.kind, x.on_date`;

/** The columns of a sum in the order of the table. */
export const sumColumns = sql`slice, key, kind, on_date, cases, replied, replied_in_time, solved, solved_in_time, reopened, scored,
  satisfied, confirmed, unconfirmed, time_classes`;

/** Opened between two days of the workspace, both included, as a range of instants that an index can answer. */
export const openedBetween = (from: string, to: string, timeZone: string): RawBuilder<boolean> =>
  sql<boolean>`c.opened_at >= (${from}::date::timestamp at time zone ${timeZone})
    and c.opened_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})`;

/** The same for single days, in order: by index from the first to the last, then day by day. Nothing for no day. */
export const openedOnDays = (days: readonly string[], timeZone: string): RawBuilder<boolean> => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return sql<boolean>`false`;
  return sql<boolean>`${openedBetween(first, last, timeZone)}
    and (c.opened_at at time zone ${timeZone})::date = any(${[...days]}::date[])`;
};

const counted = [
  "cases",
  "replied",
  "replied_in_time",
  "solved",
  "solved_in_time",
  "reopened",
  "scored",
  "satisfied",
  "confirmed",
  "unconfirmed",
];

/** Sums of sums: every count, without the classes of hours. */
export const addedCounts: RawBuilder<unknown> = sql.join(
  counted.map((column) => sql`sum(${sql.ref(column)})::int as ${sql.ref(column)}`),
);

/** Sums of the classes of hours. */
export const addedClasses: RawBuilder<unknown> = sql`array[${sql.join(
  Array.from(
    { length: timeClassCount },
    (_, index) => sql`sum(time_classes[${sql.lit(index + 1)}])::int`,
  ),
)}] as time_classes`;
