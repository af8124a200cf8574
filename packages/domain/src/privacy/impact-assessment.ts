import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import { factKinds } from "../fact/fact-kind.ts";

/** What must be assessed beforehand (Article 55): kinds of facts, and five ways of handling them. */
export const assessedActs = [
  "automated_decision",
  "entrust",
  "provide",
  "publish",
  "cross_border",
] as const;
export const assessmentCovers = [...factKinds, ...assessedActs] as const;
export type AssessmentCover = (typeof assessmentCovers)[number];

export const assessmentStatuses = ["draft", "approved", "refused", "ended"] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** Years that report and record are kept at least (Article 56), from the end or the refusal on. */
export const assessmentKeepYears = 3;

export interface AssessmentFacts {
  readonly status: AssessmentStatus;
  readonly assessedBy: string | null;
  readonly keepUntil: string | null;
}

/**
 * What the actor may do with an assessment. Nobody approves their own while another could (`otherDeciders`: active
 * compliance users beside the author). A draft may be dropped; a decided one only after its time.
 */
export const assessmentAbilities = (
  actor: Actor,
  assessment: AssessmentFacts,
  otherDeciders: number,
  today: string,
) => {
  const manages = isPermitted(actor, "privacy.manage");
  const isDraft = assessment.status === "draft";
  const isOwn = assessment.assessedBy === actor.userId;
  const isKept = assessment.keepUntil !== null && assessment.keepUntil >= today;
  return {
    edit: manages && isDraft,
    decide: manages && isDraft && (!isOwn || otherDeciders === 0),
    end: manages && assessment.status === "approved",
    remove: manages && (isDraft || (!isKept && assessment.status !== "approved")),
  };
};

/** The answers without which an assessment cannot be approved (Article 56: lawful and necessary; impact; measures). */
export const unansweredParts = (assessment: {
  readonly purpose: string;
  readonly necessity: string;
  readonly impact: string;
  readonly measures: string;
}): ("purpose" | "necessity" | "impact" | "measures")[] =>
  (["purpose", "necessity", "impact", "measures"] as const).filter(
    (part) => assessment[part].trim() === "",
  );
