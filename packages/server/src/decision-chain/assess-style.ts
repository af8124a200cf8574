import type { StyleAssessmentView, assessments } from "@mainstay/contract/assessment";
import { styleQuestions, suggestStyle } from "@mainstay/domain/behaviour-style/suggest-style";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findAssessment } from "./assessment-queries.ts";
import { toStyleView } from "./assessment-view.ts";
import { demandGroundedJudgement, judgementDay } from "./demand-judgement.ts";
import { demandChainPerson } from "./find-chain-person.ts";

type Body = z.output<NonNullable<typeof assessments.assessStyle.body>>;

/** Tells a person's behaviour style from what was seen; it goes with the person to every account. */
export const assessStyle = (
  context: Context,
  { accountId, personId }: { accountId: string; personId: string },
  { answers, evidence, style, assessedOn }: Body,
): Promise<StyleAssessmentView> => {
  const on = judgementDay(context, assessedOn);
  demandGroundedJudgement(styleQuestions, { answers, evidence, value: style }, suggestStyle);
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    await demandChainPerson(tx, context, "assessStyle", accountId, personId);
    const id = newId();
    await tx
      .insertInto("style_assessment")
      .values({
        tenant_id: tenantId,
        id,
        person_id: personId,
        style,
        answers: JSON.stringify(answers),
        note: evidence,
        assessed_by: actor.userId,
        assessed_on: on,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "style.assessed",
      { kind: "person", id: personId },
      { accountId },
    );
    const record = await findAssessment(tx, tenantId, "style", id);
    if (!record) throw new AppError("chain.assessment_not_found");
    return toStyleView(actor, context.today, record);
  });
};
