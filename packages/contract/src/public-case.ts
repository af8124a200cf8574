import { caseEventKinds, caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import { filingFilesAtMost, filingWordsAtMost } from "@mainstay/domain/public-case/filing-limit";
import { publicCaseStates } from "@mainstay/domain/public-case/public-case-state";
import { userRoles } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, requiredText, text } from "./endpoint/wire.ts";
import { linkToken, localeShape } from "./session.ts";

/** What a customer sees before filing: whom they write to and for whom; no more of a person than the first letter. */
export const CaseFilingView = z.object({
  /** Our company, as its privacy notice names it. */
  handlerName: z.string(),
  locale: localeShape,
  /** `/notice/<key>`; null while none is published. */
  noticePath: z.string().nullable(),
  /** `person` and `account`: the link was given to them; `anybody`: the open form. */
  givenTo: z.enum(["person", "account", "anybody"]),
  accountName: z.string().nullable(),
  personInitial: z.string().nullable(),
});
export type CaseFilingView = z.infer<typeof CaseFilingView>;

const contact = z.object({
  name: text(100).default(""),
  phone: text(40).default(""),
  email: text(200).default(""),
  /** Asked by the open form alone. */
  company: text(200).default(""),
});
export type FilingContact = z.output<typeof contact>;

const filing = z.object({
  token: linkToken,
  /** Chosen by the page before the first try: the same one again gives the first answer, so that a double tap files once. */
  clientRef: id,
  kind: z.enum(caseKinds),
  /** As the customer says it. */
  level: z.enum(caseLevels),
  words: requiredText(filingWordsAtMost),
  /** Left out or empty where the link was given to a person. The open form demands a name and a phone or mail address. */
  contact: contact.nullish(),
  locale: localeShape.nullish(),
});
export type CaseFiling = z.output<typeof filing>;

/** What a customer may know of their own case; nothing of anybody else, nothing that was written for us alone. */
export const PublicCaseView = z.object({
  handlerName: z.string(),
  locale: localeShape,
  noticePath: z.string().nullable(),
  state: z.enum(publicCaseStates),
  /** Null while nobody has looked at it. */
  number: z.int().nullable(),
  kind: z.enum(caseKinds).nullable(),
  level: z.enum(caseLevels).nullable(),
  title: z.string().nullable(),
  /** The customer's own words. */
  words: z.string(),
  /** The number under which it goes on. */
  mergedInto: z.int().nullable(),
  openedAt: instant,
  replyDueAt: instant.nullable(),
  repliedAt: instant.nullable(),
  solveDueAt: instant.nullable(),
  solvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  solution: z.string().nullable(),
  score: z.int().nullable(),
  /** Who answers for it until the customer is satisfied, and who works on it now. */
  firstResponder: z.object({ name: z.string(), role: z.enum(userRoles) }).nullable(),
  handler: z.object({ name: z.string(), role: z.enum(userRoles) }).nullable(),
  /** Somebody of us asked to stop the clocks and waits for the customer's yes. */
  pauseAsked: z
    .object({ eventId: id, at: instant, words: z.string(), until: instant.nullable() })
    .nullable(),
  timeline: z.array(
    z.object({
      id,
      at: instant,
      kind: z.enum(caseEventKinds),
      by: z.enum(["customer", "us"]),
      words: z.string(),
    }),
  ),
  /** The files the customer sent by their own links. */
  attachments: z.array(z.object({ name: z.string(), sizeBytes: z.int() })),
  can: z.object({ write: z.boolean(), attach: z.boolean(), agreeToPause: z.boolean() }),
});
export type PublicCaseView = z.infer<typeof PublicCaseView>;

/** What somebody who does not sign in does about cases of their own: file one, follow it, add to it. */
export const publicCases = {
  fileLook: endpoint({
    id: "publicCases.fileLook",
    method: "POST",
    path: "/public-cases/filing/look",
    allow: "public",
    summary: "Whom a filing link leads to",
    body: z.object({ token: linkToken }),
    response: CaseFilingView,
  }),
  file: endpoint({
    id: "publicCases.file",
    method: "POST",
    path: "/public-cases/filing",
    allow: "public",
    summary:
      "File a case by a filing link; answers with the link to follow it. Files are sent by that link afterwards",
    body: filing,
    response: z.object({
      /** Null when somebody of us has to look at it first. */
      number: z.int().nullable(),
      /** `/c/#…`: the page to follow it, to be kept by the customer. */
      trackingPath: z.string(),
      filesAtMost: z.literal(filingFilesAtMost),
    }),
    status: 201,
  }),
  trackLook: endpoint({
    id: "publicCases.trackLook",
    method: "POST",
    path: "/public-cases/tracking/look",
    allow: "public",
    summary: "Where a case stands, for the customer whose it is",
    body: z.object({ token: linkToken }),
    response: PublicCaseView,
  }),
  trackWrite: endpoint({
    id: "publicCases.trackWrite",
    method: "POST",
    path: "/public-cases/tracking/words",
    allow: "public",
    summary:
      "Add words to one's own case, or agree that its clocks stop; the same clientRef again adds nothing",
    body: z
      .object({
        token: linkToken,
        clientRef: id,
        words: text(filingWordsAtMost).default(""),
        /** The asking that is agreed to. */
        agreeToPauseEventId: id.nullish(),
      })
      .refine(({ words, agreeToPauseEventId }) => words !== "" || agreeToPauseEventId, {
        path: ["words"],
        message: "text.empty",
      }),
    response: PublicCaseView,
  }),
  trackAttach: endpoint({
    id: "publicCases.trackAttach",
    method: "POST",
    path: "/public-cases/tracking/files",
    allow: "public",
    summary:
      "Send a file to one's own case: multipart with the field `token` before the file; at most three a filing, 5 MB each; its content decides what it is",
    upload: true,
    response: z.object({ name: z.string(), sizeBytes: z.int(), left: z.int().nonnegative() }),
    status: 201,
  }),
};
