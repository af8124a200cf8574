import { caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import {
  fileRefusals,
  incomingChannels,
  incomingReasons,
  incomingStatuses,
} from "@mainstay/domain/incoming-message/incoming-message-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  id,
  instant,
  named,
  nothing,
  page,
  pageQuery,
  requiredText,
  version,
} from "./endpoint/wire.ts";

/** A message that came in by itself, as the list shows it. */
export const IncomingMessageRow = z.object({
  id,
  channel: z.enum(incomingChannels),
  status: z.enum(incomingStatuses),
  because: z.enum(incomingReasons).nullable(),
  fromAddress: z.string(),
  fromName: z.string(),
  subject: z.string(),
  /** The beginning of what it says. */
  excerpt: z.string(),
  files: z.int().nonnegative(),
  receivedAt: instant,
  sortedAt: instant.nullable(),
  sortedBy: named.nullable(),
  account: named.nullable(),
  caseId: id.nullable(),
  caseNumber: z.int().nullable(),
});
export type IncomingMessageRow = z.infer<typeof IncomingMessageRow>;

/** The whole of it; always text, never a page. */
export const IncomingMessageView = IncomingMessageRow.extend({
  fromPhone: z.string(),
  fromCompany: z.string(),
  words: z.string(),
  quoted: z.string(),
  note: z.string(),
  kind: z.enum(caseKinds).nullable(),
  level: z.enum(caseLevels).nullable(),
  sizeBytes: z.int().nonnegative(),
  attachments: z.array(
    z.object({
      id,
      name: z.string(),
      mediaType: z.string().nullable(),
      sizeBytes: z.int().nonnegative(),
      refusedBecause: z.enum(fileRefusals).nullable(),
    }),
  ),
  /** Where people with this address work, in the reader's sight. */
  candidates: z.array(z.object({ account: named, person: named })),
  version,
  can: z.object({ sort: z.boolean() }),
});
export type IncomingMessageView = z.infer<typeof IncomingMessageView>;

const params = z.object({ messageId: id });

export const incomingMessages = {
  list: endpoint({
    id: "incomingMessages.list",
    method: "GET",
    path: "/incoming-messages",
    allow: "incoming_message.view",
    summary: "Messages that came in, newest first: those that wait for somebody, unless told",
    query: z.object({ ...pageQuery, status: z.enum(incomingStatuses).default("waiting") }),
    response: page(IncomingMessageRow),
  }),
  count: endpoint({
    id: "incomingMessages.count",
    method: "GET",
    path: "/incoming-messages/count",
    allow: "incoming_message.view",
    summary: "How many messages wait to be sorted",
    response: z.object({ waiting: z.int().nonnegative() }),
  }),
  get: endpoint({
    id: "incomingMessages.get",
    method: "GET",
    path: "/incoming-messages/:messageId",
    allow: "incoming_message.view",
    summary: "One message, whole",
    params,
    response: IncomingMessageView,
    versioned: true,
  }),
  file: endpoint({
    id: "incomingMessages.file",
    method: "GET",
    path: "/incoming-messages/:messageId/files/:fileId",
    allow: "incoming_message.view",
    summary: "A file that waits with its message, to be saved; the look is recorded",
    params: z.object({ messageId: id, fileId: id }),
    response: nothing,
    download: "application/octet-stream",
  }),
  openCase: endpoint({
    id: "incomingMessages.openCase",
    method: "POST",
    path: "/incoming-messages/:messageId/case",
    allow: "incoming_message.sort",
    summary:
      "Open a case from a message, for an account in sight and a person there; a new person gets the sender's address (If-Match)",
    params,
    body: z.object({
      accountId: id,
      personId: id.nullish(),
      newPerson: z.object({ name: requiredText(100) }).nullish(),
      kind: z.enum(caseKinds),
      level: z.enum(caseLevels),
      title: requiredText(200),
    }),
    response: z.object({ caseId: id, number: z.int() }),
    versioned: true,
  }),
  addToCase: endpoint({
    id: "incomingMessages.addToCase",
    method: "POST",
    path: "/incoming-messages/:messageId/add-to-case",
    allow: "incoming_message.sort",
    summary: "Put a message into the timeline of a case in sight, by its number (If-Match)",
    params,
    body: z.object({ caseNumber: z.int().min(1) }),
    response: z.object({ caseId: id, number: z.int() }),
    versioned: true,
  }),
  setAside: endpoint({
    id: "incomingMessages.setAside",
    method: "POST",
    path: "/incoming-messages/:messageId/set-aside",
    allow: "incoming_message.sort",
    summary: "Say that nothing comes of a message, and why (If-Match)",
    params,
    body: z.object({ note: requiredText(500) }),
    response: nothing,
    status: 204,
    versioned: true,
  }),
};

/** What somebody wrote into a header: taken as far as it can be kept, because a mail that is refused is lost. */
const headerText = (longest: number) =>
  z.string().overwrite((value) => value.replaceAll("\u0000", "").trim().slice(0, longest));

/** What a mail server may push as JSON instead of the raw message; names as most inbound-mail services use them. */
export const PushedMail = z.object({
  messageId: headerText(998).nullish(),
  from: headerText(998),
  subject: headerText(2_000).default(""),
  text: z.string().nullish(),
  html: z.string().nullish(),
  inReplyTo: headerText(998).nullish(),
  references: z
    .array(headerText(998))
    .overwrite((ids) => ids.slice(-200))
    .default([]),
  headers: z.record(z.string(), z.string()).default({}),
  attachments: z
    .array(z.object({ name: headerText(500).default(""), contentBase64: z.base64() }))
    .max(100)
    .default([]),
});
export type PushedMail = z.output<typeof PushedMail>;

export const IncomingHookView = z.object({
  id,
  name: z.string(),
  madeBy: named.nullable(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  taken: z.int().nonnegative(),
});
export type IncomingHookView = z.infer<typeof IncomingHookView>;

export const incomingHooks = {
  list: endpoint({
    id: "incomingHooks.list",
    method: "GET",
    path: "/incoming-hooks",
    allow: "mailbox.edit",
    summary: "The living addresses under which a mail server may push",
    response: z.object({ items: z.array(IncomingHookView) }),
  }),
  make: endpoint({
    id: "incomingHooks.make",
    method: "POST",
    path: "/incoming-hooks",
    allow: "mailbox.edit",
    summary: "Make an address under which a mail server may push; shown once",
    body: z.object({ name: requiredText(60) }),
    response: z.object({ hook: IncomingHookView, url: z.string() }),
    status: 201,
  }),
  revoke: endpoint({
    id: "incomingHooks.revoke",
    method: "DELETE",
    path: "/incoming-hooks/:hookId",
    allow: "mailbox.edit",
    summary: "End an address at once",
    params: z.object({ hookId: id }),
    response: nothing,
    status: 204,
  }),
  receive: endpoint({
    id: "incomingHooks.receive",
    method: "POST",
    path: "/incoming-mail/:hookKey",
    allow: "public",
    summary:
      "Take a mail: the raw message (message/rfc822, up to 10 MB) or JSON. The same Message-ID again is taken once",
    params: z.object({ hookKey: z.string().max(300) }),
    body: PushedMail,
    response: z.object({ outcome: z.enum([...incomingStatuses, "taken_before"]) }),
    status: 202,
  }),
};
