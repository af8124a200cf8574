import type { StanceAssessmentView, assessments } from "@mainstay/contract/assessment";
import { stanceQuestions, suggestStance } from "@mainstay/domain/stance/suggest-stance";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { findAssessment } from "./assessment-queries.ts";
import { toStanceView } from "./assessment-view.ts";
import { demandGroundedJudgement, judgementDay } from "./demand-judgement.ts";
import { demandChainPerson, demandOpenProject } from "./find-chain-person.ts";

type Body = z.output<NonNullable<typeof assessments.assessStance.body>>;

/** Judges where a person stands; earlier judgements stay, the newest counts. The audit keeps that it was done, not what it says. */
export const assessStance = (
  context: Context,
  { accountId, personId }: { accountId: string; personId: string },
  { projectId, answers, evidence, stance, assessedOn }: Body,
): Promise<StanceAssessmentView> => {
  const on = judgementDay(context, assessedOn);
  demandGroundedJudgement(stanceQuestions, { answers, evidence, value: stance }, suggestStance);
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    await demandChainPerson(tx, context, "assessStance", accountId, personId);
    await demandOpenProject(tx, tenantId, accountId, projectId);
    const id = newId();
    await tx
      .insertInto("stance_assessment")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        person_id: personId,
        project_id: projectId,
        stance,
        answers: JSON.stringify(answers),
        evidence,
        assessed_by: actor.userId,
        assessed_on: on,
      })
      .execute();
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "stance.assessed", subject, { accountId, projectId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    await enqueueCycleRound(tx, tenantId, accountId);
    const record = await findAssessment(tx, tenantId, "stance", id);
    if (!record) throw new AppError("chain.assessment_not_found");
    return toStanceView(actor, context.today, record);
  });
};
