import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import {
  obligationDropCodes,
  obligationKinds,
  obligationStatuses,
} from "@mainstay/domain/obligation/obligation-kind";
import { cadences } from "@mainstay/domain/service-policy/cadence";
import { policyLineKeys, policySeats } from "@mainstay/domain/service-policy/service-terms";
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
  version,
} from "./endpoint/wire.ts";
import { OwedServiceView } from "./service-policy.ts";

/** Something the service policy owes an account in a period: what, why, by when, by whom, and what came of it. */
export const ObligationView = z.object({
  id,
  kind: z.enum(obligationKinds),
  status: z.enum(obligationStatuses),
  isOverdue: z.boolean(),
  account: z.object({ id, name: z.string(), segment: z.enum(segments).nullable() }),
  owner: named.nullable(),
  periodFrom: day,
  periodTo: day,
  every: z.enum(cadences),
  dueOn: day,
  contactKinds: z.array(z.enum(interactionKinds)),
  /** Which line of which version of the policy it comes from. */
  policyVersion: z.int(),
  policyLine: z.enum(policyLineKeys),
  fulfilledOn: day.nullable(),
  isOnTime: z.boolean().nullable(),
  metByInteractionId: id.nullable(),
  fulfilledBy: named.nullable(),
  fulfilmentNote: z.string().nullable(),
  droppedBecause: z.string().nullable(),
  /** Where the product itself took it back: why. */
  dropCode: z.enum(obligationDropCodes).nullable(),
  moves: z.int(),
  version,
  can: z.object({
    fulfil: z.boolean(),
    move: z.boolean(),
    drop: z.boolean(),
    reopen: z.boolean(),
  }),
});
export type ObligationView = z.infer<typeof ObligationView>;

/** A move by agreement with the customer. */
export const ObligationMoveView = z.object({
  id,
  fromDueOn: day,
  toDueOn: day,
  /** Null where the person has been deleted or may not be seen. */
  agreedWith: named.nullable(),
  note: z.string(),
  movedBy: named.nullable(),
  movedAt: instant,
});

const params = z.object({ obligationId: id });
const act = {
  params,
  response: ObligationView,
  versioned: true as const,
  allow: "obligation.work" as const,
};

/** Due days from–to and who or what; every list and every rate takes the same. */
export const obligationFilter = {
  kind: z.enum(obligationKinds).optional(),
  ownerUserId: z.union([id, z.literal("none"), z.literal("me")]).optional(),
  departmentId: z.union([id, z.literal("none")]).optional(),
  segment: z.union([z.enum(segments), z.literal("none")]).optional(),
  accountId: id.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
};

/** On time of all that was due; `rate` is null where nothing was. */
const Rate = z.object({
  due: z.int(),
  onTime: z.int(),
  late: z.int(),
  missed: z.int(),
  overdue: z.int(),
  rate: share.nullable(),
});

export const obligations = {
  list: endpoint({
    id: "obligations.list",
    method: "GET",
    path: "/obligations",
    allow: "obligation.view",
    summary:
      "Obligations, soonest due first; `counted` are those whose due day has come, dropped ones left out",
    query: z.object({
      status: z.enum([...obligationStatuses, "overdue", "counted", "any"]).default("open"),
      outcome: z.enum(["on_time", "late", "missed", "overdue"]).optional(),
      ...obligationFilter,
      ...pageQuery,
    }),
    response: page(ObligationView),
  }),
  overdue: endpoint({
    id: "obligations.overdue",
    method: "GET",
    path: "/obligations/overdue",
    allow: "obligation.view",
    summary: "How many are overdue or due within a fortnight, and whose they are",
    response: z.object({
      today: day,
      overdue: z.int(),
      overdueAccounts: z.int(),
      dueSoon: z.int(),
      unowned: z.int(),
      people: z.array(
        z.object({
          user: named.nullable(),
          overdue: z.int(),
          dueSoon: z.int(),
          oldestDueOn: day.nullable(),
        }),
      ),
    }),
  }),
  compliance: endpoint({
    id: "obligations.compliance",
    method: "GET",
    path: "/obligations/compliance",
    allow: "obligation.view",
    summary:
      "Of what was due in a window how much was done on time: by manager, department or segment",
    query: z.object({
      by: z.enum(["manager", "department", "segment"]).default("manager"),
      from: day,
      to: day,
      kind: z.enum(obligationKinds).optional(),
    }),
    response: z.object({
      total: Rate,
      groups: z.array(
        z.object({
          /** A user's or department's id, or a segment; null for none. */
          key: z.string().nullable(),
          /** Null where the words of the reader's language stand for it. */
          name: z.string().nullable(),
          ...Rate.shape,
        }),
      ),
    }),
  }),
  ofAccount: endpoint({
    id: "obligations.ofAccount",
    method: "GET",
    path: "/accounts/:accountId/obligations",
    allow: "obligation.view",
    summary: "What an account is owed and why, what is open, and what was done lately",
    params: z.object({ accountId: id }),
    response: z.object({
      policyVersion: z.int(),
      effectiveFrom: day.nullable(),
      segment: z.enum(segments).nullable(),
      grade: z.enum(grades).nullable(),
      /** False for the long tail nobody manages: nothing is owed on dates. */
      isUnderPolicy: z.boolean(),
      owed: OwedServiceView,
      missingSeats: z.array(z.enum(policySeats)),
      open: z.array(ObligationView),
      past: z.array(ObligationView),
      rate: Rate,
    }),
  }),
  get: endpoint({
    id: "obligations.get",
    method: "GET",
    path: "/obligations/:obligationId",
    allow: "obligation.view",
    summary: "One obligation with every move that was agreed",
    params,
    response: ObligationView.extend({ movesLog: z.array(ObligationMoveView) }),
    versioned: true,
  }),
  fulfil: endpoint({
    ...act,
    id: "obligations.fulfil",
    method: "POST",
    path: "/obligations/:obligationId/fulfil",
    summary: "Done, by a person's word, with what was done (If-Match)",
    body: z.object({ fulfilledOn: day, note: requiredText(2000) }),
  }),
  move: endpoint({
    ...act,
    id: "obligations.move",
    method: "POST",
    path: "/obligations/:obligationId/move",
    summary: "Move the due day as agreed with a person of the customer (If-Match)",
    body: z.object({ dueOn: day, agreedWithPersonId: id, note: requiredText(1000) }),
  }),
  drop: endpoint({
    ...act,
    id: "obligations.drop",
    method: "POST",
    path: "/obligations/:obligationId/drop",
    summary: "Not owed this time, with the reason (If-Match)",
    body: z.object({ because: requiredText(1000) }),
  }),
  reopen: endpoint({
    ...act,
    id: "obligations.reopen",
    method: "POST",
    path: "/obligations/:obligationId/reopen",
    summary: "Take back a word given or a drop by hand (If-Match)",
  }),
};
