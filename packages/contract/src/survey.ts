import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { leftOutReasons } from "@mainstay/domain/survey/draw-sample";
import { surveyLimits } from "@mainstay/domain/survey/survey-faults";
import { questionKinds, surveyRhythms, surveyStatuses } from "@mainstay/domain/survey/survey-kind";
import { surveyTemplateKeys } from "@mainstay/domain/survey/survey-templates";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, nothing, text, version } from "./endpoint/wire.ts";
import { RoundFigures, RoundView } from "./survey-round.ts";

/** What a customer reads, in one language or both. */
export const bilingual = (longest: number) =>
  z.object({ zh: text(longest).optional(), en: text(longest).optional() });

const choice = bilingual(surveyLimits.choiceLength).extend({
  key: text(surveyLimits.keyLength).min(1),
});

/** A question as it is written; its place in the list is its place in the survey. */
export const QuestionShape = z.object({
  /** Chosen by the page, so that a question keeps its id while it moves. */
  id,
  kind: z.enum(questionKinds),
  words: bilingual(surveyLimits.questionLength),
  options: z.array(choice).max(surveyLimits.choices),
  rows: z.array(choice).max(surveyLimits.rows),
  isRequired: z.boolean(),
  isOverall: z.boolean(),
  departmentId: id.nullable(),
  segments: z.array(z.enum(segments)).max(segments.length),
});
export type QuestionShape = z.infer<typeof QuestionShape>;

export const SamplingShape = z.object({
  segments: z.array(z.enum(segments)).max(segments.length),
  grades: z.array(z.enum(grades)).max(grades.length),
  buyingRoles: z.array(z.enum(buyingRoles)).max(buyingRoles.length),
  departments: z.array(text(100).min(1)).max(50),
  isProgrammeOnly: z.boolean(),
  share: z.number().gt(0).max(1).nullable(),
  most: z.int().min(1).max(100_000).nullable(),
  openDays: z.int().min(1).max(180),
  afterCaseProbability: z.number().min(0).max(1),
});
export type SamplingShape = z.infer<typeof SamplingShape>;

/** Everything about a survey that people write. */
export const SurveyShape = z.object({
  title: bilingual(surveyLimits.titleLength),
  introduction: bilingual(surveyLimits.introductionLength),
  thanks: bilingual(surveyLimits.introductionLength),
  isAnonymous: z.boolean(),
  rhythm: z.enum(surveyRhythms),
  sampling: SamplingShape,
  questions: z.array(QuestionShape).max(surveyLimits.questions),
});
export type SurveyShape = z.infer<typeof SurveyShape>;

export const SurveyRow = z.object({
  id,
  title: bilingual(surveyLimits.titleLength),
  status: z.enum(surveyStatuses),
  rhythm: z.enum(surveyRhythms),
  isAnonymous: z.boolean(),
  questions: z.int().nonnegative(),
  nextRoundOn: day.nullable(),
  /** The newest round, open or closed; null before the first. */
  newestRound: RoundFigures.nullable(),
  updatedAt: instant,
  version,
});
export type SurveyRow = z.infer<typeof SurveyRow>;

export const SurveyView = SurveyShape.extend({
  id,
  status: z.enum(surveyStatuses),
  nextRoundOn: day.nullable(),
  rounds: z.array(RoundFigures),
  version,
  can: z.object({
    edit: z.boolean(),
    start: z.boolean(),
    end: z.boolean(),
    remove: z.boolean(),
  }),
});
export type SurveyView = z.infer<typeof SurveyView>;

/** Who would be asked now, and who would not and why. */
export const SampleCount = z.object({
  asked: z.int().nonnegative(),
  accounts: z.int().nonnegative(),
  eligible: z.int().nonnegative(),
  /** Economic buyers of core accounts among them, asked whatever the draw says. */
  always: z.int().nonnegative(),
  leftOut: z.array(z.object({ because: z.enum(leftOutReasons), count: z.int().positive() })),
  /** Departments of customers' people to choose from, the most frequent first. */
  departments: z.array(z.object({ name: z.string(), count: z.int().positive() })),
});
export type SampleCount = z.infer<typeof SampleCount>;

const params = z.object({ surveyId: id });

export const surveys = {
  list: endpoint({
    id: "surveys.list",
    method: "GET",
    path: "/surveys",
    allow: "survey.view",
    summary: "All surveys with their newest round: running ones first, then the newest",
    response: z.object({ items: z.array(SurveyRow), can: z.object({ draft: z.boolean() }) }),
  }),
  get: endpoint({
    id: "surveys.get",
    method: "GET",
    path: "/surveys/:surveyId",
    allow: "survey.view",
    summary: "A survey with its questions and rounds",
    params,
    response: SurveyView,
  }),
  draft: endpoint({
    id: "surveys.draft",
    method: "POST",
    path: "/surveys",
    allow: "survey.edit",
    summary: "Begin a survey: empty, from a shipped template, or as a copy of another",
    body: z.object({
      template: z.enum(surveyTemplateKeys).optional(),
      copyOfId: id.optional(),
    }),
    response: SurveyView,
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    id: "surveys.edit",
    method: "PUT",
    path: "/surveys/:surveyId",
    allow: "survey.edit",
    summary:
      "Write a survey anew, questions in the order given; an open round keeps what it asked (If-Match)",
    params,
    body: SurveyShape,
    response: SurveyView,
    versioned: true,
  }),
  remove: endpoint({
    id: "surveys.remove",
    method: "DELETE",
    path: "/surveys/:surveyId",
    allow: "survey.edit",
    summary: "Throw away a survey that never asked anybody",
    params,
    response: nothing,
    status: 204,
  }),
  countSample: endpoint({
    id: "surveys.countSample",
    method: "POST",
    path: "/survey-samples",
    allow: "survey.edit",
    summary:
      "Who a rule would ask today, and who would be left out and why; nothing is drawn or kept",
    body: SamplingShape,
    response: SampleCount,
  }),
  start: endpoint({
    id: "surveys.start",
    method: "POST",
    path: "/surveys/:surveyId/rounds",
    allow: "survey.send",
    summary:
      "Open a round now: questions are frozen, the sample is drawn, mail is on its way within asking hours (If-Match)",
    params,
    body: z.object({ closesOn: day.optional() }),
    response: RoundView,
    versioned: true,
    status: 201,
  }),
  end: endpoint({
    id: "surveys.end",
    method: "POST",
    path: "/surveys/:surveyId/end",
    allow: "survey.send",
    summary: "Ask no more: an open round is closed and none follows (If-Match)",
    params,
    response: SurveyView,
    versioned: true,
  }),
};
