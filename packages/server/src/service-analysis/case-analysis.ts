import type { CaseFigures, CaseGrouping } from "@mainstay/contract/service-analysis";
import { caseCauses } from "@mainstay/domain/case/case-kind";
import { paretoOf } from "@mainstay/domain/service-analysis/pareto";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import {
  type AnalysisReader,
  comparedWith,
  countCases,
  isTimeExact,
  sumCases,
  toFigures,
} from "./case-figures.ts";
import { openedBetween } from "./case-sum-sql.ts";

interface Question {
  readonly from: string;
  readonly to: string;
  readonly beforeFrom?: string | undefined;
  readonly beforeTo?: string | undefined;
  readonly by: CaseGrouping;
  readonly kind?: string | undefined;
}

type Group = CaseFigures & {
  key: string | null;
  name: string | null;
  casesBefore: number;
  orders: number | null;
  complaintsPer100Orders: number | null;
};

const mostAccounts = 20;

/** The accounts with most cases of the window, each with its orders: complaints are rated against them. */
const accountGroups = async (
  db: Db,
  reader: AnalysisReader,
  window: { from: string; to: string; beforeFrom: string; beforeTo: string },
  kind: string | undefined,
): Promise<Group[]> => {
  const { tenantId } = reader.actor;
  const { timeZone } = reader.workspace;
  const ofKind = kind ? sql`c.kind = ${kind}` : sql`true`;
  const { rows: top } = await sql<{ account_id: string; name: string }>`
    select t.account_id, a.name from (
      select c.account_id, count(*) as n from service_case c where c.tenant_id = ${tenantId}::uuid
        and ${openedBetween(window.from, window.to, timeZone)} and c.status <> 'duplicate' and ${ofKind}
      group by 1 order by n desc, c.account_id limit ${sql.lit(mostAccounts)}) t
    join account a on a.tenant_id = ${tenantId}::uuid and a.id = t.account_id order by t.n desc, t.account_id`.execute(
    db,
  );
  const ids = top.map(({ account_id }) => account_id);
  if (ids.length === 0) return [];
  const { rows: numbers } = await sql<{
    account_id: string;
    orders: number;
    complaints: number;
    before: number;
  }>`
    select x.account_id,
      (select count(*) from order_day o where o.tenant_id = ${tenantId}::uuid and o.account_id = x.account_id
        and o.on_date between ${window.from}::date and ${window.to}::date)::int as orders,
      (select count(*) from service_case c where c.tenant_id = ${tenantId}::uuid and c.account_id = x.account_id
        and c.kind = 'complaint' and c.status <> 'duplicate' and ${openedBetween(window.from, window.to, timeZone)})::int as complaints,
      (select count(*) from service_case c where c.tenant_id = ${tenantId}::uuid and c.account_id = x.account_id
        and ${ofKind} and c.status <> 'duplicate' and ${openedBetween(window.beforeFrom, window.beforeTo, timeZone)})::int as before
    from unnest(${ids}::uuid[]) as x (account_id)`.execute(db);
  const of = new Map(numbers.map((row) => [row.account_id, row]));
  const sums = new Map(
    (await sumCases(db, reader, window, "account", kind, ids)).map((row) => [row.key, row]),
  );
  return top.map(({ account_id, name }) => {
    const found = of.get(account_id);
    const orders = found?.orders ?? 0;
    return {
      key: account_id,
      name,
      ...toFigures(sums.get(account_id)),
      casesBefore: found?.before ?? 0,
      orders,
      complaintsPer100Orders: orders === 0 ? null : (100 * (found?.complaints ?? 0)) / orders,
    };
  });
};

const namesOf = async (
  db: Db,
  tenantId: string,
  by: CaseGrouping,
  keys: readonly string[],
): Promise<Map<string, string>> => {
  if ((by !== "department" && by !== "product") || keys.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(by)} where tenant_id = ${tenantId}::uuid and id = any(${[...keys]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** 服务分析 Cases opened in a window, in all and group by group, beside as long a time before. */
export const analyseCases = async (db: Db, reader: AnalysisReader, question: Question) => {
  const { by, kind } = question;
  const period = comparedWith(question);
  const earlier = { from: period.beforeFrom, to: period.beforeTo };
  const total = await sumCases(db, reader, period, "all", kind);
  const before = await sumCases(db, reader, earlier, "all", kind);
  const base = {
    period,
    isTimeExact: isTimeExact(total),
    total: toFigures(total[0]),
    before: toFigures(before[0]),
  };
  if (by === "account") return { ...base, groups: await accountGroups(db, reader, period, kind) };
  const rows = await sumCases(db, reader, period, by, kind);
  const past = await countCases(db, reader, earlier, by, kind);
  const keys = rows.map(({ key }) => key).filter((key) => key !== "");
  const names = await namesOf(db, reader.actor.tenantId, by, keys);
  return {
    ...base,
    groups: rows
      .toSorted((a, b) => b.cases - a.cases || (a.key < b.key ? -1 : 1))
      .map(
        (row): Group => ({
          key: row.key || null,
          name: names.get(row.key) ?? null,
          ...toFigures(row),
          casesBefore: past.get(row.key) ?? 0,
          orders: null,
          complaintsPer100Orders: null,
        }),
      ),
  };
};

/** Pareto of the causes noted on the cases of a window. */
export const analyseCauses = async (
  db: Db,
  reader: AnalysisReader,
  question: { from: string; to: string; kind?: string | undefined },
) => {
  const counts = await countCases(db, reader, question, "cause", question.kind);
  const bars = paretoOf(caseCauses.map((key) => ({ key, count: counts.get(key) ?? 0 })));
  return {
    n: bars.reduce((sum, { count }) => sum + count, 0),
    unknown: counts.get("") ?? 0,
    bars,
  };
};
