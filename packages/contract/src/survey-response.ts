import { answersAtMost, answerWordsAtMost } from "@mainstay/domain/survey/answer-limits";
import { questionKinds } from "@mainstay/domain/survey/survey-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, nothing, text } from "./endpoint/wire.ts";
import { linkToken, localeShape } from "./session.ts";

/** Words in one language or both. */
const bilingual = z.object({ zh: z.string().optional(), en: z.string().optional() });
const choice = z.object({ key: z.string(), zh: z.string().optional(), en: z.string().optional() });

/** A question as the person behind the link is asked it. */
export const AskedQuestion = z.object({
  id,
  kind: z.enum(questionKinds),
  words: bilingual,
  options: z.array(choice),
  rows: z.array(choice),
  isRequired: z.boolean(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** What was answered to one question, or to one row of a matrix. */
export const GivenAnswer = z.object({
  questionId: id,
  /** A row of a matrix; empty otherwise. */
  rowKey: z.string().max(60).default(""),
  score: z.int().min(0).max(10).nullable().default(null),
  choices: z.array(z.string().max(60)).max(50).default([]),
  words: text(answerWordsAtMost).nullable().default(null),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;
const given = z.array(GivenAnswer).max(answersAtMost);

/** All the page behind a survey link shows. Nobody else's answers, and of the person nothing at all. */
export const AnswerSheet = z.object({
  /** `open`: not handed in. `answered`: handed in, may be changed. `final`: handed in without a name, stays as it is. */
  state: z.enum(["open", "answered", "final"]),
  /** Who asks. */
  handlerName: z.string(),
  locale: localeShape,
  title: bilingual,
  introduction: bilingual,
  thanks: bilingual,
  isAnonymous: z.boolean(),
  /** A link for everybody, such as a QR code. */
  isWalkIn: z.boolean(),
  isDeclined: z.boolean(),
  /** The last day on which it may be answered or changed. */
  closesOn: day,
  questions: z.array(AskedQuestion),
  /** What was saved of it so far; empty without a name, because then it stays on the device. */
  answers: z.array(GivenAnswer),
  noticePath: z.string().nullable(),
});
export type AnswerSheet = z.infer<typeof AnswerSheet>;

const link = z.object({ token: linkToken });

/** What somebody does with the link of a survey; no sign-in. */
export const surveyAnswering = {
  look: endpoint({
    id: "surveyAnswering.look",
    method: "POST",
    path: "/survey-answers/look",
    allow: "public",
    summary: "The questions behind a survey link, and what was answered so far",
    body: link,
    response: AnswerSheet,
  }),
  save: endpoint({
    id: "surveyAnswering.save",
    method: "POST",
    path: "/survey-answers/save",
    allow: "public",
    summary:
      "Keep answers of a sheet that is not handed in yet; the same ones again change nothing. Not for answers without a name",
    body: link.extend({ answers: given }),
    response: nothing,
    status: 204,
  }),
  complete: endpoint({
    id: "surveyAnswering.complete",
    method: "POST",
    path: "/survey-answers",
    allow: "public",
    summary:
      "Hand in the whole sheet. With a name it may be handed in again until the round closes, and the last one counts; without a name it is final",
    body: link.extend({
      answers: given,
      /** Chosen by the device: the same one again is the same answer, not another. */
      clientRef: id,
      /** Seconds from the first sight of the questions. */
      seconds: z.number().min(0).max(100_000_000).default(0),
      /** A field no person sees. */
      website: z.string().max(500).default(""),
      locale: localeShape.optional(),
    }),
    response: z.object({ mayChange: z.boolean() }),
    status: 201,
  }),
  decline: endpoint({
    id: "surveyAnswering.decline",
    method: "POST",
    path: "/survey-answers/decline",
    allow: "public",
    summary: "Not this time: no reminder comes, what was begun is forgotten; the link still works",
    body: link,
    response: nothing,
    status: 204,
  }),
};
