import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing } from "./endpoint/wire.ts";

/** A file that shows something. Its type is what its bytes proved, whatever it was called. */
export const EvidenceFileView = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  addedBy: named.nullable(),
  addedAt: instant,
  can: z.object({ remove: z.boolean() }),
});
export type EvidenceFileView = z.infer<typeof EvidenceFileView>;

const list = z.object({ items: z.array(EvidenceFileView), can: z.object({ add: z.boolean() }) });
const hung = { upload: true as const, response: EvidenceFileView, status: 201 as const };
const file = { response: nothing, download: "application/octet-stream" as const };
const gone = { response: nothing, status: 204 as const };
const limits = "PDF, picture, video, Office paper, text or mail, up to 10 MB; its content decides";

const ofPromise = z.object({ promiseId: id });
const oneOfPromise = z.object({ promiseId: id, evidenceId: id });

/** What shows that a promise was kept. */
export const promiseEvidence = {
  list: endpoint({
    id: "promiseEvidence.list",
    method: "GET",
    path: "/promises/:promiseId/evidence",
    allow: "promise.view",
    summary: "The files that show what became of a promise, oldest first",
    params: ofPromise,
    response: list,
  }),
  add: endpoint({
    id: "promiseEvidence.add",
    method: "POST",
    path: "/promises/:promiseId/evidence",
    allow: "promise.edit",
    summary: `Hang a file on a promise: ${limits}`,
    params: ofPromise,
    ...hung,
  }),
  download: endpoint({
    id: "promiseEvidence.download",
    method: "GET",
    path: "/promises/:promiseId/evidence/:evidenceId",
    allow: "promise.view",
    summary: "The file itself; the look is recorded",
    params: oneOfPromise,
    ...file,
  }),
  remove: endpoint({
    id: "promiseEvidence.remove",
    method: "DELETE",
    path: "/promises/:promiseId/evidence/:evidenceId",
    allow: "promise.edit",
    summary: "Take a file off again: one's own; others' only who directs",
    params: oneOfPromise,
    ...gone,
  }),
};

const ofNeed = z.object({ needId: id });
const oneOfNeed = z.object({ needId: id, needEvidenceId: id });

/** What a need and its steps rest on. */
export const needEvidence = {
  list: endpoint({
    id: "needEvidence.list",
    method: "GET",
    path: "/needs/:needId/evidence",
    allow: "need.view",
    summary: "The files a need and its steps rest on, oldest first",
    params: ofNeed,
    response: list,
  }),
  add: endpoint({
    id: "needEvidence.add",
    method: "POST",
    path: "/needs/:needId/evidence",
    allow: "need.edit",
    summary: `Hang a file on a need: ${limits}`,
    params: ofNeed,
    ...hung,
  }),
  download: endpoint({
    id: "needEvidence.download",
    method: "GET",
    path: "/needs/:needId/evidence/:needEvidenceId",
    allow: "need.view",
    summary: "The file itself; the look is recorded",
    params: oneOfNeed,
    ...file,
  }),
  remove: endpoint({
    id: "needEvidence.remove",
    method: "DELETE",
    path: "/needs/:needId/evidence/:needEvidenceId",
    allow: "need.edit",
    summary: "Take a file off again: one's own; others' only who directs",
    params: oneOfNeed,
    ...gone,
  }),
};
