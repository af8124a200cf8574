import { caseLinkKinds } from "@mainstay/domain/case-link/case-link-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing } from "./endpoint/wire.ts";

/** Something of the account that a case is about. */
export const CaseLinkView = z.object({
  id,
  kind: z.enum(caseLinkKinds),
  /** An order by its number, the others by name or title; null where the reader may not see it. */
  target: named.nullable(),
  linkedBy: named.nullable(),
  linkedAt: instant,
});
export type CaseLinkView = z.infer<typeof CaseLinkView>;

const ofCase = z.object({ caseId: id });

export const caseLinks = {
  list: endpoint({
    id: "caseLinks.list",
    method: "GET",
    path: "/cases/:caseId/links",
    allow: "case.view",
    summary: "Orders, people, needs and projects a case is about",
    params: ofCase,
    response: z.object({ items: z.array(CaseLinkView), can: z.object({ link: z.boolean() }) }),
  }),
  add: endpoint({
    id: "caseLinks.add",
    method: "POST",
    path: "/cases/:caseId/links",
    allow: "case.work",
    summary: "Link a case to an order, person, need or project of its account",
    params: ofCase,
    body: z.object({ kind: z.enum(caseLinkKinds), targetId: id }),
    response: CaseLinkView,
    status: 201,
    idempotent: true,
  }),
  remove: endpoint({
    id: "caseLinks.remove",
    method: "DELETE",
    path: "/cases/:caseId/links/:caseLinkId",
    allow: "case.work",
    summary: "Take a link off again",
    params: z.object({ caseId: id, caseLinkId: id }),
    response: nothing,
    status: 204,
  }),
};
