import { type LoopOpening, loopOpeningOf } from "@mainstay/domain/feedback-loop/loop-opening";
import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import type { QuestionKind } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface OpeningRecord {
  question_id: string;
  title: BilingualWords;
  words: BilingualWords;
  kind: QuestionKind;
  department_id: string | null;
  department_name: string | null;
  set_to: LoopOpening | null;
}

const readOpenings = async (
  db: Db,
  tenantId: string,
  { surveyId, questionId }: { surveyId?: string | undefined; questionId?: string },
): Promise<OpeningRecord[]> => {
  const { rows } = await sql<OpeningRecord>`
    select q.id as question_id, s.title, q.words, q.kind, q.department_id, d.name as department_name, o.opens as set_to
    from survey_question q join survey s on s.tenant_id = q.tenant_id and s.id = q.survey_id
    left join department d on d.tenant_id = q.tenant_id and d.id = q.department_id
    left join feedback_loop_opening o on o.tenant_id = q.tenant_id and o.question_id = q.id
    where q.tenant_id = ${tenantId}::uuid and q.kind in ('nps', 'csat', 'ces', 'matrix')
      and (${surveyId ?? null}::uuid is null or q.survey_id = ${surveyId ?? null}::uuid)
      and (${questionId ?? null}::uuid is null or q.id = ${questionId ?? null}::uuid)
      and (s.status <> 'ended' or ${surveyId ?? questionId ?? null}::uuid is not null)
    order by s.created_at desc, s.id, q.position limit 500`.execute(db);
  return rows;
};

/** What a dissatisfied answer opens, question by question, of every survey that is not over. */
export const listOpenings = async (db: Db, tenantId: string, surveyId: string | undefined) => ({
  items: (await readOpenings(db, tenantId, { surveyId })).map((row) => ({
    questionId: row.question_id,
    surveyTitle: row.title,
    words: row.words,
    kind: row.kind,
    department: named(row.department_id, row.department_name),
    opens: loopOpeningOf(row.department_name, row.set_to),
    setTo: row.set_to,
  })),
});

/** Says for one question what a dissatisfied answer opens, or lets its department decide again. */
export const setOpening = (
  context: Context,
  questionId: string,
  opens: LoopOpening | null,
): Promise<{ opens: LoopOpening }> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const [question] = await readOpenings(tx, tenantId, { questionId });
    if (!question) throw new AppError("feedback_loop.question_not_found");
    if (opens === null)
      await sql`delete from feedback_loop_opening where tenant_id = ${tenantId}::uuid and question_id = ${questionId}::uuid`.execute(
        tx,
      );
    else
      await sql`
        insert into feedback_loop_opening (tenant_id, question_id, opens, set_by, set_at)
        values (${tenantId}::uuid, ${questionId}::uuid, ${opens}, ${actor.userId}::uuid, ${now})
        on conflict (tenant_id, question_id) do update
          set opens = excluded.opens, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
        tx,
      );
    const subject = { kind: "survey_question", id: questionId };
    await recordAudit(tx, context, "feedback_loop.opening_set", subject, { opens });
    return { opens: loopOpeningOf(question.department_name, opens) };
  });
