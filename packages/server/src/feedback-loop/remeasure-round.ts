import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** For how many days somebody may answer what they are asked again. */
const openDays = 14;

const purpose = "remeasure";
const words = {
  title: { zh: "再次测评", en: "One question again" },
  introduction: {
    zh: "您上次的答复让我们知道哪里做得不够。请再答同一个问题，告诉我们是否有改进。",
    en: "Your last answer showed us where we fell short. Please answer the same question once more and tell us whether it is better.",
  },
  thanks: {
    zh: "谢谢您，我们已经收到。",
    en: "Thank you, we have received it.",
  },
};

/** The survey whose rounds ask single questions again: one a workspace, in nobody's trend and on no schedule. */
const remeasureSurvey = async (tx: Tx, { tenantId, now }: Context): Promise<string> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`remeasure:${tenantId}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ id: string }>`
    select id from survey where tenant_id = ${tenantId}::uuid and sampling ->> 'purpose' = ${purpose}
    order by created_at limit 1`.execute(tx);
  if (rows[0]) return rows[0].id;
  const id = newId();
  await tx
    .insertInto("survey")
    .values({
      tenant_id: tenantId,
      id,
      title: JSON.stringify(words.title),
      introduction: JSON.stringify(words.introduction),
      thanks: JSON.stringify(words.thanks),
      status: "ended",
      rhythm: "once",
      sampling: JSON.stringify({ purpose }),
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
};

/** Opens a round of one question for one person, and notes that they are to be asked. Gives the invitation's id. */
export const openRemeasureRound = async (
  tx: Tx,
  context: Context,
  wanted: {
    readonly accountId: string;
    readonly personId: string;
    readonly question: FrozenQuestion;
  },
): Promise<{ roundId: string; invitationId: string; closesOn: string }> => {
  const { tenantId, today, now, actor } = context;
  const surveyId = await remeasureSurvey(tx, context);
  const closesOn = isoFromDayNumber((dayNumberFromIso(today) ?? 0) + openDays);
  const [roundId, invitationId] = [newId(), newId()];
  await sql`
    insert into survey_round (tenant_id, id, survey_id, number, opened_on, closes_on, seed, eligible, questions, sampling, is_anonymous,
      opened_by, created_at)
    select ${tenantId}::uuid, ${roundId}::uuid, ${surveyId}::uuid, coalesce(max(number), 0) + 1, ${today}::date,
      ${closesOn}::date, 0, 1, ${JSON.stringify([wanted.question])}::jsonb, ${JSON.stringify({ purpose })}::jsonb, false,
      ${actor.userId}::uuid, ${now}::timestamptz
    from survey_round where tenant_id = ${tenantId}::uuid and survey_id = ${surveyId}::uuid`.execute(
    tx,
  );
  await tx
    .insertInto("survey_invitation")
    .values({
      tenant_id: tenantId,
      id: invitationId,
      round_id: roundId,
      account_id: wanted.accountId,
      person_id: wanted.personId,
      status: "planned",
      planned_on: today,
      created_at: now,
    })
    .execute();
  return { roundId, invitationId, closesOn };
};
