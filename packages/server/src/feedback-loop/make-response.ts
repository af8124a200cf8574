import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import type { QuestionKind } from "@mainstay/domain/survey/survey-kind";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import type { TestTenant } from "../platform/test-world/make-tenant.ts";
import type { TestWorld } from "../platform/test-world/test-world.ts";
import type { HandedInResponse } from "../survey-response/after-answer.ts";
import { openLoopFor } from "./open-loop-for.ts";

/** For tests: a question that can be answered. */
export const questionOf = (
  kind: QuestionKind,
  rest: Partial<FrozenQuestion> = {},
): FrozenQuestion => ({
  id: newId(),
  position: 1,
  kind,
  words: { zh: "您对交付满意吗？", en: "How satisfied are you with delivery?" },
  options: [],
  rows: [],
  isRequired: false,
  isOverall: false,
  departmentId: null,
  segments: [],
  ...rest,
});

/** For tests: a survey with a round of these questions; gives the round. */
export const makeRound = async (
  world: TestWorld,
  tenant: TestTenant,
  questions: readonly FrozenQuestion[],
): Promise<{ surveyId: string; roundId: string; questions: readonly FrozenQuestion[] }> => {
  const surveyId = await makeRow(world, tenant, "survey", {
    title: JSON.stringify({ zh: "季度满意度" }),
    status: "running",
  });
  for (const [index, question] of questions.entries())
    await makeRow(world, tenant, "survey_question", {
      id: question.id,
      survey_id: surveyId,
      position: index + 1,
      kind: question.kind,
      words: JSON.stringify(question.words),
      is_overall: question.isOverall,
      department_id: question.departmentId,
    });
  const roundId = await makeRow(world, tenant, "survey_round", {
    survey_id: surveyId,
    number: 1,
    opened_on: "2026-01-01",
    closes_on: "2036-01-01",
    seed: 1,
    questions: JSON.stringify(questions),
    is_anonymous: false,
  });
  return { surveyId, roundId, questions };
};

interface Given {
  readonly accountId: string;
  readonly personId?: string | null;
  /** Score of each question of the round, in order; null: not answered. */
  readonly scores: readonly (number | null)[];
  readonly words?: string;
  readonly responseId?: string;
  readonly version?: number;
  readonly rest?: Partial<HandedInResponse>;
}

/** For tests: hands an answer in, or hands it in anew, and lets the closed loop follow as the product does. */
export const handIn = async (
  world: TestWorld,
  tenant: TestTenant,
  round: Awaited<ReturnType<typeof makeRound>>,
  given: Given,
): Promise<string> => {
  const id = given.responseId ?? newId();
  const now = new Date();
  const { tenantId } = tenant;
  await withTenant(world.database, systemScope(tenantId), async (tx) => {
    const today = await workspaceToday(tx, tenantId, now);
    const overall = round.questions.findIndex(({ isOverall }) => isOverall);
    const overallScore = overall < 0 ? null : (given.scores[overall] ?? null);
    const response: HandedInResponse = {
      id,
      version: given.version ?? 1,
      surveyId: round.surveyId,
      roundId: round.roundId,
      invitationId: null,
      accountId: given.accountId,
      personId: given.personId ?? null,
      caseId: null,
      isAnonymous: false,
      isSuspect: false,
      segment: null,
      buyingRole: null,
      influence: null,
      answeredOn: today,
      overall: null,
      scores: [],
      ...given.rest,
    };
    const overallKind = round.questions[overall]?.kind ?? null;
    if (!given.responseId)
      await tx
        .insertInto("survey_response")
        .values({
          tenant_id: tenantId,
          id,
          survey_id: response.surveyId,
          round_id: response.roundId,
          invitation_id: response.invitationId,
          account_id: response.accountId,
          person_id: response.personId,
          case_id: response.caseId,
          segment: response.segment,
          buying_role: response.buyingRole,
          is_anonymous: response.isAnonymous,
          is_complete: true,
          started_at: now,
          answered_at: now,
          answered_on: today,
          locale: "zh-CN",
          overall_kind: overallScore === null ? null : overallKind,
          overall_score: overallScore,
        })
        .execute();
    await tx.deleteFrom("survey_answer").where("response_id", "=", id).execute();
    for (const [index, question] of round.questions.entries()) {
      const score = given.scores[index] ?? null;
      const isWords = question.kind === "text";
      if (score === null && !(isWords && given.words)) continue;
      await tx
        .insertInto("survey_answer")
        .values({
          tenant_id: tenantId,
          response_id: id,
          question_id: question.id,
          row_key: question.rows[0]?.key ?? "",
          kind: question.kind,
          department_id: question.departmentId,
          score: isWords ? null : score,
          words: isWords ? (given.words ?? null) : null,
        })
        .execute();
    }
    await openLoopFor(tx, { tenantId, actor: null, requestId: null, now, today }, response);
  });
  return id;
};
