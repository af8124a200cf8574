import { assessmentCovers, assessmentStatuses } from "@mainstay/domain/privacy/impact-assessment";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, nothing, requiredText, text, version } from "./endpoint/wire.ts";

/** An impact assessment by PIPL Article 56: lawful and necessary; impact and risk; whether the measures fit. */
export const AssessmentView = z.object({
  id,
  title: z.string(),
  covers: z.array(z.enum(assessmentCovers)),
  purpose: z.string(),
  necessity: z.string(),
  impact: z.string(),
  measures: z.string(),
  status: z.enum(assessmentStatuses),
  assessedBy: named.nullable(),
  decidedBy: named.nullable(),
  approvedOn: day.nullable(),
  decisionNote: z.string().nullable(),
  endedOn: day.nullable(),
  keepUntil: day.nullable(),
  /** Facts of class S that rest on it. */
  facts: z.int().nonnegative(),
  createdAt: instant,
  version,
  can: z.object({
    edit: z.boolean(),
    decide: z.boolean(),
    end: z.boolean(),
    remove: z.boolean(),
  }),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

const params = z.object({ assessmentId: id });
const covers = z.array(z.enum(assessmentCovers)).min(1).max(assessmentCovers.length);
const answer = {
  params,
  response: AssessmentView,
  versioned: true as const,
  allow: "privacy.manage" as const,
};

export const impactAssessments = {
  list: endpoint({
    id: "impactAssessments.list",
    method: "GET",
    path: "/impact-assessments",
    allow: "privacy.view",
    summary: "Impact assessments: drafts first, then the newest",
    response: z.object({ items: z.array(AssessmentView), can: z.object({ add: z.boolean() }) }),
  }),
  get: endpoint({
    ...answer,
    id: "impactAssessments.get",
    method: "GET",
    path: "/impact-assessments/:assessmentId",
    allow: "privacy.view",
    summary: "One impact assessment",
  }),
  add: endpoint({
    id: "impactAssessments.add",
    method: "POST",
    path: "/impact-assessments",
    allow: "privacy.manage",
    summary: "Begin a draft",
    body: z.object({
      title: requiredText(200),
      covers,
      purpose: text(4000).optional(),
      necessity: text(4000).optional(),
      impact: text(4000).optional(),
      measures: text(4000).optional(),
    }),
    response: AssessmentView,
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    ...answer,
    id: "impactAssessments.edit",
    method: "PATCH",
    path: "/impact-assessments/:assessmentId",
    summary: "Change a draft (If-Match)",
    body: z.object({
      title: requiredText(200).optional(),
      covers: covers.optional(),
      purpose: text(4000).optional(),
      necessity: text(4000).optional(),
      impact: text(4000).optional(),
      measures: text(4000).optional(),
    }),
  }),
  decide: endpoint({
    ...answer,
    id: "impactAssessments.decide",
    method: "POST",
    path: "/impact-assessments/:assessmentId/decide",
    summary: "Approve or refuse a draft; not one's own while a colleague could (If-Match)",
    body: z.object({ decision: z.enum(["approve", "refuse"]), note: text(2000).optional() }),
  }),
  end: endpoint({
    ...answer,
    id: "impactAssessments.end",
    method: "POST",
    path: "/impact-assessments/:assessmentId/end",
    summary: "The handling has ended; the record is kept three years more (If-Match)",
  }),
  remove: endpoint({
    id: "impactAssessments.remove",
    method: "DELETE",
    path: "/impact-assessments/:assessmentId",
    allow: "privacy.manage",
    summary: "Remove a draft, or a record whose time has passed",
    params,
    response: nothing,
    status: 204,
  }),
};
