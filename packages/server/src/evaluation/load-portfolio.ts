import type { PreviousLevels } from "@mainstay/analytics/portfolio/account-evaluation";
import type { AccountExtras, PortfolioInput } from "@mainstay/analytics/portfolio/portfolio-input";
import type { DayRange } from "@mainstay/analytics/rhythm/order-day-histories";
import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import {
  type DayNumber,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { sql } from "kysely";
import pg from "pg";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { accountScope } from "./account-scope.ts";
import { loadInvoices } from "./load-invoices.ts";
import { loadOrderBook } from "./load-order-book.ts";
import { loadProductOrders } from "./load-product-orders.ts";

/** What an evaluation reads of a workspace; `accountIds[i]` is the account with index i of every column. */
export interface LoadedPortfolio {
  readonly accountIds: readonly string[];
  readonly managerIds: readonly (string | null)[];
  readonly input: PortfolioInput;
  readonly previous: Map<number, PreviousLevels>;
}

const day = (text: string): DayNumber => {
  const number = dayNumberFromIso(text);
  if (number === null) throw new RangeError(`${text} is not a calendar day`);
  return number;
};

interface PauseRow {
  account_id: string | null;
  from_on: string;
  to_on: string;
}

const rangeOf = ({ from_on, to_on }: PauseRow): DayRange => ({
  from: day(from_on),
  to: day(to_on),
});

/**
 * Reads the order-days, extras, products, invoices and published levels of a workspace, or of a few accounts, as known at the end
 * of `asOf`; streaks as they were before that day, however often it is judged. Accounts stream in the order of their ids; memory grows with order-days only.
 */
export const loadPortfolio = async (
  db: Db,
  tenantId: string,
  asOf: DayNumber,
  settings: EvaluationSettings,
  only: readonly string[] | null = null,
): Promise<LoadedPortfolio> => {
  const tenant = pg.escapeLiteral(tenantId);
  const until = isoFromDayNumber(asOf);
  const { rows: pauses } = await sql<PauseRow>`
    select account_id, from_on, to_on from pause where tenant_id = ${tenantId}::uuid`.execute(db);
  const pausesOf = new Map<string, PauseRow[]>();
  for (const row of pauses) {
    if (row.account_id)
      pausesOf.set(row.account_id, [...(pausesOf.get(row.account_id) ?? []), row]);
  }
  const accountIds: string[] = [];
  const managerIds: (string | null)[] = [];
  const extras = new Map<number, AccountExtras>();
  const previous = new Map<number, PreviousLevels>();
  const text = `select a.id, a.manager_user_id, a.contract_end_on, a.industry, s.segment, s.grade,
      s.detail->>(case when s.as_of < '${until}' then 'segmentStreak' else 'segmentStreakBefore' end),
      s.detail->>(case when s.as_of < '${until}' then 'gradeStreak' else 'gradeStreakBefore' end)
    from account a join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    where a.tenant_id = ${tenant}${accountScope("a.id", only)} order by a.id`;
  for await (const batch of copyOutBatches(db, text)) {
    for (const [
      id,
      managerId,
      contractEnd,
      industry,
      segment,
      grade,
      segmentStreak,
      gradeStreak,
    ] of batch) {
      if (!id) continue;
      const index = accountIds.push(id) - 1;
      managerIds.push(managerId ?? null);
      const growth = industry ? (settings.industryGrowth[industry] ?? null) : null;
      const planned = pausesOf.get(id)?.map(rangeOf);
      if (planned || contractEnd || growth !== null) {
        extras.set(index, {
          contractUntil: contractEnd ? day(contractEnd) : null,
          industryGrowth: growth,
          ...(planned && { plannedPauses: planned }),
        });
      }
      if (grade) {
        previous.set(index, {
          segment: segment as Segment | null,
          segmentStreak: Number(segmentStreak ?? 0),
          grade: grade as Grade,
          gradeStreak: Number(gradeStreak ?? 0),
        });
      }
    }
  }
  const indexOf = new Map(accountIds.map((id, index) => [id, index]));
  const { rows } = await sql<{ base_currency: string }>`
    select base_currency from tenant where id = ${tenantId}::uuid`.execute(db);
  const scope = { tenant, until, only, indexOf, accounts: accountIds.length };
  return {
    accountIds,
    managerIds,
    previous,
    input: {
      book: await loadOrderBook(db, scope),
      currency: rows[0]?.base_currency ?? "CNY",
      extras,
      products: await loadProductOrders(db, scope),
      invoices: await loadInvoices(db, scope),
      closures: pauses.filter(({ account_id }) => account_id === null).map(rangeOf),
    },
  };
};
