import { sql } from "kysely";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { closeRound } from "./close-round.ts";
import { openRound } from "./open-round.ts";
import type { SurveyAuthor } from "./survey-author.ts";
import { lockSurvey } from "./survey-queries.ts";
import { writeInvitations, writeReminders } from "./write-invitations.ts";

/**
 * Does what surveys are due to do now: close rounds past their last day, open the rounds their rhythm asks for, write the
 * mail of planned askings, remind. Each step is a transaction over locked rows, so two workers, a kill or a second run
 * neither ask nor remind anybody twice.
 */
export const runSurveys = async (
  context: Pick<JobContext, "tenantId" | "clock" | "log" | "write" | "abort">,
): Promise<void> => {
  const { tenantId, clock, write, abort } = context;
  const step = <Result>(work: (tx: Tx, author: SurveyAuthor) => Promise<Result>) =>
    write(async (tx) => {
      const now = clock.now();
      const today = await workspaceToday(tx, tenantId, now);
      return work(tx, { tenantId, actor: null, requestId: null, now, today });
    });
  for (const one of [closeOneRound, openOneRound(context), writeInvitations, writeReminders]) {
    for (let done: number | boolean = true; done && !abort.aborted; ) {
      done = await step<number | boolean>((tx, author) => one(tx, author));
    }
  }
};

const closeOneRound = async (tx: Tx, author: SurveyAuthor): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`select id from survey_round
    where tenant_id = ${author.tenantId}::uuid and closed_at is null and closes_on < ${author.today}::date
    order by closes_on, id limit 1 for update skip locked`.execute(tx);
  return rows[0] !== undefined && closeRound(tx, author, rows[0].id);
};

const openOneRound =
  ({ log }: Pick<JobContext, "log">) =>
  async (tx: Tx, author: SurveyAuthor): Promise<boolean> => {
    const { tenantId, today } = author;
    const { rows } = await sql<{ id: string }>`select id from survey
      where tenant_id = ${tenantId}::uuid and status = 'running' and next_round_on <= ${today}::date
      order by next_round_on, id limit 1 for update skip locked`.execute(tx);
    const [due] = rows;
    if (!due) return false;
    const { rows: open } = await sql<{ id: string }>`select id from survey_round
      where tenant_id = ${tenantId}::uuid and survey_id = ${due.id}::uuid and closed_at is null`.execute(
      tx,
    );
    for (const { id } of open) await closeRound(tx, author, id);
    try {
      await openRound(tx, author, await lockSurvey(tx, tenantId, due.id), {});
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "survey.unfit") throw error;
      // Somebody left it unfinished: it waits for them instead of failing every quarter of an hour.
      await sql`update survey set next_round_on = null where tenant_id = ${tenantId}::uuid and id = ${due.id}::uuid`.execute(
        tx,
      );
      log.warn({ tenantId, surveyId: due.id }, "survey not asked again: unfinished");
    }
    return true;
  };
