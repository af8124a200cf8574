import type {
  InfluenceAssessmentView,
  StanceAssessmentView,
  StyleAssessmentView,
} from "@mainstay/contract/assessment";
import type { Actor } from "@mainstay/domain/access/actor";
import { mayStrike } from "@mainstay/domain/decision-chain/chain-policy";
import { isJudgementStale } from "@mainstay/domain/stance/standing-stance";
import { named } from "../platform/http/named.ts";
import type { AssessmentRecord } from "./assessment-queries.ts";

const about = (actor: Actor, today: string, record: AssessmentRecord) => ({
  id: record.id,
  answers: record.answers,
  evidence: record.evidence,
  assessor: named(record.assessed_by, record.assessor_name),
  assessedOn: record.assessed_on,
  isStale: isJudgementStale(record.assessed_on, today),
  can: { strike: mayStrike(actor, record.assessed_by) },
});

const scope = (record: AssessmentRecord) => ({
  projectId: record.project_id,
  projectName: record.project_name,
});

/** Judgements as they go over the wire, with what this actor may do. */
export const toStanceView = (
  actor: Actor,
  today: string,
  record: AssessmentRecord,
): StanceAssessmentView => ({
  ...about(actor, today, record),
  ...scope(record),
  stance: record.stance,
});

export const toInfluenceView = (
  actor: Actor,
  today: string,
  record: AssessmentRecord,
): InfluenceAssessmentView => ({
  ...about(actor, today, record),
  ...scope(record),
  influence: record.influence,
});

export const toStyleView = (
  actor: Actor,
  today: string,
  record: AssessmentRecord,
): StyleAssessmentView => ({ ...about(actor, today, record), style: record.style });
