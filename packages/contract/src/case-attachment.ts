import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing } from "./endpoint/wire.ts";

/** A file on a case. Its type is what its bytes proved, whatever it was called. */
export const CaseAttachmentView = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** Whether the customer sees it on their page. */
  isPublic: z.boolean(),
  byCustomer: z.boolean(),
  /** Who of us, or who of theirs, handed it in. */
  addedBy: named.nullable(),
  person: named.nullable(),
  addedAt: instant,
  can: z.object({ remove: z.boolean() }),
});
export type CaseAttachmentView = z.infer<typeof CaseAttachmentView>;

const ofCase = z.object({ caseId: id });
const one = z.object({ caseId: id, attachmentId: id });

export const caseAttachments = {
  list: endpoint({
    id: "caseAttachments.list",
    method: "GET",
    path: "/cases/:caseId/attachments",
    allow: "case.view",
    summary: "The files of a case, oldest first",
    params: ofCase,
    response: z.object({
      items: z.array(CaseAttachmentView),
      can: z.object({ add: z.boolean() }),
    }),
  }),
  add: endpoint({
    id: "caseAttachments.add",
    method: "POST",
    path: "/cases/:caseId/attachments",
    allow: "case.work",
    summary:
      "Hand in a file: PDF, picture, video, Office paper, text or mail, up to 10 MB, 20 a case; its content decides",
    params: ofCase,
    query: z.object({ showCustomer: z.enum(["yes", "no"]).default("no") }),
    upload: true,
    response: CaseAttachmentView,
    status: 201,
  }),
  download: endpoint({
    id: "caseAttachments.download",
    method: "GET",
    path: "/cases/:caseId/attachments/:attachmentId",
    allow: "case.view",
    summary: "The file itself; the look is recorded",
    params: one,
    response: nothing,
    download: "application/octet-stream",
  }),
  remove: endpoint({
    id: "caseAttachments.remove",
    method: "DELETE",
    path: "/cases/:caseId/attachments/:attachmentId",
    allow: "case.work",
    summary: "Take a file off again: one's own; others' only who directs",
    params: one,
    response: nothing,
    status: 204,
  }),
};
