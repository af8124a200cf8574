import {
  requestChannels,
  subjectRequestKinds,
  subjectRequestStatuses,
} from "@mainstay/domain/privacy/subject-request-kind";
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
  text,
  version,
} from "./endpoint/wire.ts";

/** A person exercising a right (PIPL Articles 44–50). */
export const SubjectRequestView = z.object({
  id,
  person: named.nullable(),
  /** True when a person was named whom the reader cannot find any more: erased, or out of sight. */
  isPersonGone: z.boolean(),
  requester: z.string(),
  kind: z.enum(subjectRequestKinds),
  words: z.string(),
  receivedOn: day,
  receivedVia: z.enum(requestChannels),
  dueOn: day,
  isOverdue: z.boolean(),
  daysLeft: z.int(),
  identityChecked: z.string().nullable(),
  identityCheckedBy: named.nullable(),
  status: z.enum(subjectRequestStatuses),
  reply: z.string().nullable(),
  refusalReason: z.string().nullable(),
  handledBy: named.nullable(),
  closedAt: instant.nullable(),
  version,
  can: z.object({ checkIdentity: z.boolean(), carryOut: z.boolean(), refuse: z.boolean() }),
});
export type SubjectRequestView = z.infer<typeof SubjectRequestView>;

const params = z.object({ requestId: id });
const answer = { params, response: SubjectRequestView, versioned: true as const };

export const subjectRequests = {
  list: endpoint({
    id: "subjectRequests.list",
    method: "GET",
    path: "/subject-requests",
    allow: "privacy.view",
    summary: "Requests of persons: overdue first, then by due day; `working` means not closed",
    query: z.object({
      status: z.enum(["working", "closed", "all"]).default("working"),
      personId: id.optional(),
      ...pageQuery,
    }),
    response: page(SubjectRequestView),
  }),
  get: endpoint({
    ...answer,
    id: "subjectRequests.get",
    method: "GET",
    path: "/subject-requests/:requestId",
    allow: "privacy.view",
    summary: "One request",
  }),
  record: endpoint({
    id: "subjectRequests.record",
    method: "POST",
    path: "/subject-requests",
    allow: "subject_request.record",
    summary:
      "Record that somebody asked; the due day counts working days by the workspace's calendar",
    body: z.object({
      kind: z.enum(subjectRequestKinds),
      requester: requiredText(200),
      personId: id.optional(),
      words: text(4000).optional(),
      receivedOn: day,
      receivedVia: z.enum(requestChannels),
    }),
    response: z.object({ id, dueOn: day }),
    status: 201,
    idempotent: true,
  }),
  checkIdentity: endpoint({
    ...answer,
    id: "subjectRequests.checkIdentity",
    method: "POST",
    path: "/subject-requests/:requestId/check-identity",
    allow: "privacy.manage",
    summary: "How it was made certain who asks, and about which person (If-Match)",
    body: z.object({ how: requiredText(500), personId: id.optional() }),
  }),
  carryOut: endpoint({
    ...answer,
    id: "subjectRequests.carryOut",
    method: "POST",
    path: "/subject-requests/:requestId/carry-out",
    allow: "privacy.manage",
    summary:
      "Do what was asked and reply: erases, restricts, ends profiling or withdraws by the request's kind (If-Match)",
    body: z.object({ reply: requiredText(4000) }),
  }),
  refuse: endpoint({
    ...answer,
    id: "subjectRequests.refuse",
    method: "POST",
    path: "/subject-requests/:requestId/refuse",
    allow: "privacy.manage",
    summary: "Refuse with the reason (If-Match)",
    body: z.object({ reason: requiredText(2000) }),
  }),
  liftRestriction: endpoint({
    id: "subjectRequests.liftRestriction",
    method: "POST",
    path: "/people/:personId/lift-restriction",
    allow: "privacy.manage",
    summary: "The use of the person's information is no longer restricted",
    params: z.object({ personId: id }),
    body: z.object({ reason: requiredText(500) }),
    response: z.object({ isRestricted: z.boolean() }),
  }),
};
