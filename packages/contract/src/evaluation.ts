import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, page, pageQuery } from "./endpoint/wire.ts";

/** One round of judging accounts, with its counts while it runs. */
export const EvaluationRunView = z.object({
  id,
  trigger: z.enum(["import", "nightly", "demand", "policy", "change"]),
  scope: z.enum(["all", "accounts"]),
  status: z.enum(["queued", "running", "done", "failed"]),
  asOf: day,
  policyVersion: z.int().nullable(),
  accountsTotal: z.int().nullable(),
  accountsDone: z.int(),
  signalsRaised: z.int(),
  signalsCleared: z.int(),
  failureCode: z.string().nullable(),
  queuedAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type EvaluationRunView = z.infer<typeof EvaluationRunView>;

export const evaluations = {
  request: endpoint({
    id: "evaluations.request",
    method: "POST",
    path: "/evaluations",
    allow: "evaluation.request",
    summary: "Judge the whole portfolio now",
    response: EvaluationRunView,
    status: 202,
    idempotent: true,
  }),
  list: endpoint({
    id: "evaluations.list",
    method: "GET",
    path: "/evaluations",
    allow: "evaluation.view",
    summary: "Rounds, newest first",
    query: z.object(pageQuery),
    response: page(EvaluationRunView),
  }),
  get: endpoint({
    id: "evaluations.get",
    method: "GET",
    path: "/evaluations/:runId",
    allow: "evaluation.view",
    summary: "One round with its progress",
    params: z.object({ runId: id }),
    response: EvaluationRunView,
  }),
};
