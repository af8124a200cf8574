import { accountKinds } from "@mainstay/domain/account/account-kind";
import { grades } from "@mainstay/domain/account/grade";
import { healthBands } from "@mainstay/domain/health/health-band";
import { profileTopics } from "@mainstay/domain/account/profile-topic";
import { riskLevels } from "@mainstay/domain/account/risk-level";
import { segments } from "@mainstay/domain/account/segment";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { z } from "zod";
import { accountColumns } from "./account-columns.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { exportEncodings } from "./record-export.ts";
import {
  currency,
  day,
  id,
  instant,
  minor,
  named,
  nothing,
  page,
  pageQuery,
  requiredText,
  several,
  share,
  text,
  version,
} from "./endpoint/wire.ts";

/** The one filter behind the table, the matrix, the summary and the export. Lists are comma-separated in the URL. */
export const accountFilter = {
  q: text(100).optional(),
  segment: several(z.enum([...segments, "none"])),
  grade: several(z.enum(grades)),
  level: several(z.enum(riskLevels)),
  health: several(z.enum(healthBands)),
  stage: several(z.enum([...lifecycleStages, "none"])),
  kind: several(z.enum(accountKinds)),
  managerUserId: z.union([id, z.literal("none"), z.literal("me")]).optional(),
  industry: text(100).optional(),
  region: text(100).optional(),
  parentId: id.optional(),
  hasSignal: z.stringbool().optional(),
  hasProposal: z.stringbool().optional(),
  revenueMin: z.coerce.number().int().optional(),
  revenueMax: z.coerce.number().int().optional(),
};
export const AccountFilter = z.object(accountFilter);
export type AccountFilter = z.infer<typeof AccountFilter>;

export const accountSorts = [
  "valueAtRisk",
  "revenue12m",
  "lastOrderOn",
  "name",
  "pLost",
  "growth",
  "clv",
  "nextExpectedOn",
] as const;

/** One row of the table: who, how valuable, how at risk, what is next. Money is minor units of the base currency. */
export const AccountRow = z.object({
  id,
  name: z.string(),
  shortName: z.string().nullable(),
  externalId: z.string().nullable(),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  managerUserId: id.nullable(),
  managerName: z.string().nullable(),
  segment: z.enum(segments).nullable(),
  proposedSegment: z.enum(segments).nullable(),
  /** 合作阶段; null outside every stage. */
  stage: z.enum(lifecycleStages).nullable(),
  stageSince: day.nullable(),
  grade: z.enum(grades).nullable(),
  level: z.enum(riskLevels),
  revenue12mMinor: minor,
  margin12mMinor: minor.nullable(),
  growth: z.number().nullable(),
  valueScore: share.nullable(),
  potentialScore: share.nullable(),
  orderDays: z.int(),
  lastOrderOn: day.nullable(),
  nextFromOn: day.nullable(),
  nextExpectedOn: day.nullable(),
  nextToOn: day.nullable(),
  pLost: share.nullable(),
  pOrder90: share.nullable(),
  clvMinor: minor.nullable(),
  valueAtRiskMinor: minor,
  openSignals: z.int(),
  notEnoughHistory: z.boolean(),
  /** 支持面 −100…+100 and 覆盖 of the whole account; null where nobody stands in a decision chain. */
  supportIndex: z.number().min(-100).max(100).nullable(),
  coverage: share.nullable(),
  /** Health (formulas § 7); null before its first round. The score is provisional where the band is `insufficient`. */
  health: z
    .object({ band: z.enum(healthBands), score: z.number().min(0).max(100).nullable() })
    .nullable(),
});
export type AccountRow = z.infer<typeof AccountRow>;

