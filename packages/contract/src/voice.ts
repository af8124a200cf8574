import { segments } from "@mainstay/domain/account/segment";
import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { questionKinds, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, nothing, page, pageQuery, share, text } from "./endpoint/wire.ts";
import { exportEncodings } from "./record-export.ts";
import { GivenAnswer } from "./survey-response.ts";

const bilingual = z.object({ zh: z.string().optional(), en: z.string().optional() });
const choice = bilingual.extend({ key: z.string() });
const scale = z.enum(voiceScales);
const count = z.int().nonnegative();

/** The figure of one scale: NPS −100 … +100, else the share of the top 0 … 1; null below five answers. */
export const VoiceFigureView = z.object({
  scale,
  n: count,
  counts: z.array(z.object({ score: z.int(), count })),
  dissatisfied: count,
  neither: count,
  satisfied: count,
  value: z.number().nullable(),
  /** Ends of the 95 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  mean: z.number().nullable(),
});
export type VoiceFigureView = z.infer<typeof VoiceFigureView>;

/** Why figures are not shown: of anonymous rounds only to whom sees all accounts, once closed, from five answers on. */
export const resultStates = ["shown", "not_yours", "not_closed", "too_few"] as const;

const header = {
  survey: z.object({ id, title: bilingual, isAnonymous: z.boolean() }),
  roundId: id,
  number: z.int(),
  openedOn: day,
  closesOn: day,
  isClosed: z.boolean(),
  isAnonymous: z.boolean(),
  state: z.enum(resultStates),
  asked: count,
  answered: count,
  responseRate: share.nullable(),
};

export const QuestionResult = z.object({
  questionId: id,
  kind: z.enum(questionKinds),
  words: bilingual,
  isOverall: z.boolean(),
  department: named.nullable(),
  /** People who answered it; 0 where it is hidden. */
  n: count,
  /** Anonymous and answered by fewer than five. */
  isHidden: z.boolean(),
  figure: VoiceFigureView.nullable(),
  /** Of choices: how many took each, with the share and its interval from five answers on. */
  choices: z.array(
    choice.extend({
      count,
      share: share.nullable(),
      low: share.nullable(),
      high: share.nullable(),
    }),
  ),
  rows: z.array(
    choice.extend({
      n: count,
      isHidden: z.boolean(),
      counts: z.array(z.object({ key: z.string(), count })),
      figure: VoiceFigureView.nullable(),
    }),
  ),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

const slice = { n: count, isHidden: z.boolean(), figure: VoiceFigureView.nullable() };

/** What a round said. Answers of accounts in the reader's sight, without those that look like a program's. */
export const RoundResults = z.object({
  ...header,
  n: count,
  /** Begun and not handed in. */
  partial: count,
  /** Look like a program's; counted nowhere. */
  suspects: count,
  overall: VoiceFigureView.nullable(),
  questions: z.array(QuestionResult),
  bySegment: z.array(z.object({ segment: z.enum(segments).nullable(), ...slice })),
  /** Questions that ask about a department, on one scale. */
  byDepartment: z.array(z.object({ department: named, scale, ...slice })),
  /** Accounts with most answers, at most fifty. */
  byAccount: z.array(z.object({ account: named, ...slice })),
});
export type RoundResults = z.infer<typeof RoundResults>;

export const TrendPointView = z.object({
  ...header,
  n: count,
  figure: VoiceFigureView.nullable(),
});
export type TrendPointView = z.infer<typeof TrendPointView>;

/** What an account thinks: its people's newest answers of the last 200 days on one scale. */
export const AccountVoice = z.object({
  account: z.object({ id, name: z.string(), segment: z.enum(segments).nullable() }),
  scale,
  n: count,
  dissatisfied: count,
  /** Weighted by influence and role, on the scale itself. */
  mean: z.number(),
  answeredOn: day,
  /** The economic buyer's own newest answer on whatever scale, the worst of several; null when none of them answered. */
  buyer: z
    .object({
      person: named.nullable(),
      scale,
      score: z.int(),
      isDissatisfied: z.boolean(),
      answeredOn: day,
      responseId: id,
    })
    .nullable(),
});
export type AccountVoice = z.infer<typeof AccountVoice>;

/** One person's answer. */
export const ResponseRow = z.object({
  id,
  surveyTitle: bilingual,
  roundNumber: z.int(),
  /** Null when erased, out of sight, or nobody is known. */
  person: named.nullable(),
  buyingRole: z.enum(buyingRoles).nullable(),
  answeredOn: day,
  overall: z.object({ scale, score: z.int(), isDissatisfied: z.boolean() }).nullable(),
  version: z.int(),
  verbatims: z.array(z.object({ question: bilingual, words: z.string() })),
});
export type ResponseRow = z.infer<typeof ResponseRow>;

export const ResponseView = ResponseRow.extend({
  account: named.nullable(),
  questions: z.array(
    z.object({
      id,
      kind: z.enum(questionKinds),
      words: bilingual,
      options: z.array(choice),
      rows: z.array(choice),
      department: named.nullable(),
    }),
  ),
  answers: z.array(GivenAnswer),
});
export type ResponseView = z.infer<typeof ResponseView>;

export const VerbatimRow = z.object({
  /** Of an answer without a name a name of this text alone: it joins no two texts of one sheet. */
  responseId: id,
  questionId: id,
  question: bilingual,
  words: z.string(),
  department: named.nullable(),
  /** Null for an answer without a name, and for one by a link for everybody. */
  account: named.nullable(),
  person: named.nullable(),
  /** There is a person, whose use is restricted. */
  isRestricted: z.boolean(),
  isAnonymous: z.boolean(),
  /** Of an anonymous answer the first day of its round: its own would lead to who gave it. */
  answeredOn: day,
  surveyTitle: bilingual,
  roundNumber: z.int(),
  overall: z.object({ scale, score: z.int(), isDissatisfied: z.boolean() }).nullable(),
  /** The case that takes this answer up. */
  case: z.object({ id, number: z.int() }).nullable(),
});
export type VerbatimRow = z.infer<typeof VerbatimRow>;

export const feelings = ["dissatisfied", "neither", "satisfied"] as const;

const verbatimFilter = {
  search: text(100).optional(),
  surveyId: id.optional(),
  roundId: id.optional(),
  questionId: id.optional(),
  accountId: id.optional(),
  departmentId: id.optional(),
  segment: z.enum(segments).optional(),
  feeling: z.enum(feelings).optional(),
};

/** One score of one person: what a figure of satisfaction counts. Never of an anonymous round. */
export const ScoredAnswer = z.object({
  responseId: id,
  questionId: id.nullable(),
  question: bilingual,
  /** The row of a matrix; null otherwise. */
  row: bilingual.nullable(),
  scale,
  score: z.int(),
  isDissatisfied: z.boolean(),
  department: named.nullable(),
  segment: z.enum(segments).nullable(),
  account: named.nullable(),
  person: named.nullable(),
  isRestricted: z.boolean(),
  answeredOn: day,
  surveyTitle: bilingual,
  roundNumber: z.int(),
});
export type ScoredAnswer = z.infer<typeof ScoredAnswer>;

const ofRound = z.object({ roundId: id });

export const voices = {
  trend: endpoint({
    id: "voices.trend",
    method: "GET",
    path: "/voice/surveys/:surveyId/trend",
    allow: "voice.view",
    summary: "The overall figure of every round of a survey, oldest first",
    params: z.object({ surveyId: id }),
    response: z.object({ points: z.array(TrendPointView) }),
  }),
  round: endpoint({
    id: "voices.round",
    method: "GET",
    path: "/voice/rounds/:roundId",
    allow: "voice.view",
    summary: "What a round said: by question, segment, department and account",
    params: ofRound,
    query: z.object({ segment: z.enum(segments).optional(), accountId: id.optional() }),
    response: RoundResults,
  }),
  accounts: endpoint({
    id: "voices.accounts",
    method: "GET",
    path: "/voice/accounts",
    allow: "voice.view",
    summary:
      "Accounts by what they think now: dissatisfied economic buyers first, then the worst single answer",
    query: z.object({
      ...pageQuery,
      segment: z.enum(segments).optional(),
      search: text(100).optional(),
      buyer: z.enum(["dissatisfied", "silent"]).optional(),
    }),
    response: page(AccountVoice),
  }),
  ofAccount: endpoint({
    id: "voices.ofAccount",
    method: "GET",
    path: "/accounts/:accountId/voice",
    allow: "voice.view",
    summary: "What an account thinks, its rounds, and who of it said what",
    params: z.object({ accountId: id }),
    response: z.object({
      voice: AccountVoice.nullable(),
      rounds: z.array(
        z.object({
          roundId: id,
          surveyTitle: bilingual,
          number: z.int(),
          openedOn: day,
          figure: VoiceFigureView,
        }),
      ),
      responses: z.array(ResponseRow),
      /** Named answers in all; the newest are shown. */
      total: count,
    }),
  }),
  response: endpoint({
    id: "voices.response",
    method: "GET",
    path: "/survey-responses/:responseId",
    allow: "voice.view",
    summary: "One answer as a whole; answers of anonymous rounds are never shown one by one",
    params: z.object({ responseId: id }),
    response: ResponseView,
  }),
  verbatims: endpoint({
    id: "voices.verbatims",
    method: "GET",
    path: "/voice/verbatims",
    allow: "voice.view",
    summary: "What customers wrote, newest first; those without a name stand without an account",
    query: z.object({ ...pageQuery, ...verbatimFilter }),
    /** The total is exact up to a thousand; then there are more. */
    response: page(VerbatimRow).extend({ isTotalMore: z.boolean() }),
  }),
  answers: endpoint({
    id: "voices.answers",
    method: "GET",
    path: "/voice/answers",
    allow: "voice.view",
    summary:
      "The single answers a figure of satisfaction counts, newest first; answers of anonymous rounds are never among them",
    query: z.object({
      ...pageQuery,
      scale: scale.default("csat"),
      /** `true`: overall answers alone, as the judgement on satisfaction counts them. */
      overall: z.literal("true").optional(),
      from: day.optional(),
      to: day.optional(),
      departmentId: z.union([id, z.literal("none")]).optional(),
      segment: z.enum([...segments, "none"]).optional(),
      roundId: id.optional(),
      questionId: id.optional(),
      accountId: id.optional(),
    }),
    response: page(ScoredAnswer),
  }),
  export: endpoint({
    id: "voices.export",
    method: "GET",
    path: "/voice/rounds/:roundId/export",
    allow: "voice.export",
    summary:
      "Every answer of a round as CSV or XLSX; of an anonymous one question by question, none below five",
    params: ofRound,
    query: z.object({
      format: z.enum(["csv", "xlsx"]).default("csv"),
      encoding: z.enum(exportEncodings).default("utf-8"),
    }),
    response: nothing,
    download: "text/csv",
  }),
};
