import { voiceValidDays } from "@mainstay/domain/survey/answer-limits";
import { periodToDate } from "@mainstay/domain/service-analysis/analysis-period";
import { isDissatisfied } from "@mainstay/domain/survey/scale-score";
import { type VoiceScale, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { analyseSatisfaction, voiceFigureOf } from "./satisfaction-analysis.ts";

interface Reader {
  readonly actor: { readonly tenantId: string };
  readonly today: string;
  readonly now: Date;
}

interface OverallRow {
  scale: VoiceScale;
  is_now: boolean;
  score: number;
  count: number;
}

const overallCounts = async (
  db: Db,
  tenantId: string,
  { from, to, beforeFrom, beforeTo }: ReturnType<typeof periodToDate>,
): Promise<OverallRow[]> => {
  const { rows } = await sql<OverallRow>`
    select overall_kind as scale, answered_on >= ${from}::date as is_now, overall_score as score, count(*)::int as count
    from survey_response where tenant_id = ${tenantId}::uuid and is_complete and not is_anonymous and not is_suspect and overall_score is not null
      and (answered_on between ${from}::date and ${to}::date or answered_on between ${beforeFrom}::date and ${beforeTo}::date)
    group by 1, 2, 3`.execute(db);
  return rows;
};

const waitingCounts = async (db: Db, tenantId: string, now: Date) => {
  const { rows } = await sql<{
    loops_overdue: number;
    loops_running: number;
    cases_open: number;
    cases_unconfirmed: number;
  }>`
    select (select count(*) from feedback_loop where tenant_id = ${tenantId}::uuid and status = 'open'
        and contact_due_at < ${now})::int as loops_overdue,
      (select count(*) from feedback_loop where tenant_id = ${tenantId}::uuid
        and status in ('open', 'contacted', 'rectified', 'followed_up'))::int as loops_running,
      (select count(*) from service_case where tenant_id = ${tenantId}::uuid and status in ('open', 'paused'))::int as cases_open,
      (select count(*) from service_case where tenant_id = ${tenantId}::uuid and status = 'solved')::int as cases_unconfirmed`.execute(
    db,
  );
  return rows[0];
};

const dissatisfiedBuyers = async (db: Db, tenantId: string, today: string) => {
  const { rows } = await sql<{
    account_id: string;
    name: string;
    scale: VoiceScale;
    score: number;
    answered_on: string;
  }>`
    select x.account_id, a.name, x.scale, x.score, x.answered_on from (
      select distinct on (account_id, person_id) account_id, person_id, overall_kind as scale, overall_score as score, answered_on
      from survey_response where tenant_id = ${tenantId}::uuid and buying_role = 'economic_buyer' and is_complete and not is_suspect
        and overall_score is not null and person_id is not null and answered_on >= ${today}::date - ${sql.lit(voiceValidDays)}
      order by account_id, person_id, answered_on desc, id desc) x
    join account a on a.tenant_id = ${tenantId}::uuid and a.id = x.account_id
    order by x.answered_on desc, x.account_id`.execute(db);
  return rows
    .filter(({ scale, score }) => isDissatisfied(scale, score))
    .slice(0, 20)
    .map(({ account_id, name, scale, score, answered_on }) => ({
      account: { id: account_id, name },
      score,
      scale,
      answeredOn: answered_on,
    }));
};

/** 满意度总览 This quarter beside as long a time of the one before, the lowest department, and what waits for somebody. */
export const loadVoiceOverview = async (db: Db, reader: Reader) => {
  const { tenantId } = reader.actor;
  const period = periodToDate("quarter", reader.today);
  const rows = await overallCounts(db, tenantId, period);
  const answers = (scale: VoiceScale) =>
    rows.reduce((sum, row) => sum + (row.scale === scale ? row.count : 0), 0);
  const scale = voiceScales.toSorted((a, b) => answers(b) - answers(a))[0] ?? "nps";
  const figure = (isNow: boolean) =>
    voiceFigureOf(
      scale,
      rows.filter((row) => row.scale === scale && row.is_now === isNow),
    );
  const byDepartment = await analyseSatisfaction(db, tenantId, { ...period, scale: "csat" });
  const departments = byDepartment.departments.flatMap(({ department, all: figure }) =>
    department === null ? [] : [{ department, scale: "csat" as const, figure }],
  );
  const waiting = await waitingCounts(db, tenantId, reader.now);
  return {
    ...period,
    scale: rows.length === 0 ? null : scale,
    now: figure(true),
    before: figure(false),
    departments,
    lowest: departments.find(({ figure }) => figure.value !== null) ?? null,
    loopsOverdue: waiting?.loops_overdue ?? 0,
    loopsRunning: waiting?.loops_running ?? 0,
    casesOpen: waiting?.cases_open ?? 0,
    casesUnconfirmed: waiting?.cases_unconfirmed ?? 0,
    dissatisfiedBuyers: await dissatisfiedBuyers(db, tenantId, reader.today),
  };
};