/** What a person may write on an account; every field optional on an edit. */
export const AccountDraft = z.object({
  name: requiredText(200),
  shortName: text(60).nullish(),
  externalId: text(100).nullish(),
  uscc: text(40).nullish(),
  kinds: z.array(z.enum(accountKinds)).optional(),
  industry: text(100).nullish(),
  region: text(100).nullish(),
  country: text(100).nullish(),
  size: text(60).nullish(),
  parentId: id.nullish(),
  ownershipPercent: z.number().min(0).max(100).nullish(),
  contractStartOn: day.nullish(),
  contractEndOn: day.nullish(),
  creditLimitMinor: minor.min(0).nullish(),
  paymentTermsDays: z.int().min(0).max(3650).nullish(),
  currency: currency.nullish(),
  managerUserId: id.nullish(),
  backupUserId: id.nullish(),
  sponsorUserId: id.nullish(),
});
export type AccountDraft = z.infer<typeof AccountDraft>;

export const AccountAbilitiesView = z.object({
  view: z.boolean(),
  edit: z.boolean(),
  logInteraction: z.boolean(),
  addTask: z.boolean(),
  addPerson: z.boolean(),
  decideSegment: z.boolean(),
});

/** The account's own record. */
export const AccountView = z.object({
  id,
  name: z.string(),
  shortName: z.string().nullable(),
  externalId: z.string().nullable(),
  uscc: z.string().nullable(),
  kinds: z.array(z.enum(accountKinds)),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  size: z.string().nullable(),
  parent: named.nullable(),
  ownershipPercent: z.number().nullable(),
  contractStartOn: day.nullable(),
  contractEndOn: day.nullable(),
  creditLimitMinor: minor.nullable(),
  paymentTermsDays: z.int().nullable(),
  currency: currency.nullable(),
  manager: named.nullable(),
  backup: named.nullable(),
  sponsor: named.nullable(),
  profile: z.array(
    z.object({
      id,
      topic: z.enum(profileTopics),
      answer: z.string(),
      source: z.string(),
      answeredOn: day,
      recordedAt: instant,
    }),
  ),
  version,
  createdAt: instant,
  updatedAt: instant,
  can: AccountAbilitiesView,
});
export type AccountView = z.infer<typeof AccountView>;

/** Totals over the same filter as the table. */
export const AccountSummary = z.object({
  asOf: day.nullable(),
  baseCurrency: currency,
  accounts: z.int(),
  revenue12mMinor: minor,
  valueAtRiskMinor: minor,
  bySegment: z.array(
    z.object({
      segment: z.enum(segments).nullable(),
      accounts: z.int(),
      revenue12mMinor: minor,
      valueAtRiskMinor: minor,
    }),
  ),
  byLevel: z.array(
    z.object({ level: z.enum(riskLevels), accounts: z.int(), valueAtRiskMinor: minor }),
  ),
  byGrade: z.array(z.object({ grade: z.enum(grades).nullable(), accounts: z.int() })),
  /** Share of revenue that the top 20 % of accounts bring; null without revenue. */
  topFifthShare: share.nullable(),
});
export type AccountSummary = z.infer<typeof AccountSummary>;

/** Points of the value × potential matrix; at most 2,000, the most valuable first, `omitted` says how many are not drawn. */
export const AccountMatrix = z.object({
  policyVersion: z.int(),
  omitted: z.int(),
  points: z.array(
    z.object({
      id,
      name: z.string(),
      value: share,
      /** Rank of the value score among all accounts: the axis on which the cut lines lie. */
      valuePercentile: share,
      potential: share,
      segment: z.enum(segments).nullable(),
      level: z.enum(riskLevels),
      revenue12mMinor: minor,
      /** What else decides `core` (domain/evaluation/propose-segment.ts), so that a moved line can be previewed. */
      shareAbove: share,
      steadiness: z.object({ years: z.int(), lowestShare: z.number().nullable() }),
      isUnderContract: z.boolean(),
    }),
  ),
});
export type AccountMatrix = z.infer<typeof AccountMatrix>;

const params = z.object({ accountId: id });
const listQuery = z.object({
  ...accountFilter,
  ...pageQuery,
  sort: z.enum(accountSorts).default("valueAtRisk"),
  direction: z.enum(["asc", "desc"]).default("desc"),
});

/** One order-day of the rhythm strip. */
export const RhythmDot = z.object({ on: day, netMinor: minor, orders: z.int() });

