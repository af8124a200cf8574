import { behaviourStyles } from "@mainstay/domain/behaviour-style/behaviour-style";
import { strikeReasons } from "@mainstay/domain/decision-chain/strike-reason";
import { influences } from "@mainstay/domain/influence/influence";
import { mostRanked } from "@mainstay/domain/influence/rank-influence";
import { stances } from "@mainstay/domain/stance/stance";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, nothing, requiredText, text } from "./endpoint/wire.ts";

/** One answer to a guided question; words by `chain.question.<what>.<question>`. */
export const GuidedAnswer = z.object({ question: z.string(), answer: z.string() });

const about = {
  id,
  answers: z.array(GuidedAnswer),
  evidence: z.string(),
  /** Null: who made it is no longer a colleague. */
  assessor: named.nullable(),
  assessedOn: day,
  isStale: z.boolean(),
  can: z.object({ strike: z.boolean() }),
};
const scope = { projectId: id.nullable(), projectName: z.string().nullable() };

export const StanceAssessmentView = z.object({ ...about, ...scope, stance: z.enum(stances) });
export type StanceAssessmentView = z.infer<typeof StanceAssessmentView>;

export const influence = z.literal([...influences]);
export const InfluenceAssessmentView = z.object({ ...about, ...scope, influence });
export type InfluenceAssessmentView = z.infer<typeof InfluenceAssessmentView>;

export const StyleAssessmentView = z.object({ ...about, style: z.enum(behaviourStyles) });
export type StyleAssessmentView = z.infer<typeof StyleAssessmentView>;

const given = z.array(z.object({ question: requiredText(40), answer: requiredText(40) })).max(20);
const body = {
  /** The project it is about; null: the account as a whole. */
  projectId: id.nullable().default(null),
  answers: given,
  /** Needed where the judgement is another than the answers speak for. */
  evidence: text(1000).default(""),
  /** Today unless said; never in the future. */
  assessedOn: day.optional(),
};
const params = z.object({ accountId: id, personId: id });
const create = { params, allow: "chain.assess" as const, status: 201 as const };
const struck = {
  method: "POST" as const,
  allow: "chain.assess" as const,
  params: z.object({ assessmentId: id }),
  body: z.object({ reason: z.enum(strikeReasons) }),
  response: nothing,
  status: 204 as const,
};

export const assessments = {
  assessStance: endpoint({
    ...create,
    id: "assessments.assessStance",
    method: "POST",
    path: "/accounts/:accountId/people/:personId/stance-assessments",
    summary: "Judge where a person stands, by guided answers",
    body: z.object({ ...body, stance: z.enum(stances) }),
    response: StanceAssessmentView,
  }),
  assessInfluence: endpoint({
    ...create,
    id: "assessments.assessInfluence",
    method: "POST",
    path: "/accounts/:accountId/people/:personId/influence-assessments",
    summary: "Judge how much a person's word decides, by guided answers",
    body: z.object({ ...body, influence }),
    response: InfluenceAssessmentView,
  }),
  rankInfluence: endpoint({
    id: "assessments.rankInfluence",
    method: "POST",
    path: "/accounts/:accountId/influence-ranking",
    allow: "chain.assess",
    summary:
      "Judge the influence of several people by putting them in order, most influential first",
    params: z.object({ accountId: id }),
    body: z.object({
      projectId: id.nullable().default(null),
      personIds: z.array(id).min(2).max(mostRanked),
      assessedOn: day.optional(),
    }),
    response: z.object({
      items: z.array(z.object({ personId: id, influence, assessmentId: id })),
    }),
    status: 201,
  }),
  assessStyle: endpoint({
    ...create,
    id: "assessments.assessStyle",
    method: "POST",
    path: "/accounts/:accountId/people/:personId/style-assessments",
    summary: "Tell a person's behaviour style, by guided observations",
    body: z.object({
      answers: given,
      style: z.enum(behaviourStyles),
      evidence: text(1000).default(""),
      assessedOn: day.optional(),
    }),
    response: StyleAssessmentView,
  }),
  strikeStance: endpoint({
    ...struck,
    id: "assessments.strikeStance",
    path: "/stance-assessments/:assessmentId/strike",
    summary: "Delete a wrong judgement of a stance; a receipt without its content stays",
  }),
  strikeInfluence: endpoint({
    ...struck,
    id: "assessments.strikeInfluence",
    path: "/influence-assessments/:assessmentId/strike",
    summary: "Delete a wrong judgement of influence; a receipt without its content stays",
  }),
  strikeStyle: endpoint({
    ...struck,
    id: "assessments.strikeStyle",
    path: "/style-assessments/:assessmentId/strike",
    summary: "Delete a wrong judgement of style; a receipt without its content stays",
  }),
};
