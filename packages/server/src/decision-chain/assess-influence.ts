import type { InfluenceAssessmentView, assessments } from "@mainstay/contract/assessment";
import type { GuidedAnswer } from "@mainstay/domain/guided/guided-question";
import type { Influence } from "@mainstay/domain/influence/influence";
import { influenceOfRank } from "@mainstay/domain/influence/rank-influence";
import { influenceQuestions, suggestInfluence } from "@mainstay/domain/influence/suggest-influence";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { findAssessment } from "./assessment-queries.ts";
import { toInfluenceView } from "./assessment-view.ts";
import { demandGroundedJudgement, judgementDay } from "./demand-judgement.ts";
import { demandChainPerson, demandOpenProject } from "./find-chain-person.ts";

interface Judged {
  readonly accountId: string;
  readonly personId: string;
  readonly projectId: string | null;
  readonly influence: Influence;
  readonly answers: readonly GuidedAnswer[];
  readonly evidence: string;
  readonly on: string;
}

const keepInfluence = async (tx: Tx, context: Context, judged: Judged): Promise<string> => {
  const id = newId();
  await tx
    .insertInto("influence_assessment")
    .values({
      tenant_id: context.tenantId,
      id,
      account_id: judged.accountId,
      person_id: judged.personId,
      project_id: judged.projectId,
      influence: judged.influence,
      answers: JSON.stringify(judged.answers),
      evidence: judged.evidence,
      assessed_by: context.actor.userId,
      assessed_on: judged.on,
    })
    .execute();
  return id;
};

type Params = { accountId: string; personId: string };

/** Judges how much a person's word decides; earlier judgements stay, the newest counts. */
export const assessInfluence = (
  context: Context,
  { accountId, personId }: Params,
  {
    projectId,
    answers,
    evidence,
    influence,
    assessedOn,
  }: z.output<NonNullable<typeof assessments.assessInfluence.body>>,
): Promise<InfluenceAssessmentView> => {
  const on = judgementDay(context, assessedOn);
  const given = { answers, evidence, value: influence };
  demandGroundedJudgement(influenceQuestions, given, suggestInfluence);
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    await demandChainPerson(tx, context, "assessInfluence", accountId, personId);
    await demandOpenProject(tx, tenantId, accountId, projectId);
    const judged = { accountId, personId, projectId, influence, answers, evidence, on };
    const id = await keepInfluence(tx, context, judged);
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "influence.assessed", subject, { accountId, projectId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    const record = await findAssessment(tx, tenantId, "influence", id);
    if (!record) throw new AppError("chain.assessment_not_found");
    return toInfluenceView(actor, context.today, record);
  });
};

/**
 * Judges several people by putting them in order, the most influential first: each gets a judgement of their own whose
 * evidence is the place in the ranking. One who may not be judged refuses the whole.
 */
export const rankInfluence = (
  context: Context,
  accountId: string,
  {
    projectId,
    personIds,
    assessedOn,
  }: z.output<NonNullable<typeof assessments.rankInfluence.body>>,
) => {
  const on = judgementDay(context, assessedOn);
  const count = personIds.length;
  if (new Set(personIds).size !== count) throw new AppError("chain.ranking_repeats");
  return context.write(async (tx) => {
    await demandChainPerson(tx, context, "assessInfluence", accountId, personIds[0] ?? "");
    await demandOpenProject(tx, context.tenantId, accountId, projectId);
    const items: { personId: string; influence: Influence; assessmentId: string }[] = [];
    for (const [place, personId] of personIds.entries()) {
      if (place > 0) await demandChainPerson(tx, context, "assessInfluence", accountId, personId);
      const influence = influenceOfRank(place, count);
      const answers = [{ question: "rank", answer: `${place + 1}/${count}` }];
      const judged = { accountId, personId, projectId, influence, answers, evidence: "", on };
      items.push({ personId, influence, assessmentId: await keepInfluence(tx, context, judged) });
    }
    const subject = { kind: "account", id: accountId };
    await recordAudit(tx, context, "influence.ranked", subject, { projectId, people: count });
    await enqueueRelationshipRound(tx, context.tenantId, accountId);
    return { items };
  });
};
