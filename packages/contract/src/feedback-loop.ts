import { feedbackLoopStatuses } from "@mainstay/domain/feedback-loop/feedback-loop-status";
import { loopOpenings } from "@mainstay/domain/feedback-loop/loop-opening";
import { questionKinds, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  named,
  page,
  pageQuery,
  requiredText,
  share,
  text,
  version,
} from "./endpoint/wire.ts";

const bilingual = z.object({ zh: z.string().optional(), en: z.string().optional() });
const score = z.int().min(0).max(10);

/** One step that was taken: when, by whom, and what shows it. */
const step = z.object({ at: instant, by: named.nullable(), evidence: z.string().nullable() });

/** A dissatisfied answer on its way to the next answer. */
export const LoopView = z.object({
  id,
  account: named,
  person: named.nullable(),
  department: named.nullable(),
  owner: named.nullable(),
  status: z.enum(feedbackLoopStatuses),
  /** The clock runs in hours: an economic buyer answered, or the account is a core one. */
  isUrgent: z.boolean(),
  openedAt: instant,
  contactDueAt: instant,
  /** Nobody has spoken with the customer although the clock ran out. */
  isOverdue: z.boolean(),
  scale: z.enum(voiceScales).nullable(),
  scoreBefore: score.nullable(),
  scoreAfter: score.nullable(),
  /** The question that was answered so, and the row of a matrix; null for an inspection's call. */
  question: bilingual.nullable(),
  row: bilingual.nullable(),
  responseId: id.nullable(),
  callBackId: id.nullable(),
  case: z.object({ id, number: z.int(), title: z.string() }).nullable(),
  need: z.object({ id, title: z.string() }).nullable(),
  contacted: step.nullable(),
  /** `evidence` is null when the customer's own closing of the case stands for it. */
  rectified: step.nullable(),
  followedUp: step.nullable(),
  askedAgain: step.nullable(),
  remeasuredAt: instant.nullable(),
  /** Somebody wants to drop it; another one decides. */
  drop: z.object({ askedBy: named.nullable(), askedAt: instant, because: z.string() }).nullable(),
  /** `changed_by_customer`, or the words of who dropped it. */
  droppedBecause: z.string().nullable(),
  version,
  can: z.object({
    contact: z.boolean(),
    rectify: z.boolean(),
    followUp: z.boolean(),
    askAgain: z.boolean(),
    give: z.boolean(),
    drop: z.boolean(),
    decideDrop: z.boolean(),
    takeBackDrop: z.boolean(),
  }),
});
export type LoopView = z.infer<typeof LoopView>;

const interval = z.object({ low: z.number(), high: z.number() });

/** How well loops are closed. Hours are of the clock on the wall, weekends included. */
export const LoopFigures = z.object({
  opened: z.int(),
  contacted: z.int(),
  /** Of those contacted, and of those whose clock ran out: spoken with in time. */
  due: z.int(),
  inTime: z.int(),
  inTimeShare: share.nullable(),
  inTimeInterval: interval.nullable(),
  medianHours: z.number().nullable(),
  p90Hours: z.number().nullable(),
  remeasured: z.int(),
  /** Of all that were not dropped. */
  remeasuredShare: share.nullable(),
  dropped: z.int(),
  /** Mean change in score of one scale, with its 95 % interval; null below five. */
  changes: z.array(
    z.object({
      scale: z.enum(voiceScales),
      n: z.int(),
      mean: z.number().nullable(),
      interval: interval.nullable(),
    }),
  ),
});
export type LoopFigures = z.infer<typeof LoopFigures>;

const params = z.object({ loopId: id });
const work = { response: LoopView, allow: "feedback_loop.work" as const, params, versioned: true };
const evidence = requiredText(2000);
const window = { from: day, to: day };

