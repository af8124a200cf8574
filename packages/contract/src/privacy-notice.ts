import { factClasses } from "@mainstay/domain/fact/fact-class";
import { factBases } from "@mainstay/domain/fact/fact-basis";
import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, instant, named, requiredText, text } from "./endpoint/wire.ts";

/** The same words for both readers. */
const bothLanguages = z.object({ zh: requiredText(2000), en: requiredText(2000) });
const maybeBothLanguages = z.object({ zh: text(2000), en: text(2000) });

/** What compliance writes; the rest of the notice is generated. */
export const NoticeDraft = z.object({
  handlerName: requiredText(200),
  handlerAddress: text(300),
  contactName: requiredText(100),
  contactMail: text(200),
  contactPhone: text(60),
  officer: text(200),
  purposes: z.array(bothLanguages).min(1).max(20),
  methods: bothLanguages,
  howToExercise: bothLanguages,
  recipients: z
    .array(z.object({ name: requiredText(200), purpose: requiredText(500), kinds: text(500) }))
    .max(50),
  crossBorder: maybeBothLanguages,
});
export type NoticeDraft = z.infer<typeof NoticeDraft>;

/** What the form begins with: who answers for it may still be open. */
export const NoticeProposal = NoticeDraft.extend({ contactName: text(100) });

/** A kind of information with its class, usual basis and retention, as the catalogue had it at publication. */
export const NoticeKind = z.object({
  kind: z.enum(consentScopes),
  class: z.enum(factClasses),
  basis: z.enum(factBases),
  retention: z.object({
    from: z.enum(["verified", "occasion"]),
    count: z.int(),
    unit: z.enum(["months", "days"]),
  }),
});

export const NoticeContent = NoticeDraft.extend({
  kinds: z.array(NoticeKind),
  requestWorkingDays: z.int(),
  publishedOn: day,
});
export type NoticeContent = z.infer<typeof NoticeContent>;

export const NoticeView = z.object({
  version: z.int().min(1),
  content: NoticeContent,
  publishedBy: named.nullable(),
  publishedAt: instant,
  /** Where anybody reads it. */
  path: z.string(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const notices = {
  get: endpoint({
    id: "notices.get",
    method: "GET",
    path: "/privacy/notice",
    allow: "privacy.view",
    summary:
      "The published notice and the draft of the next; `isOutdated` when kinds or retention have moved since",
    response: z.object({
      published: NoticeView.nullable(),
      draft: NoticeProposal,
      kinds: z.array(NoticeKind),
      isOutdated: z.boolean(),
      can: z.object({ publish: z.boolean() }),
    }),
  }),
  versions: endpoint({
    id: "notices.versions",
    method: "GET",
    path: "/privacy/notice/versions",
    allow: "privacy.view",
    summary: "Every published version, newest first",
    response: z.object({ items: z.array(NoticeView) }),
  }),
  publish: endpoint({
    id: "notices.publish",
    method: "POST",
    path: "/privacy/notice/versions",
    allow: "privacy.manage",
    summary: "Publish a version of the notice; kinds and retention are taken from the catalogue",
    body: z.object({ draft: NoticeDraft, baseVersion: z.int().min(0) }),
    response: NoticeView,
    status: 201,
    idempotent: true,
  }),
};
