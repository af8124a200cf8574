import { callBackOutcomes } from "@mainstay/domain/case-closing/call-back-rule";
import { closingWordsAtMost } from "@mainstay/domain/case-closing/closing-rule";
import { sampleAtMost } from "@mainstay/domain/inspection/inspection-draw";
import {
  inspectionItemStatuses,
  inspectionPopulations,
  inspectionStatuses,
} from "@mainstay/domain/inspection/inspection-kind";
import { segments } from "@mainstay/domain/account/segment";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, share, text } from "./endpoint/wire.ts";

const score = z.int().min(1).max(5);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** What is drawn from. */
const drawnFrom = {
  population: z.enum(inspectionPopulations),
  from: day,
  to: day,
  departmentId: id.nullish(),
  segment: z.enum(segments).nullish(),
};

/** A random inspection in a list. */
export const InspectionRow = z.object({
  id,
  number: z.int().positive(),
  population: z.enum(inspectionPopulations),
  from: day,
  to: day,
  department: named.nullable(),
  segment: z.enum(segments).nullable(),
  isStratified: z.boolean(),
  sampleSize: z.int().positive(),
  populationSize: z.int().positive(),
  status: z.enum(inspectionStatuses),
  announcedBy: named,
  announcedAt: instant,
  drawnBy: named.nullable(),
  drawnAt: instant.nullable(),
  waiting: count,
  done: count,
  unreachable: count,
  can: z.object({ draw: z.boolean() }),
});
export type InspectionRow = z.infer<typeof InspectionRow>;

/** One call of an inspection. */
export const InspectionCall = z.object({
  id,
  by: named,
  calledAt: instant,
  outcome: z.enum(callBackOutcomes),
  score: score.nullable(),
  recordTrue: z.boolean().nullable(),
  words: z.string(),
  /** What was opened because the customer was dissatisfied. */
  caseId: id.nullable(),
});
export type InspectionCall = z.infer<typeof InspectionCall>;

/** One thing that was drawn. */
export const InspectionItem = z.object({
  id,
  position: z.int().positive(),
  status: z.enum(inspectionItemStatuses),
  account: named,
  department: named.nullable(),
  /** What we wrote down, to be asked about: the case or the visit; null once it is gone. */
  subject: z
    .object({
      kind: z.enum(["case", "interaction"]),
      id,
      number: z.int().nullable(),
      title: z.string(),
      on: day,
      solution: z.string().nullable(),
      person: named.nullable(),
    })
    .nullable(),
  inspector: named.nullable(),
  calls: z.array(InspectionCall),
  can: z.object({ callBack: z.boolean() }),
});
export type InspectionItem = z.infer<typeof InspectionItem>;

/** A share with its 95 % interval (Wilson); null where nobody was reached. */
const ShareOf = z.object({
  n: count,
  yes: count,
  share: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});

export const InspectionResult = z.object({
  department: named.nullable(),
  drawn: count,
  reached: count,
  satisfied: ShareOf,
  recordTrue: ShareOf,
  meanScore: z.number().nullable(),
});
export type InspectionResult = z.infer<typeof InspectionResult>;

export const InspectionView = InspectionRow.extend({
  populationSha256: sha256,
  commitmentSha256: sha256,
  /** Told once it is drawn; with it anybody recomputes the sample. */
  nonce: z.string().nullable(),
  seed: z.string().nullable(),
  /** Places in the population, in the order drawn. */
  drawn: z.array(z.int().nonnegative()),
  items: z.array(InspectionItem),
  /** Of all departments first, then each. */
  results: z.array(InspectionResult),
});
export type InspectionView = z.infer<typeof InspectionView>;

const one = z.object({ inspectionId: id });

export const inspections = {
  list: endpoint({
    id: "inspections.list",
    method: "GET",
    path: "/inspections",
    allow: "inspection.view",
    summary: "Random inspections, the newest first",
    response: z.object({ items: z.array(InspectionRow), can: z.object({ announce: z.boolean() }) }),
  }),
  preview: endpoint({
    id: "inspections.preview",
    method: "GET",
    path: "/inspection-previews",
    allow: "inspection.run",
    summary: "How many a draw would be taken from, in all and of each department",
    query: z.object(drawnFrom),
    response: z.object({
      size: count,
      departments: z.array(z.object({ department: named.nullable(), size: count })),
    }),
  }),
  announce: endpoint({
    id: "inspections.announce",
    method: "POST",
    path: "/inspections",
    allow: "inspection.run",
    summary:
      "Announce an inspection: fixes what it draws from and commits to a secret number; nothing can be changed afterwards",
    body: z.object({
      ...drawnFrom,
      isStratified: z.boolean(),
      sampleSize: z.int().min(1).max(sampleAtMost),
    }),
    response: InspectionView,
    status: 201,
  }),
  get: endpoint({
    id: "inspections.get",
    method: "GET",
    path: "/inspections/:inspectionId",
    allow: "inspection.view",
    summary: "An inspection with its items in sight, calls and results",
    params: one,
    response: InspectionView,
  }),
  population: endpoint({
    id: "inspections.population",
    method: "GET",
    path: "/inspections/:inspectionId/population",
    allow: "inspection.view",
    summary:
      "The ids an inspection draws from, to recompute its sample; ids say nothing of whose they are",
    params: one,
    response: z.object({ ids: z.array(id), strata: z.array(z.string()) }),
  }),
  draw: endpoint({
    id: "inspections.draw",
    method: "POST",
    path: "/inspections/:inspectionId/draw",
    allow: "inspection.run",
    summary: "Draw the sample, once, and tell the number that was committed to",
    params: one,
    response: InspectionView,
  }),
  callBack: endpoint({
    id: "inspections.callBack",
    method: "POST",
    path: "/inspections/:inspectionId/items/:itemId/call-backs",
    allow: "inspection.run",
    summary:
      "Record a call about a drawn item, by somebody who had no hand in it; a dissatisfied customer opens a case and a loop",
    params: one.extend({ itemId: id }),
    body: z.object({
      outcome: z.enum(callBackOutcomes),
      calledAt: instant.nullish(),
      score: score.nullish(),
      recordTrue: z.boolean().nullish(),
      words: text(closingWordsAtMost).default(""),
    }),
    response: InspectionView,
    status: 201,
  }),
};