export const feedbackLoops = {
  list: endpoint({
    id: "feedbackLoops.list",
    method: "GET",
    path: "/feedback-loops",
    allow: "feedback_loop.view",
    summary: "Loops: running ones by their clock, then the newest of the others",
    query: z.object({
      status: z.enum([...feedbackLoopStatuses, "running", "overdue"]).optional(),
      accountId: id.optional(),
      caseId: id.optional(),
      needId: id.optional(),
      departmentId: id.optional(),
      ownerUserId: id.optional(),
      openedFrom: day.optional(),
      openedTo: day.optional(),
      ...pageQuery,
    }),
    response: page(LoopView),
  }),
  figures: endpoint({
    id: "feedbackLoops.figures",
    method: "GET",
    path: "/feedback-loops/figures",
    allow: "feedback_loop.view",
    summary: "How well loops opened in a window are closed, in all and by department",
    query: z.object(window),
    response: z.object({
      total: LoopFigures,
      departments: z.array(LoopFigures.extend({ department: named.nullable() })),
    }),
  }),
  openings: endpoint({
    id: "feedbackLoops.openings",
    method: "GET",
    path: "/feedback-loops/openings",
    allow: "feedback_loop.view",
    summary: "What a dissatisfied answer to each question of a survey opens, and why",
    query: z.object({ surveyId: id.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          questionId: id,
          surveyTitle: bilingual,
          words: bilingual,
          kind: z.enum(questionKinds),
          department: named.nullable(),
          opens: z.enum(loopOpenings),
          /** Null: it follows from the department. */
          setTo: z.enum(loopOpenings).nullable(),
        }),
      ),
    }),
  }),
  setOpening: endpoint({
    id: "feedbackLoops.setOpening",
    method: "PUT",
    path: "/feedback-loops/openings/:questionId",
    allow: "survey.edit",
    summary: "Say what a dissatisfied answer to a question opens; null lets the department decide",
    params: z.object({ questionId: id }),
    body: z.object({ opens: z.enum(loopOpenings).nullable() }),
    response: z.object({ opens: z.enum(loopOpenings) }),
  }),
  get: endpoint({
    id: "feedbackLoops.get",
    method: "GET",
    path: "/feedback-loops/:loopId",
    allow: "feedback_loop.view",
    summary: "One loop with its steps",
    params,
    response: LoopView,
    versioned: true,
  }),
  contact: endpoint({
    ...work,
    id: "feedbackLoops.contact",
    method: "POST",
    path: "/feedback-loops/:loopId/contact",
    summary: "Somebody spoke with the customer: how, and what they said (If-Match)",
    body: z.object({
      evidence,
      /** When; now unless told. Not before the loop was opened, not in the future. */
      at: instant.optional(),
    }),
  }),
  rectify: endpoint({
    ...work,
    id: "feedbackLoops.rectify",
    method: "POST",
    path: "/feedback-loops/:loopId/rectify",
    summary: "What was put right (If-Match)",
    body: z.object({ evidence }),
  }),
  followUp: endpoint({
    ...work,
    id: "feedbackLoops.followUp",
    method: "POST",
    path: "/feedback-loops/:loopId/follow-up",
    summary: "Somebody asked the customer whether it holds, and what they said (If-Match)",
    body: z.object({ evidence }),
  }),
  askAgain: endpoint({
    ...work,
    id: "feedbackLoops.askAgain",
    method: "POST",
    path: "/feedback-loops/:loopId/ask-again",
    summary:
      "Ask the same question of the same person on the same scale; once outside the limit of how often somebody is asked (If-Match)",
    body: z.object({}).default({}),
  }),
  give: endpoint({
    ...work,
    id: "feedbackLoops.give",
    method: "POST",
    path: "/feedback-loops/:loopId/give",
    summary: "Give the loop to a colleague whom it is not about (If-Match)",
    body: z.object({ ownerUserId: id }),
  }),
  drop: endpoint({
    ...work,
    id: "feedbackLoops.drop",
    method: "POST",
    path: "/feedback-loops/:loopId/drop",
    summary: "Ask to drop a loop, for a reason; somebody else decides (If-Match)",
    body: z.object({ because: requiredText(1000) }),
  }),
  decideDrop: endpoint({
    ...work,
    id: "feedbackLoops.decideDrop",
    method: "POST",
    path: "/feedback-loops/:loopId/drop/decide",
    summary: "The second pair of eyes agrees to drop a loop, or does not (If-Match)",
    body: z.object({ agrees: z.boolean(), note: text(1000).optional() }),
  }),
  takeBackDrop: endpoint({
    ...work,
    id: "feedbackLoops.takeBackDrop",
    method: "POST",
    path: "/feedback-loops/:loopId/drop/take-back",
    summary: "Who asked to drop a loop does not want to any more (If-Match)",
    body: z.object({}).default({}),
  }),
};
