import type { SurveyView, surveys } from "@mainstay/contract/survey";
import { shippedSampling } from "@mainstay/domain/survey/sampling-rule";
import type { SurveyContent } from "@mainstay/domain/survey/survey-faults";
import { surveyTemplates } from "@mainstay/domain/survey/survey-templates";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import {
  getSurveyRecord,
  listQuestions,
  type SurveyRecord,
  writeQuestions,
} from "./survey-queries.ts";
import { getSurveyView } from "./survey-view.ts";

type Wanted = z.output<NonNullable<typeof surveys.draft.body>>;
type Draft = SurveyContent & Pick<SurveyRecord, "isAnonymous" | "rhythm" | "sampling">;

/** Begins a survey: empty, from a shipped template, or as a copy of another with its questions anew. */
export const draftSurvey = (context: Context, wanted: Wanted): Promise<SurveyView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const draft = await firstDraft(tx, tenantId, wanted);
    const id = newId();
    await tx
      .insertInto("survey")
      .values({
        tenant_id: tenantId,
        id,
        title: JSON.stringify(draft.title),
        introduction: JSON.stringify(draft.introduction),
        thanks: JSON.stringify(draft.thanks),
        is_anonymous: draft.isAnonymous,
        rhythm: draft.rhythm,
        sampling: JSON.stringify(draft.sampling),
        created_by: actor.userId,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await writeQuestions(tx, tenantId, id, draft.questions);
    const detail = { template: wanted.template ?? null, copyOfId: wanted.copyOfId ?? null };
    await recordAudit(tx, context, "survey.drafted", { kind: "survey", id }, detail);
    return getSurveyView(tx, actor, id);
  });

const firstDraft = async (
  tx: Tx,
  tenantId: string,
  { template, copyOfId }: Wanted,
): Promise<Draft> => {
  if (copyOfId !== undefined) {
    const copied = await getSurveyRecord(tx, tenantId, copyOfId);
    const questions = await listQuestions(tx, tenantId, copyOfId);
    return { ...copied, questions: questions.map((question) => ({ ...question, id: newId() })) };
  }
  if (template === undefined)
    return {
      title: {},
      introduction: {},
      thanks: {},
      isAnonymous: false,
      rhythm: "once",
      sampling: shippedSampling,
      questions: [],
    };
  const shipped = surveyTemplates[template];
  return {
    ...shipped,
    questions: shipped.questions.map((question) => ({
      options: [],
      rows: [],
      isRequired: false,
      isOverall: false,
      departmentId: null,
      segments: [],
      ...question,
      id: newId(),
    })),
  };
};
