import { randomInt } from "node:crypto";
import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { drawSample } from "@mainstay/domain/survey/draw-sample";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { nextRoundOn } from "@mainstay/domain/survey/sampling-rule";
import { surveyFaults } from "@mainstay/domain/survey/survey-faults";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueSurveys } from "./enqueue-surveys.ts";
import { insertInvitations } from "./insert-invitations.ts";
import { holdAsking, loadSampleCandidates } from "./sample-candidates.ts";
import type { SurveyAuthor } from "./survey-author.ts";
import { listQuestions, type SurveyRecord } from "./survey-queries.ts";
import { readSurveySetting } from "./survey-setting.ts";

/**
 * Opens a round of a locked survey: freezes its questions, draws the sample in the sight of the transaction, plans the
 * invitations and orders their mail. The seed is nobody's choice: whoever could name it could draw until the sample suits.
 * A survey after cases draws nobody: its round stands open for those who come. The caller has made sure that no round is
 * open. `survey.unfit` when something keeps it from being sent.
 */
export const openRound = async (
  tx: Tx,
  author: SurveyAuthor,
  survey: SurveyRecord,
  wanted: { readonly closesOn?: IsoDay | undefined },
): Promise<string> => {
  const { tenantId, today } = author;
  const questions = await listQuestions(tx, tenantId, survey.id);
  const faults = surveyFaults({ ...survey, questions });
  if (faults.length > 0) throw new AppError("survey.unfit", { count: faults.length, faults });
  const closesOn = wanted.closesOn ?? daysAfter(today, survey.sampling.openDays);
  if (closesOn < today) throw new AppError("survey.closes_in_past");
  const seed = randomInt(2 ** 32);
  await holdAsking(tx, tenantId);
  const isDrawn = survey.rhythm !== "after_case";
  const candidates = isDrawn ? await loadSampleCandidates(tx, tenantId, today) : [];
  const limits = await readSurveySetting(tx, tenantId);
  const sample = drawSample(candidates, survey.sampling, limits, { seed, today });
  const roundId = newId();
  const frozen: FrozenQuestion[] = questions.map((question, index) => ({
    ...question,
    position: index + 1,
  }));
  await tx
    .insertInto("survey_round")
    .values((eb) => ({
      tenant_id: tenantId,
      id: roundId,
      survey_id: survey.id,
      number: eb
        .selectFrom("survey_round")
        .select((of) => of(of.fn.coalesce(of.fn.max("number"), of.lit(0)), "+", 1).as("next"))
        .where("tenant_id", "=", tenantId)
        .where("survey_id", "=", survey.id),
      opened_on: today,
      closes_on: closesOn,
      seed,
      eligible: sample.eligible,
      questions: JSON.stringify(frozen),
      sampling: JSON.stringify({ ...survey.sampling, leftOut: sample.leftOut }),
      is_anonymous: survey.isAnonymous,
      opened_by: author.actor?.userId ?? null,
      created_at: author.now,
    }))
    .execute();
  await insertInvitations(tx, author, roundId, sample.asked);
  await tx
    .updateTable("survey")
    .set((eb) => ({
      status: "running",
      next_round_on: nextRoundOn(survey.rhythm, today),
      version: eb("version", "+", 1),
      updated_at: author.now,
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", survey.id)
    .execute();
  const subject = { kind: "survey_round", id: roundId };
  await recordAudit(tx, author, "survey_round.opened", subject, {
    surveyId: survey.id,
    seed,
    eligible: sample.eligible,
    asked: sample.asked.length,
    leftOut: Object.values(sample.leftOut).reduce((sum, count) => sum + count, 0),
  });
  await enqueueSurveys(tx, tenantId);
  return roundId;
};

export const daysAfter = (on: IsoDay, days: number): IsoDay => {
  const day = dayNumberFromIso(on);
  if (day === null) throw new RangeError(`${on} is no calendar day`);
  return isoFromDayNumber(day + days);
};
