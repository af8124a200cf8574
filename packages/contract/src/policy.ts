import { segments } from "@mainstay/domain/account/segment";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  id,
  instant,
  minor,
  named,
  page,
  pageQuery,
  reason,
  share,
  text,
} from "./endpoint/wire.ts";

/** Cut lines, weights and thresholds; meaning of each in domain/evaluation/evaluation-settings.ts. */
export const EvaluationSettingsShape = z.object({
  valueMarginWeight: share,
  valueMeasure: z.enum(["trailing_12m", "clv_36m"]),
  potentialWeights: z.object({ growth: share, industryGrowth: share, openWallet: share }),
  coreTopShare: z.number().min(0.01).max(0.5),
  coreYearFloor: share,
  potentialCut: share,
  maintainValueCut: share,
  demotionEvaluations: z.int().min(1).max(12),
  gradeFloors: z.object({ strategic: minor.min(0), key: minor.min(0), base: minor.min(0) }),
  riskLevels: z.object({ watch: share, act: share, lost: share }),
  clv: z.object({
    months: z.int().min(6).max(120),
    yearlyDiscount: z.number().min(0).max(1),
    defaultMargin: z.number().min(-1).max(1),
  }),
  industryGrowth: z.record(z.string().max(100), share),
});

export const PolicyView = z.object({
  version: z.int(),
  settings: EvaluationSettingsShape,
  note: z.string(),
  publishedBy: named.nullable(),
  publishedAt: instant.nullable(),
});

/** What would change: how many accounts move from one segment to another, with the largest ones by name. */
export const PolicySimulation = z.object({
  accounts: z.int(),
  moves: z.array(
    z.object({
      from: z.enum(segments).nullable(),
      to: z.enum(segments),
      accounts: z.int(),
      revenue12mMinor: minor,
    }),
  ),
  examples: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      from: z.enum(segments).nullable(),
      to: z.enum(segments),
      revenue12mMinor: minor,
    }),
  ),
  bySegment: z.array(z.object({ segment: z.enum(segments), before: z.int(), after: z.int() })),
  byGrade: z.array(z.object({ grade: z.string(), before: z.int(), after: z.int() })),
});

export const SegmentMoveView = z.object({
  id,
  account: named,
  from: z.enum(segments).nullable(),
  to: z.enum(segments),
  status: z.enum(["proposed", "published", "declined"]),
  reason,
  revenue12mMinor: minor,
  proposedAt: instant,
  decidedBy: named.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
});

export const policies = {
  get: endpoint({
    id: "policies.get",
    method: "GET",
    path: "/policy",
    allow: "policy.view",
    summary: "Cut lines, weights and thresholds in force",
    response: PolicyView,
  }),
  history: endpoint({
    id: "policies.history",
    method: "GET",
    path: "/policy/versions",
    allow: "policy.view",
    summary: "Every version that was in force, newest first",
    query: z.object(pageQuery),
    response: page(PolicyView),
  }),
  simulate: endpoint({
    id: "policies.simulate",
    method: "POST",
    path: "/policy/simulate",
    allow: "policy.simulate",
    summary: "What these settings would change; nothing is saved",
    body: z.object({ settings: EvaluationSettingsShape }),
    response: PolicySimulation,
  }),
  publish: endpoint({
    id: "policies.publish",
    method: "POST",
    path: "/policy/publish",
    allow: "policy.publish",
    summary:
      "Put new settings in force: segments move at once, each move kept with who, when and why",
    body: z.object({ settings: EvaluationSettingsShape, baseVersion: z.int(), note: text(1000) }),
    response: PolicyView,
    status: 201,
    idempotent: true,
  }),
};

export const segmentMoves = {
  list: endpoint({
    id: "segmentMoves.list",
    method: "GET",
    path: "/segment-moves",
    allow: "policy.view",
    summary: "Proposed and published moves",
    query: z.object({
      status: z.enum(["proposed", "published", "declined"]).optional(),
      accountId: id.optional(),
      ...pageQuery,
    }),
    response: page(SegmentMoveView),
  }),
  decide: endpoint({
    id: "segmentMoves.decide",
    method: "POST",
    path: "/segment-moves/:moveId/decide",
    allow: "segment.decide",
    summary: "Publish or decline a proposed move",
    params: z.object({ moveId: id }),
    body: z.object({ decision: z.enum(["publish", "decline"]), note: text(1000).optional() }),
    response: SegmentMoveView,
  }),
};
