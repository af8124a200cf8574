import { promiseCounts } from "@mainstay/domain/promise/promise-count";
import {
  promiseSources,
  promiseStatuses,
  promiseStepKinds,
} from "@mainstay/domain/promise/promise-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, page, pageQuery, requiredText, share, version } from "./endpoint/wire.ts";

/** 内部客户承诺 as lists show it: which of our departments owes which account what, by when. */
export const PromiseRow = z.object({
  id,
  account: named,
  title: z.string(),
  person: named.nullable(),
  department: named,
  giver: named.nullable(),
  madeOn: day,
  dueOn: day,
  /** The day first promised, where it was moved since. */
  firstDueOn: day,
  status: z.enum(promiseStatuses),
  doneOn: day.nullable(),
  /** Days past its day: of an open one today, of a kept one on the day it was done; 0 in time. */
  daysLate: z.int().nonnegative(),
  reworks: z.int().nonnegative(),
  version,
});
export type PromiseRow = z.infer<typeof PromiseRow>;

export const PromiseView = PromiseRow.extend({
  evidence: z.string(),
  because: z.string().nullable(),
  source: z.object({ kind: z.enum(promiseSources), id }).nullable(),
  steps: z.array(
    z.object({
      id,
      kind: z.enum(promiseStepKinds),
      onDay: day,
      fromDueOn: day.nullable(),
      toDueOn: day.nullable(),
      person: named.nullable(),
      words: z.string(),
      madeBy: named.nullable(),
    }),
  ),
  can: z.object({
    edit: z.boolean(),
    keep: z.boolean(),
    move: z.boolean(),
    sendBack: z.boolean(),
    break: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type PromiseView = z.infer<typeof PromiseView>;

const params = z.object({ promiseId: id });
const act = {
  method: "POST" as const,
  allow: "promise.edit" as const,
  params,
  response: PromiseView,
  versioned: true as const,
};

const Figures = z.object({
  due: z.int(),
  onTime: z.int(),
  onTimeShare: share.nullable(),
  interval: z.object({ low: share, high: share }).nullable(),
  delivered: z.int(),
  reworked: z.int(),
  reworkShare: share.nullable(),
  late: z.int(),
  meanDelayDays: z.number().nullable(),
  moved: z.int(),
  ahead: z.int(),
  broken: z.int(),
});

export const PromiseBoard = z.object({
  fromOn: day,
  toOn: day,
  all: Figures,
  departments: z.array(z.object({ department: named, figures: Figures })),
});
export type PromiseBoard = z.infer<typeof PromiseBoard>;

export const promises = {
  list: endpoint({
    id: "promises.list",
    method: "GET",
    path: "/promises",
    allow: "promise.view",
    summary: "Promises to customers, the soonest due first; open ones unless told",
    query: z.object({
      accountId: id.optional(),
      departmentId: id.optional(),
      giverUserId: id.optional(),
      status: z.enum([...promiseStatuses, "all"]).default("open"),
      /** Open and past its day. */
      late: z.enum(["true"]).optional(),
      /** Those a number of the board counts; with `status=all`. */
      counted: z.enum(promiseCounts).optional(),
      dueFrom: day.optional(),
      dueTo: day.optional(),
      ...pageQuery,
    }),
    response: page(PromiseRow),
  }),
  board: endpoint({
    id: "promises.board",
    method: "GET",
    path: "/promises/board",
    allow: "promise.view",
    summary: "How each department keeps its word: on time, sent back, mean delay, with n",
    query: z.object({ from: day.optional(), to: day.optional(), accountId: id.optional() }),
    response: PromiseBoard,
  }),
  get: endpoint({
    id: "promises.get",
    method: "GET",
    path: "/promises/:promiseId",
    allow: "promise.view",
    summary: "One promise with what became of it",
    params,
    response: PromiseView,
    versioned: true,
  }),
  give: endpoint({
    id: "promises.give",
    method: "POST",
    path: "/accounts/:accountId/promises",
    allow: "promise.edit",
    summary: "Write down what was promised, by which department, by when",
    params: z.object({ accountId: id }),
    body: z.object({
      title: requiredText(300),
      departmentId: id,
      giverUserId: id.nullable().optional(),
      personId: id.nullable().optional(),
      madeOn: day.optional(),
      dueOn: day,
      source: z
        .object({ kind: z.enum(promiseSources), id })
        .nullable()
        .optional(),
    }),
    response: PromiseView,
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    id: "promises.edit",
    method: "PATCH",
    path: "/promises/:promiseId",
    allow: "promise.edit",
    summary: "Correct the words, the department or who answers for it (If-Match)",
    params,
    body: z.object({
      title: requiredText(300).optional(),
      departmentId: id.optional(),
      giverUserId: id.nullable().optional(),
      personId: id.nullable().optional(),
    }),
    response: PromiseView,
    versioned: true,
  }),
  keep: endpoint({
    ...act,
    id: "promises.keep",
    path: "/promises/:promiseId/keep",
    summary: "It was done on a day, with what shows it (If-Match)",
    body: z.object({ doneOn: day, evidence: requiredText(2000) }),
  }),
  move: endpoint({
    ...act,
    id: "promises.move",
    path: "/promises/:promiseId/move",
    summary:
      "Another day, agreed with a person of theirs; the first one stays on record (If-Match)",
    body: z.object({ dueOn: day, agreedWithPersonId: id, because: requiredText(1000) }),
  }),
  sendBack: endpoint({
    ...act,
    id: "promises.sendBack",
    path: "/promises/:promiseId/send-back",
    summary: "The customer sent it back: to be done again by another day (If-Match)",
    body: z.object({
      dueOn: day,
      because: requiredText(1000),
      personId: id.nullable().optional(),
    }),
  }),
  break: endpoint({
    ...act,
    id: "promises.break",
    path: "/promises/:promiseId/break",
    summary: "It will not be kept; why (If-Match)",
    body: z.object({ because: requiredText(1000) }),
  }),
  withdraw: endpoint({
    ...act,
    id: "promises.withdraw",
    path: "/promises/:promiseId/withdraw",
    summary: "No longer wanted: agreed with a person of theirs (If-Match)",
    body: z.object({ because: requiredText(1000), agreedWithPersonId: id }),
  }),
};
