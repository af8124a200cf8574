import { factKinds } from "@mainstay/domain/fact/fact-kind";
import { incidentStatuses, noticeAudiences } from "@mainstay/domain/privacy/incident";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing, requiredText, text, version } from "./endpoint/wire.ts";
import { localeShape } from "./session.ts";

const kinds = z.array(z.enum(factKinds)).max(factKinds.length);

/** Leak, tampering or loss of personal information (PIPL Article 57). */
export const IncidentView = z.object({
  id,
  title: z.string(),
  happenedAt: instant.nullable(),
  discoveredAt: instant,
  /** Whole hours since discovery, or until the authority was told. */
  hoursOpen: z.int().nonnegative(),
  kinds: z.array(z.enum(factKinds)),
  personsAffected: z.int().nullable(),
  cause: z.string(),
  harm: z.string(),
  measures: z.string(),
  contact: z.string(),
  status: z.enum(incidentStatuses),
  authorityNotifiedAt: instant.nullable(),
  personsNotifiedAt: instant.nullable(),
  noNoticeBecause: z.string().nullable(),
  recordedBy: named.nullable(),
  version,
  can: z.object({
    edit: z.boolean(),
    notifyAuthority: z.boolean(),
    notifyPersons: z.boolean(),
    close: z.boolean(),
  }),
});
export type IncidentView = z.infer<typeof IncidentView>;

const params = z.object({ incidentId: id });
const detail = {
  happenedAt: instant.nullish(),
  kinds: kinds.optional(),
  personsAffected: z.int().min(0).max(100_000_000).nullish(),
  cause: text(4000).optional(),
  harm: text(4000).optional(),
  measures: text(4000).optional(),
  contact: text(500).optional(),
};
const answer = {
  params,
  response: IncidentView,
  versioned: true as const,
  allow: "privacy.manage" as const,
};
const notice = {
  method: "GET" as const,
  allow: "privacy.view" as const,
  params: z.object({ incidentId: id, audience: z.enum(noticeAudiences) }),
  query: z.object({ locale: localeShape.optional() }),
  response: nothing,
};

export const incidents = {
  list: endpoint({
    id: "incidents.list",
    method: "GET",
    path: "/incidents",
    allow: "privacy.view",
    summary: "Incidents: open first, then the newest",
    response: z.object({ items: z.array(IncidentView), can: z.object({ record: z.boolean() }) }),
  }),
  get: endpoint({
    ...answer,
    id: "incidents.get",
    method: "GET",
    path: "/incidents/:incidentId",
    allow: "privacy.view",
    summary: "One incident",
  }),
  record: endpoint({
    id: "incidents.record",
    method: "POST",
    path: "/incidents",
    allow: "incident.record",
    summary: "Report an incident; anybody of us may, the clock starts at discovery",
    body: z.object({ title: requiredText(200), discoveredAt: instant, ...detail }),
    response: z.object({ id }),
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    ...answer,
    id: "incidents.edit",
    method: "PATCH",
    path: "/incidents/:incidentId",
    summary: "Write down what is found out (If-Match)",
    body: z.object({
      title: requiredText(200).optional(),
      noNoticeBecause: text(2000).nullish(),
      ...detail,
    }),
  }),
  advance: endpoint({
    ...answer,
    id: "incidents.advance",
    method: "POST",
    path: "/incidents/:incidentId/advance",
    summary: "Authority told, persons told, or closed (If-Match)",
    body: z.object({ step: z.enum(["notify_authority", "notify_persons", "close"]) }),
  }),
  noticeHtml: endpoint({
    ...notice,
    id: "incidents.noticeHtml",
    path: "/incidents/:incidentId/notice/:audience/notice.html",
    summary: "The notice to the authority or the persons, to read and print",
    download: "text/html",
  }),
  noticePdf: endpoint({
    ...notice,
    id: "incidents.noticePdf",
    path: "/incidents/:incidentId/notice/:audience/notice.pdf",
    summary: "The notice to the authority or the persons, as PDF",
    download: "application/pdf",
  }),
};
