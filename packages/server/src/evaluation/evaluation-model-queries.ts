import type { PortfolioModel } from "@mainstay/analytics/portfolio/portfolio-model";
import {
  dayNumberFromIso,
  type DayNumber,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** What a full round leaves for the next ones: models, ranks, the day they were fitted and on how many order-days. */
export interface StoredModel {
  model: PortfolioModel;
  fittedDay: DayNumber;
  orderDays: number;
}

/** The newest stored model, or null before the first full round. */
export const findModel = async (db: Db, tenantId: string): Promise<StoredModel | null> => {
  const { rows } = await sql<{
    fitted_on: string;
    model: PortfolioModel;
    portfolio: { orderDays: number };
  }>`
    select fitted_on, model, portfolio from evaluation_model
    where tenant_id = ${tenantId}::uuid order by fitted_on desc limit 1`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    model: row.model,
    fittedDay: dayNumberFromIso(row.fitted_on) ?? 0,
    orderDays: row.portfolio.orderDays,
  };
};

/** Keeps the model; the ten newest stay, older ones go. */
export const saveModel = async (tx: Tx, tenantId: string, stored: StoredModel): Promise<void> => {
  const fittedOn = isoFromDayNumber(stored.fittedDay);
  await sql`
    insert into evaluation_model (tenant_id, fitted_on, model_version, model, portfolio)
    values (${tenantId}::uuid, ${fittedOn}::date, ${stored.model.version}, ${JSON.stringify(stored.model)}::jsonb,
      ${JSON.stringify({ orderDays: stored.orderDays })}::jsonb)
    on conflict (tenant_id, fitted_on) do update set model_version = excluded.model_version, model = excluded.model,
      portfolio = excluded.portfolio, fitted_at = now()`.execute(tx);
  await sql`
    delete from evaluation_model where tenant_id = ${tenantId}::uuid and fitted_on not in (
      select fitted_on from evaluation_model where tenant_id = ${tenantId}::uuid order by fitted_on desc limit 10)`.execute(
    tx,
  );
};
