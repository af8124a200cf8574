import type { LoopView } from "@mainstay/contract/feedback-loop";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { sql } from "kysely";
import { whyNotTo } from "../customer-mail/send-customer-mail.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enqueueSurveys } from "../survey/enqueue-surveys.ts";
import { holdAsking, loadSampleCandidates } from "../survey/sample-candidates.ts";
import { readSurveySetting } from "../survey/survey-setting.ts";
import { AppError } from "../platform/http/app-error.ts";
import { openRemeasureRound } from "./remeasure-round.ts";
import { workOnLoop } from "./work-on-loop.ts";

/** The question as it was asked, alone; of a matrix the one row. It has to be answered, for nothing else is asked. */
const questionAgain = async (
  tx: Tx,
  tenantId: string,
  loopId: string,
): Promise<FrozenQuestion | null> => {
  const { rows } = await sql<{ q: FrozenQuestion; row_key: string }>`
    select asked.q, l.row_key from feedback_loop l
    join survey_response p on p.tenant_id = l.tenant_id and p.id = l.response_id
    join survey_round d on d.tenant_id = p.tenant_id and d.id = p.round_id
    cross join lateral (select q from jsonb_array_elements(d.questions) q where q ->> 'id' = l.question_id::text limit 1) asked
    where l.tenant_id = ${tenantId}::uuid and l.id = ${loopId}::uuid`.execute(tx);
  const found = rows[0];
  if (!found) return null;
  const { q, row_key } = found;
  return {
    ...q,
    position: 1,
    isRequired: true,
    rows: row_key === "" ? q.rows : q.rows.filter(({ key }) => key === row_key),
  };
};

/** Held until the transaction ends, so that a round drawn at once counts this asking, or this one the round's. */
const demandRoomInYear = async (
  tx: Tx,
  { tenantId, today }: Context,
  accountId: string,
  personId: string,
): Promise<void> => {
  await holdAsking(tx, tenantId);
  const { mostAYear } = await readSurveySetting(tx, tenantId);
  const jobs = await seeingAll(tx, () =>
    loadSampleCandidates(tx, tenantId, today, sql<boolean>`p.person_id = ${personId}::uuid`),
  );
  const here = jobs.find((job) => job.accountId === accountId);
  if (!here || here.hasLeft) throw new AppError("feedback_loop.person_not_asked");
  if (here.askedWithinYear >= mostAYear)
    throw new AppError("feedback_loop.asked_often", { most: mostAYear });
};

/**
 * 再次测评 Asks the same question of the same person on the same scale, by a round of its own: it counts in no survey's trend.
 * It does not wait for the rest between two askings, because it asks about what was just put right; how often somebody is asked a year
 * holds here too (`feedback_loop.asked_often`). A loop asks again only once. Who left, wants no questions at all, or may not be used, is
 * not asked (`feedback_loop.person_not_asked`).
 */
export const askAgain = (context: Context, loopId: string): Promise<LoopView> =>
  workOnLoop(context, loopId, "askAgain", async (tx, loop) => {
    const { tenantId, actor, now } = context;
    const question = await questionAgain(tx, tenantId, loopId);
    if (!question || !loop.person) throw new AppError("feedback_loop.person_not_asked");
    if ((await whyNotTo(tx, tenantId, "survey_invitation", loop.person.id)) !== null)
      throw new AppError("feedback_loop.person_not_asked");
    await demandRoomInYear(tx, context, loop.account.id, loop.person.id);
    const { invitationId } = await openRemeasureRound(tx, context, {
      accountId: loop.account.id,
      personId: loop.person.id,
      question,
    });
    await enqueueSurveys(tx, tenantId);
    return {
      change: {
        asked_again_at: now,
        asked_again_by: actor.userId,
        remeasure_invitation_id: invitationId,
      },
      act: "feedback_loop.asked_again",
      detail: { invitationId, withoutRest: true },
    };
  });