/** Figures that can be asked for their formula, their inputs and the rows they were made of. */
export const accountFigures = [
  "revenue_12m",
  "margin_12m",
  "growth",
  "value_score",
  "potential_score",
  "segment",
  "grade",
  "p_lost",
  "p_order_90",
  "next_order",
  "clv",
  "value_at_risk",
] as const;

export const FigureView = z.object({
  figure: z.enum(accountFigures),
  value: z.number().nullable(),
  unit: z.enum(["money", "share", "day", "word"]),
  word: z.string().nullable(),
  asOf: day.nullable(),
  modelVersion: z.string().nullable(),
  /** What went into the figure, named by phrase key `figure.input.*`. */
  inputs: z.array(
    z.object({
      key: z.string(),
      value: z.union([z.number(), z.string()]).nullable(),
      unit: z.enum(["money", "share", "day", "number", "word"]),
    }),
  ),
  rows: z.array(
    z.object({ on: day, netMinor: minor, costMinor: minor.nullable(), orders: z.int() }),
  ),
});

export const accounts = {
  list: endpoint({
    id: "accounts.list",
    method: "GET",
    path: "/accounts",
    allow: "account.view",
    summary:
      "Accounts with their present standing; filter, sort, search (Chinese, pinyin, initials)",
    query: listQuery,
    response: page(AccountRow),
  }),
  summary: endpoint({
    id: "accounts.summary",
    method: "GET",
    path: "/accounts/summary",
    allow: "account.view",
    summary: "Totals over the filter",
    query: AccountFilter,
    response: AccountSummary,
  }),
  matrix: endpoint({
    id: "accounts.matrix",
    method: "GET",
    path: "/accounts/matrix",
    allow: "account.view",
    summary: "Value × potential points over the filter",
    query: AccountFilter,
    response: AccountMatrix,
  }),
  export: endpoint({
    id: "accounts.export",
    method: "GET",
    path: "/accounts/export",
    allow: "account.export",
    summary: "The table as it is seen — filter, order and columns — as CSV",
    query: z.object({
      ...accountFilter,
      sort: z.enum(accountSorts).default("valueAtRisk"),
      direction: z.enum(["asc", "desc"]).default("desc"),
      columns: several(z.enum(accountColumns)),
      encoding: z.enum(exportEncodings).default("utf-8"),
    }),
    response: nothing,
    download: "text/csv",
  }),
  get: endpoint({
    id: "accounts.get",
    method: "GET",
    path: "/accounts/:accountId",
    allow: "account.view",
    summary: "One account's record",
    params,
    response: AccountView,
    versioned: true,
  }),
  create: endpoint({
    id: "accounts.create",
    method: "POST",
    path: "/accounts",
    allow: "account.edit",
    summary: "Open an account file",
    body: AccountDraft,
    response: AccountView,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  edit: endpoint({
    id: "accounts.edit",
    method: "PATCH",
    path: "/accounts/:accountId",
    allow: "account.edit",
    summary: "Change an account's record (If-Match)",
    params,
    body: AccountDraft.partial(),
    response: AccountView,
    versioned: true,
  }),
  answerProfile: endpoint({
    id: "accounts.answerProfile",
    method: "POST",
    path: "/accounts/:accountId/profile",
    allow: "account.edit",
    summary: "Add a dated, sourced answer about the customer's world",
    params,
    body: z.object({
      topic: z.enum(profileTopics),
      answer: requiredText(5000),
      source: requiredText(300),
      answeredOn: day,
    }),
    response: AccountView,
    status: 201,
  }),
  figure: endpoint({
    id: "accounts.figure",
    method: "GET",
    path: "/accounts/:accountId/figures/:figure",
    allow: "account.view",
    summary: "A figure's formula inputs and the rows it was made of",
    params: z.object({ accountId: id, figure: z.enum(accountFigures) }),
    response: FigureView,
  }),
};

/** Where the roll-up of a group stands: this account and everything below it. */
export const GroupRollUp = z.object({
  accounts: z.int(),
  revenue12mMinor: minor,
  valueAtRiskMinor: minor,
  children: z.array(
    z.object({
      id,
      name: z.string(),
      revenue12mMinor: minor,
      level: z.enum(riskLevels),
      depth: z.int(),
    }),
  ),
});
