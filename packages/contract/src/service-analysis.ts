import { segments } from "@mainstay/domain/account/segment";
import { caseCauses, caseKinds } from "@mainstay/domain/case/case-kind";
import { voiceScales } from "@mainstay/domain/survey/survey-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, share } from "./endpoint/wire.ts";

const interval = z.object({ low: z.number(), high: z.number() });
const bilingual = z.object({ zh: z.string().optional(), en: z.string().optional() });

/** So many of so many, with the Wilson interval; the share is null of nothing, the interval below five. */
const Share = z.object({
  hits: z.int(),
  n: z.int(),
  share: share.nullable(),
  interval: interval.nullable(),
});
export type Share = z.infer<typeof Share>;

/** What is counted of the cases opened in a period; duplicates are not. */
export const CaseFigures = z.object({
  cases: z.int(),
  /** Of those answered, and those whose time for it has run out. */
  repliedInTime: Share,
  solvedInTime: Share,
  /** Hours on the wall clock from opening to solution. */
  medianSolveHours: z.number().nullable(),
  reopened: Share,
  /** K14: satisfied with the solution (4 or 5) ÷ cases. */
  satisfied: Share,
  scored: z.int(),
  /** Solved, and nobody of the customer has said so ÷ solved. */
  unconfirmed: Share,
});
export type CaseFigures = z.infer<typeof CaseFigures>;

const period = z.object({ from: day, to: day, beforeFrom: day, beforeTo: day });
const window = { from: day, to: day };

export const caseGroupings = [
  "kind",
  "level",
  "segment",
  "department",
  "product",
  "account",
] as const;
export type CaseGrouping = (typeof caseGroupings)[number];

/** One scale's figure: net promoter score, or share at the top; null below five answers. */
const VoiceFigure = z.object({
  n: z.int(),
  value: z.number().nullable(),
  interval: interval.nullable(),
  mean: z.number().nullable(),
});
export type VoiceFigure = z.infer<typeof VoiceFigure>;

export const serviceAnalysis = {
  cases: endpoint({
    id: "serviceAnalysis.cases",
    method: "GET",
    path: "/analytics/service/cases",
    allow: "voice.view",
    summary: "Cases opened in a period by what they have in common, beside as long a time before",
    query: z.object({
      ...window,
      /** What it is compared with; as many days before unless told. */
      beforeFrom: day.optional(),
      beforeTo: day.optional(),
      by: z.enum(caseGroupings).default("department"),
      kind: z.enum(caseKinds).optional(),
    }),
    response: z.object({
      period,
      /** False: the median is read from classes of hours, within some percent. */
      isTimeExact: z.boolean(),
      total: CaseFigures,
      before: CaseFigures,
      /** Most cases first; of accounts the first twenty. */
      groups: z.array(
        CaseFigures.extend({
          /** Kind, level, segment, or an id; null: none. */
          key: z.string().nullable(),
          name: z.string().nullable(),
          casesBefore: z.int(),
          /** Of accounts: order-days in the period, and complaints for a hundred of them. */
          orders: z.int().nullable(),
          complaintsPer100Orders: z.number().nullable(),
        }),
      ),
    }),
  }),
  causes: endpoint({
    id: "serviceAnalysis.causes",
    method: "GET",
    path: "/analytics/service/causes",
    allow: "voice.view",
    summary: "Pareto of causes of the cases opened in a period",
    query: z.object({ ...window, kind: z.enum(caseKinds).optional() }),
    response: z.object({
      n: z.int(),
      /** Cases of which no cause is noted. */
      unknown: z.int(),
      bars: z.array(
        z.object({
          key: z.enum(caseCauses),
          count: z.int(),
          share,
          cumulative: share,
          isVital: z.boolean(),
        }),
      ),
    }),
  }),
  satisfaction: endpoint({
    id: "serviceAnalysis.satisfaction",
    method: "GET",
    path: "/analytics/service/satisfaction",
    allow: "voice.view",
    summary:
      "Satisfaction by responsible department and segment on one scale; cells of fewer than five answers are hidden",
    query: z.object({ ...window, scale: z.enum(voiceScales).default("csat") }),
    response: z.object({
      scale: z.enum(voiceScales),
      total: VoiceFigure,
      segments: z.array(z.enum(segments).nullable()),
      departments: z.array(
        z.object({
          department: named.nullable(),
          all: VoiceFigure,
          cells: z.array(VoiceFigure),
        }),
      ),
    }),
  }),
  drivers: endpoint({
    id: "serviceAnalysis.drivers",
    method: "GET",
    path: "/analytics/service/drivers",
    allow: "voice.view",
    summary:
      "Which questions of a survey stand together with its overall score; it does not prove the cause",
    query: z.object({ surveyId: id.optional(), ...window }),
    response: z.object({
      /** `answers` stops at as many as are taken; then there are more. */
      surveys: z.array(z.object({ id, title: bilingual, answers: z.int(), isMore: z.boolean() })),
      surveyId: id.nullable(),
      scale: z.enum(voiceScales).nullable(),
      n: z.int(),
      complete: z.int(),
      leastN: z.int(),
      isEnough: z.boolean(),
      /** Part of the variance of the overall score that goes with the questions together. */
      explained: share.nullable(),
      drivers: z.array(
        z.object({
          questionId: id,
          row: z.string(),
          words: bilingual,
          rowWords: bilingual.nullable(),
          department: named.nullable(),
          n: z.int(),
          correlation: z.number(),
          interval,
          share: z.object({ value: share, low: share, high: share }).nullable(),
        }),
      ),
    }),
  }),
  overview: endpoint({
    id: "serviceAnalysis.overview",
    method: "GET",
    path: "/analytics/service/overview",
    allow: "voice.view",
    summary:
      "The judgement on satisfaction: this quarter beside the one before, the lowest department, what waits",
    response: z.object({
      from: day,
      to: day,
      beforeFrom: day,
      beforeTo: day,
      /** The scale most overall answers were given on; null when nobody answered. */
      scale: z.enum(voiceScales).nullable(),
      now: VoiceFigure,
      before: VoiceFigure,
      /** Of those with five answers or more. */
      /** Every department that was judged this quarter, lowest first; those with too few answers last. */
      departments: z.array(
        z.object({ department: named, scale: z.enum(voiceScales), figure: VoiceFigure }),
      ),
      lowest: z
        .object({ department: named, scale: z.enum(voiceScales), figure: VoiceFigure })
        .nullable(),
      loopsOverdue: z.int(),
      loopsRunning: z.int(),
      casesOpen: z.int(),
      casesUnconfirmed: z.int(),
      /** Economic buyers whose newest overall answer of the last 200 days is dissatisfied. */
      dissatisfiedBuyers: z.array(
        z.object({ account: named, score: z.int(), scale: z.enum(voiceScales), answeredOn: day }),
      ),
    }),
  }),
};
